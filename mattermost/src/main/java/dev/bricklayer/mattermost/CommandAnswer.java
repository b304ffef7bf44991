package dev.bricklayer.mattermost;

/**
 * What a slash command's integration answered to the person who typed it.
 *
 * @param text Markdown; empty when it said nothing
 */
public record CommandAnswer(String text) {}
