package dev.bricklayer.testkit.changejob;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.changejob.AbandonChangeJob;
import dev.bricklayer.contracts.changejob.ChangeJob;
import dev.bricklayer.contracts.changejob.ChannelJoined;
import dev.bricklayer.contracts.changejob.ChannelLeft;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.contracts.changejob.JobChange.Wanted;
import dev.bricklayer.contracts.changejob.JobChangeRefused;
import dev.bricklayer.contracts.changejob.JobChanged;
import dev.bricklayer.contracts.changejob.JobMoved;
import dev.bricklayer.contracts.changejob.JobPart;
import dev.bricklayer.contracts.changejob.JoinRefused;
import dev.bricklayer.contracts.changejob.JoinUnwanted;
import dev.bricklayer.contracts.changejob.JoinWanted;
import dev.bricklayer.contracts.changejob.RevisionApplied;
import dev.bricklayer.contracts.changejob.RevisionDropped;
import dev.bricklayer.contracts.changejob.RevisionRefused;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.contracts.deletejob.DeleteJob;
import dev.bricklayer.contracts.deletejob.JobErased;
import dev.bricklayer.contracts.deletejob.JobUnplanned;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a job of a bot that lives, and every message that change-job and delete-job may
 * bring about for it.
 *
 * @param before the job as it is; absent when it is to be added
 * @param next the job as it is to be
 * @param mattermostUser Mattermost's id of the requester; absent where nobody knows one
 */
