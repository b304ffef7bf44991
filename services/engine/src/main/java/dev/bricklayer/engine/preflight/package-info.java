/**
 * Whether jobs that are not due yet could be delivered: looked at daily, so that owners hear first.
 */
@NullMarked
package dev.bricklayer.engine.preflight;

import org.jspecify.annotations.NullMarked;
