package dev.bricklayer.mattermost;

/**
 * What the server says of itself.
 *
 * @param status {@code OK} when all is well
 * @param version such as {@code 11.6.0}, from the headers; empty where they do not tell
 */
public record Health(String status, String version) {}
