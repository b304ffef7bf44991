package dev.bricklayer.bff.jobs;

import dev.bricklayer.contracts.JobContent;

/**
 * A job as it was asked for.
 *
 * @param asSent what the request says
 * @param meant the same with the caller's time zone where the request names none
 */
public record JobDraft(JobContent asSent, JobContent meant) {}
