package dev.bricklayer.bff.accounts;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.AccountState;
import org.jspecify.annotations.Nullable;

/**
 * An account as the user service told of it.
 *
 * @param locale {@code en} or {@code ru}
 * @param timeZone IANA name; absent when the person named none
 * @param status whether its person may do anything
 */
public record Account(
    PersonId id,
    String username,
    String locale,
    @Nullable String timeZone,
    AccountState.Status status) {}
