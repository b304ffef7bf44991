/** What we give away and take back: sealed, and bound to a person, a purpose and a time. */
@NullMarked
package dev.bricklayer.bff.signing;

import org.jspecify.annotations.NullMarked;
