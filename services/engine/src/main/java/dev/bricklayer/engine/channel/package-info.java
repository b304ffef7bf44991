/** Whether an account may speak in a channel: what Mattermost says about it. */
@NullMarked
package dev.bricklayer.engine.channel;

import org.jspecify.annotations.NullMarked;
