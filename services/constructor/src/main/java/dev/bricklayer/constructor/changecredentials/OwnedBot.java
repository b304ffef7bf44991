package dev.bricklayer.constructor.changecredentials;

import dev.bricklayer.contracts.PersonId;

/**
 * The bot that is in hand, as it was said last.
 *
 * @param version of what was said
 */
public record OwnedBot(PersonId owner, String name, long version) {}
