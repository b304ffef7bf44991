/**
 * How an account is linked to a Mattermost identity. No saga: one row of the user service decides.
 */
@NullMarked
package dev.bricklayer.contracts.link;

import org.jspecify.annotations.NullMarked;
