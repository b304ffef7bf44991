/** Dialogs: opening them, and what Mattermost calls when one is sent. */
@NullMarked
package dev.bricklayer.bff.dialog;

import org.jspecify.annotations.NullMarked;
