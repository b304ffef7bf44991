package dev.bricklayer.systemtests.architecture.guilty.user.login;

import dev.bricklayer.systemtests.architecture.guilty.user.account.Account;

/** Guilty: the other half. */
public record Login(Account account) {}
