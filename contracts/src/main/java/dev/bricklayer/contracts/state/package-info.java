/** What the compacted state topics carry. */
@NullMarked
package dev.bricklayer.contracts.state;

import org.jspecify.annotations.NullMarked;
