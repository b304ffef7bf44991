/** The page that shows what was posted. Reads only. */
@NullMarked
package dev.bricklayer.simulator.page;

import org.jspecify.annotations.NullMarked;
