/** Bots that speak through Bricklayer's own, and what becomes of them when its token is renewed. */
@NullMarked
package dev.bricklayer.bff.sharedbots;

import org.jspecify.annotations.NullMarked;
