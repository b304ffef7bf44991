package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;

/** Published inside the transaction that changes a password: what the old one opened is closed. */
public record PasswordChanged(PersonId person) {}
