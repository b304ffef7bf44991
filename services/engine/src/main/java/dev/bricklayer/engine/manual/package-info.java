/** Occurrences that somebody asks for beside the schedule: now, in the channel or to oneself. */
@NullMarked
package dev.bricklayer.engine.manual;

import org.jspecify.annotations.NullMarked;
