/**
 * Accounts that Bricklayer makes for bots in Mattermost: made, put into channels, renamed, closed.
 * All in an administrator's name, one attempt per account at a time, each find-or-create.
 */
@NullMarked
package dev.bricklayer.constructor.managed;

import org.jspecify.annotations.NullMarked;
