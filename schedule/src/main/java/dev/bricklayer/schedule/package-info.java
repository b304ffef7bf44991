/**
 * When a reminder is due: rules, the instants they mean in a time zone, and the same in words.
 *
 * <p>{@link ScheduleSpec} is the wire form. {@link ScheduleReader} turns what a person or program
 * typed into a {@link Schedule} or says what to type instead; {@link Schedule#of} does the same for
 * what was accepted before. Everything that fires, previews or describes a reminder asks the same
 * {@link Schedule}. Plain Java: no clock, no I/O, no framework.
 */
@NullMarked
package dev.bricklayer.schedule;

import org.jspecify.annotations.NullMarked;
