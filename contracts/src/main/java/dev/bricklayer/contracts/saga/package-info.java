/** How a saga is described, and what a decision is. */
@NullMarked
package dev.bricklayer.contracts.saga;

import org.jspecify.annotations.NullMarked;
