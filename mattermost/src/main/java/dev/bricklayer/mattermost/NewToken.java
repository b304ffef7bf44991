package dev.bricklayer.mattermost;

/**
 * A token that has just been made.
 *
 * @param id what it is revoked by
 * @param token the secret, which Mattermost shows only now
 */
public record NewToken(TokenId id, AccessToken token) {}
