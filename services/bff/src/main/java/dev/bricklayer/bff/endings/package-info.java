/** What came of it: shown at once, or told later by whichever copy hears of it. */
@NullMarked
package dev.bricklayer.bff.endings;

import org.jspecify.annotations.NullMarked;
