/** How bots and their reminders look in Mattermost. */
@NullMarked
package dev.bricklayer.bff.rows;

import org.jspecify.annotations.NullMarked;
