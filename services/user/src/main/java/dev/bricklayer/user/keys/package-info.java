/** The keys that sign access tokens, and the public halves for whoever checks them. */
@NullMarked
package dev.bricklayer.user.keys;

import org.jspecify.annotations.NullMarked;
