/**
 * What Mattermost calls integrations with (slash commands, buttons, dialogs), and what they answer
 * and post.
 */
@NullMarked
package dev.bricklayer.mattermost.hooks;

import org.jspecify.annotations.NullMarked;
