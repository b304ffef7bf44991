package dev.bricklayer.mattermost;

import java.net.URI;

/**
 * A custom slash command to be made, or how one shall be from now on. It is called by POST.
 *
 * @param team the only team in which it can be typed
 * @param trigger the word behind the slash, unique in its team
 * @param url what Mattermost calls
 * @param displayName at most 64 bytes
 * @param description at most 128 bytes; administrators see it
 * @param hint what completion shows behind the trigger
 * @param completion what completion says that it does
 * @param username in whose name its answers stand, where the server lets integrations choose one
 */
public record NewCommand(
    TeamId team,
    String trigger,
    URI url,
    String displayName,
    String description,
    String hint,
    String completion,
    String username) {}
