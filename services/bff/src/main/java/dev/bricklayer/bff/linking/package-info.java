/** Linking an account, as a conversation in Mattermost. */
@NullMarked
package dev.bricklayer.bff.linking;

import org.jspecify.annotations.NullMarked;
