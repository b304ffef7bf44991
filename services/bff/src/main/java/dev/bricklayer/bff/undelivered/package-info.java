/** What people are told by itself: what of theirs was not delivered, and what stands still. */
@NullMarked
package dev.bricklayer.bff.undelivered;

import org.jspecify.annotations.NullMarked;
