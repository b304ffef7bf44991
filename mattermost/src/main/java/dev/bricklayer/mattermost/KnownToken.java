package dev.bricklayer.mattermost;

/**
 * A token as Mattermost lists it: without the secret.
 *
 * @param id what it is revoked by
 * @param description what its maker wrote beside it
 * @param active whether it is switched on
 */
public record KnownToken(TokenId id, String description, boolean active) {}