public record ChangeJobExample(
    BotId bot,
    PersonId requester,
    @Nullable String mattermostUser,
    JobChange change,
    @Nullable Job before,
    Job next,
    boolean paused,
    PlannedChannel channel,
    @Nullable Instant nextRunAt,
    Instant deadline) {

  /** An edit of the bot's first job. */
  public static ChangeJobExample of(CreateBotExample bot, JobChange.Edit edit) {
    return of(bot, bot.job(), false, edit);
  }

  private static ChangeJobExample of(
      CreateBotExample bot, Job job, boolean wasPaused, JobChange.Edit edit) {
    return new ChangeJobExample(
        bot.bot(),
        bot.owner(),
        null,
        edit,
        job,
        new Job(job.id(), job.revision() + 1, edit.applyTo(job.content())),
        edit.status() == null ? wasPaused : edit.status() == Wanted.PAUSED,
        bot.channel(),
        bot.deadline(),
        bot.deadline());
  }

  /** One more job of this short name, otherwise like the first. */
  public static ChangeJobExample adding(CreateBotExample bot, String shortName) {
    JobContent first = bot.job().content();
    JobContent content =
        new JobContent(shortName, first.channel(), first.text(), first.schedule(), first.missed());
    return new ChangeJobExample(
        bot.bot(),
        bot.owner(),
        null,
        new JobChange.Add(content),
        null,
        new Job(new JobId(UUID.randomUUID()), 1, content),
        false,
        bot.channel(),
        bot.deadline(),
        bot.deadline());
  }

  /** An edit of the text alone. */
  public static JobChange.Edit text(String text) {
    return new JobChange.Edit(null, null, text, null, null, null);
  }

  /** An edit of the schedule alone. */
  public static JobChange.Edit at(ScheduleSpec schedule) {
    return new JobChange.Edit(null, null, null, schedule, null, null);
  }

  /** A move to another channel. */
  public static JobChange.Edit to(ChannelRef channel) {
    return new JobChange.Edit(null, channel, null, null, null, null);
  }

  /** Another short name. */
  public static JobChange.Edit named(String shortName) {
    return new JobChange.Edit(shortName, null, null, null, null, null);
  }

  /** Another rule for what was missed. */
  public static JobChange.Edit missed(Missed missed) {
    return new JobChange.Edit(null, null, null, null, missed, null);
  }

  /** What follows this change, once it is current. */
  public ChangeJobExample then(JobChange.Edit edit) {
    return new ChangeJobExample(
        bot,
        requester,
        mattermostUser,
        edit,
        next,
        new Job(next.id(), next.revision() + 1, edit.applyTo(next.content())),
        edit.status() == null ? paused : edit.status() == Wanted.PAUSED,
        channel,
        nextRunAt,
        deadline);
  }

  /** The same, the job speaking there and firing then. */
  public ChangeJobExample planned(PlannedChannel where, @Nullable Instant when) {
    return new ChangeJobExample(
        bot, requester, mattermostUser, change, before, next, paused, where, when, deadline);
  }

  /** The same asked for by this user of Mattermost. */
  public ChangeJobExample askedForBy(String userId) {
    return new ChangeJobExample(
        bot, requester, userId, change, before, next, paused, channel, nextRunAt, deadline);
  }

  public JobId job() {
    return next.id();
  }

  public ChangeJob changeJob() {
    return changeJob(null);
  }

  public ChangeJob changeJob(@Nullable Long expectedRevision) {
    return new ChangeJob(bot, job(), requester, mattermostUser, change, expectedRevision, deadline);
  }

  public RevisionStored revisionStored() {
    return new RevisionStored(
        bot, requester, mattermostUser, change, next, paused, changed(), deadline);
  }

  public JobChangeRefused jobChangeRefused(Refusal why) {
    return new JobChangeRefused(bot, job(), why);
  }

  public RevisionApplied revisionApplied() {
    return revisionApplied(false);
  }

  public RevisionApplied revisionApplied(boolean beingSent) {
    return new RevisionApplied(
        bot, job(), next.revision(), channel, paused ? null : nextRunAt, beingSent);
  }

  public RevisionRefused revisionRefused(Refusal why) {
    return new RevisionRefused(bot, job(), why);
  }

  public JoinWanted joinWanted() {
    return new JoinWanted(bot, revisionStored());
  }

  /** The bot was taken out of its channel. */
  public JoinWanted joinWantedAgain(Refusal met) {
    return new JoinWanted(
        bot, revisionStored(), new JoinWanted.Again(ChannelRef.byId(channel.id()), met));
  }

  public ChannelJoined channelJoined() {
    return new ChannelJoined(bot, revisionStored());
  }

  public JoinRefused joinRefused(Refusal why) {
    return new JoinRefused(bot, job(), why);
  }

  public JoinUnwanted joinUnwanted(Refusal why) {
    return new JoinUnwanted(bot, job(), why);
  }

  public ChannelLeft channelLeft(Refusal why) {
    return new ChannelLeft(bot, job(), why);
  }

  public JobMoved jobMoved() {
    return new JobMoved(bot, job(), next.revision());
  }

  public JobChanged jobChanged(long version) {
    return new JobChanged(bot, next, status(), channel, paused ? null : nextRunAt, false, version);
  }

  public RevisionDropped revisionDropped(Refusal why) {
    return new RevisionDropped(bot, job(), why);
  }

  public AbandonChangeJob abandonChangeJob(Refusal why) {
    return new AbandonChangeJob(bot, job(), why);
  }

  public JobState jobState(JobState.Status status, long version) {
    return new JobState(job(), bot, next, status, version);
  }

  public RunState runState(RunState.Status status, long version) {
    return new RunState(job(), bot, next.revision(), status, null, null, version);
  }

  public DeleteJob deleteJob() {
    return new DeleteJob(bot, job(), requester);
  }

  public JobUnplanned jobUnplanned() {
    return new JobUnplanned(bot, job(), false);
  }

  public JobErased jobErased(long version) {
    return new JobErased(bot, job(), false, version);
  }

  /** What the job is once the change is current. */
  public JobState.Status status() {
    return paused ? JobState.Status.PAUSED : JobState.Status.ACTIVE;
  }

  private Set<JobPart> changed() {
    return before == null ? change.parts() : differing(before.content(), next.content());
  }

  private Set<JobPart> differing(JobContent from, JobContent to) {
    Set<JobPart> changed = EnumSet.copyOf(change.parts());
    keepIf(changed, JobPart.SHORT_NAME, !from.shortName().equals(to.shortName()));
    keepIf(changed, JobPart.CHANNEL, !from.channel().equals(to.channel()));
    keepIf(changed, JobPart.TEXT, !from.text().equals(to.text()));
    keepIf(changed, JobPart.SCHEDULE, !from.schedule().equals(to.schedule()));
    keepIf(changed, JobPart.MISSED, !from.missed().equals(to.missed()));
    return changed;
  }

  private static void keepIf(Set<JobPart> changed, JobPart part, boolean differs) {
    if (!differs) {
      changed.remove(part);
    }
  }
}
