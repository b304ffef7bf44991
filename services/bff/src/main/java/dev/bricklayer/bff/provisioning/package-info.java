/** Makes and mends what Bricklayer needs in Mattermost: its bot, its slash commands. */
@NullMarked
package dev.bricklayer.bff.provisioning;

import org.jspecify.annotations.NullMarked;
