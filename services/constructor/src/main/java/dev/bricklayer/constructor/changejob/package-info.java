/** Managed bots' way into the channels of their jobs, and out again. */
@NullMarked
package dev.bricklayer.constructor.changejob;

import org.jspecify.annotations.NullMarked;
