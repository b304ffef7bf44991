package dev.bricklayer.systemtests.architecture.guilty.user.account;

import dev.bricklayer.systemtests.architecture.guilty.user.login.Login;

/** Guilty: half of a cycle. */
public record Account(Login login) {}
