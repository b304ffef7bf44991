/**
 * What people type when they say when: short text in English and Russian, cron, dates.
 *
 * <p>{@link WhenReader} takes it apart in three steps, each with one place to look. {@link Tokens}
 * makes words of it, by the list in {@code words.properties}. {@link Phrases} are the things that
 * can be said, such as a time of day or a list of weekdays; each notes in {@link Said} what was
 * said. {@link Forms} are the ways in which these make a schedule together; nothing that was said
 * is ever dropped. What comes out is read by the same {@link
 * dev.bricklayer.schedule.ScheduleReader} as everything else.
 */
@NullMarked
package dev.bricklayer.schedule.when;

import org.jspecify.annotations.NullMarked;
