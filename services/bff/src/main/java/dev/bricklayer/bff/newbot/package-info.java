/** Making a bot from inside Mattermost. */
@NullMarked
package dev.bricklayer.bff.newbot;

import org.jspecify.annotations.NullMarked;
