/** The user service: accounts, log-in, access tokens and the keys to check them by. */
@NullMarked
package dev.bricklayer.user;

import org.jspecify.annotations.NullMarked;
