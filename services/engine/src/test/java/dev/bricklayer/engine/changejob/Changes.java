package dev.bricklayer.engine.changejob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Message;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.changejob.ChangeJobSaga;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobChange.Edit;
import dev.bricklayer.contracts.changejob.JobPart;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.deletejob.DeleteJobSaga;
import dev.bricklayer.engine.PlannedJob;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.saga.ServiceUnderScript;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Changes of jobs, asked for in storage's place and waited for until the engine has answered. */
record Changes(ServiceUnderScript engine) {

  /** The revision after the first, of a job that fires by this schedule. */
  List<Message> change(PlannedJob job, ScheduleSpec schedule, Edit edit) {
    return change(job, 2, schedule, edit);
  }

  List<Message> change(PlannedJob job, long revision, ScheduleSpec schedule, Edit edit) {
    JobContent before =
        new JobContent(
            "job", ChannelRef.named("acme", "release"), job.text(), schedule, Missed.DEFAULT);
    EnumSet<JobPart> changed = EnumSet.copyOf(edit.parts());
    List<Message> answers =
        engine
            .run(ChangeJobSaga.MAP)
            .when(
                new RevisionStored(
                    new BotId(job.bot()),
                    person(),
                    null,
                    edit,
                    new Job(new JobId(job.job()), revision, edit.applyTo(before)),
                    edit.status() == JobChange.Wanted.PAUSED,
                    changed,
                    Instant.now().plusSeconds(120)))
            .answers();
    assertThat(answers).hasAtLeastOneElementOfType(RevisionApplied.class);
    return answers;
  }

  List<Message> delete(PlannedJob job) {
    return engine
        .run(DeleteJobSaga.MAP)
        .when(new DeleteJob(new BotId(job.bot()), new JobId(job.job()), person()))
        .answers();
  }

  private static PersonId person() {
    return new PersonId(UUID.randomUUID());
  }
}
