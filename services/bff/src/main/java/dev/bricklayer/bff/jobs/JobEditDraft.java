package dev.bricklayer.bff.jobs;

import dev.bricklayer.contracts.changejob.JobChange;

/**
 * Parts of a job as they were asked for.
 *
 * @param asSent what the request says
 * @param meant the same with the job's time zone where the request's schedule names none
 */
public record JobEditDraft(JobChange.Edit asSent, JobChange.Edit meant) {}
