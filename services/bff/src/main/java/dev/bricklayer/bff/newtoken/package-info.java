/** A bot whose token is no longer taken gets another one. */
@NullMarked
package dev.bricklayer.bff.newtoken;

import org.jspecify.annotations.NullMarked;
