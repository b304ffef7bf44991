package dev.bricklayer.engine.createbot;

import static java.util.Objects.requireNonNull;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.AccountRefused;
import dev.bricklayer.contracts.createbot.CredentialsStored;
import dev.bricklayer.contracts.createbot.JobChecked;
import dev.bricklayer.contracts.createbot.JobNoted;
import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.contracts.createbot.JobStored;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.engine.Installation;
import dev.bricklayer.schedule.Schedule;
import dev.bricklayer.schedule.ScheduleSpec;
import dev.bricklayer.testkit.createbot.CreateBotExample;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bot that storage has stored, and what the engine may say about it. */
record PlannableBot(Installation installation, CreateBotExample example, Job job) {

  /** Once a year: it does not fire while a test runs. */
  static PlannableBot in(Installation installation) {
    CreateBotExample example = installation.bot();
    return new PlannableBot(installation, example, example.job())
        .at(ScheduleSpec.ofCron("0 0 1 1 *", "Europe/Moscow"));
  }

  PlannableBot to(String channel) {
    return to(ChannelRef.named("acme", channel));
  }

  PlannableBot toId(String id) {
    return to(ChannelRef.byId(id));
  }

  PlannableBot at(ScheduleSpec schedule) {
    JobContent now = job.content();
    return with(new JobContent(now.shortName(), now.channel(), now.text(), schedule, now.missed()));
  }

  PlannableBot with(Function<BotId, Credentials> credentials) {
    return new PlannableBot(installation, example.with(credentials), job);
  }

  PlannableBot until(Instant deadline) {
    return new PlannableBot(installation, example.until(deadline), job);
  }

  /** The same through an account of Bricklayer's, asked for by this person of the demo. */
  PlannableBot managedFor(String person) {
    return through(token -> new Credentials.Managed(token), person);
  }

  /** The same through Bricklayer's own bot, asked for by this person of the demo. */
  PlannableBot sharedFor(String person) {
    return through(token -> new Credentials.Shared(token), person);
  }

  private PlannableBot through(Function<SealedToken, Credentials> kind, String person) {
    return new PlannableBot(
        installation,
        example
            .with(id -> kind.apply(requireNonNull(installation.credentials(id).token())))
            .askedForBy(installation.mattermost().demo().userId(person)),
        job);
  }

  PlannableBot askedForBy(@Nullable String userId) {
    return new PlannableBot(installation, example.askedForBy(userId), job);
  }

  PlannableBot directTo(String person) {
    return to(ChannelRef.directTo(installation.mattermost().demo().userId(person)));
  }

  JobNoted jobNoted() {
    return new JobNoted(
        example.bot(), job, requireNonNull(example.requester()), example.deadline());
  }

  JobChecked jobChecked() {
    return new JobChecked(
        example.bot(),
        job.id(),
        job.content().channel(),
        requireNonNull(example.requester()),
        example.deadline());
  }

  CredentialsStored credentialsStored() {
    return new CredentialsStored(
        example.bot(),
        example.owner(),
        example.credentials(),
        example.account(),
        job,
        requireNonNull(example.requester()),
        example.deadline());
  }

  AccountRefused accountRefused(Refusal refusal) {
    return new AccountRefused(example.bot(), refusal);
  }

  JobStored jobStored() {
    return new JobStored(
        example.bot(),
        example.owner(),
        example.credentials(),
        example.account(),
        job,
        example.requester(),
        example.deadline());
  }

  Instant firstRunAt() {
    return Schedule.of(job.content().schedule()).nextAfter(Instant.now()).orElseThrow();
  }

  JobPlanned jobPlanned() {
    PlannedChannel channel =
        new PlannedChannel(
            installation.mattermost().demo().channelId("release"), "acme", "release");
    return new JobPlanned(example.bot(), job.id(), job.revision(), channel, firstRunAt());
  }

  RunState running() {
    return new RunState(
        job.id(), example.bot(), job.revision(), RunState.Status.RUNNING, null, null, 1);
  }

  JobRefused jobRefused(Refusal refusal) {
    return new JobRefused(example.bot(), refusal);
  }

  AbandonCreateBot abandon(Refusal refusal) {
    return new AbandonCreateBot(example.bot(), refusal);
  }

  private PlannableBot to(ChannelRef channel) {
    JobContent now = job.content();
    return with(new JobContent(now.shortName(), channel, now.text(), now.schedule(), now.missed()));
  }

  private PlannableBot with(JobContent content) {
    return new PlannableBot(installation, example, new Job(job.id(), job.revision(), content));
  }
}
