/**
 * Linking an account to a Mattermost identity, as it looks from inside Mattermost: a code is typed,
 * a question answered, an end told. The user service decides.
 */
@NullMarked
package dev.bricklayer.bff.link;

import org.jspecify.annotations.NullMarked;
