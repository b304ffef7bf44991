/** This installation in Mattermost's eyes: its server, its bot, its slash commands. */
@NullMarked
package dev.bricklayer.bff.installation;

import org.jspecify.annotations.NullMarked;
