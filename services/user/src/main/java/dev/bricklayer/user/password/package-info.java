/** Passwords: which are good enough, and their slow hashes. */
@NullMarked
package dev.bricklayer.user.password;

import org.jspecify.annotations.NullMarked;
