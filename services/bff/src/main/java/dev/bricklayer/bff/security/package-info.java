/** Who calls: access tokens of the user service, checked with its public keys. */
@NullMarked
package dev.bricklayer.bff.security;

import org.jspecify.annotations.NullMarked;
