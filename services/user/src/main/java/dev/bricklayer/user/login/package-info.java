/** Log-in: access tokens for a password, and refresh tokens that rotate. */
@NullMarked
package dev.bricklayer.user.login;

import org.jspecify.annotations.NullMarked;
