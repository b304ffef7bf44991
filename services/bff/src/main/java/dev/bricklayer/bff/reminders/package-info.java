/** Reminders from inside Mattermost: shown, added, changed, deleted, with their bots. */
@NullMarked
package dev.bricklayer.bff.reminders;

import org.jspecify.annotations.NullMarked;
