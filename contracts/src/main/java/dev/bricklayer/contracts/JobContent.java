package dev.bricklayer.contracts;

import dev.bricklayer.schedule.ScheduleSpec;

/** What a person said about a job: immutable, one value per revision. */
public record JobContent(
    String shortName, ChannelRef channel, String text, ScheduleSpec schedule, Missed missed) {}
