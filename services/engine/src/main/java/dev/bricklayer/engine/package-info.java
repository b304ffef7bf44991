/** The engine service: running jobs. */
@NullMarked
package dev.bricklayer.engine;

import org.jspecify.annotations.NullMarked;
