package dev.bricklayer.testkit.createbot;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.contracts.createbot.AbandonCreateBot;
import dev.bricklayer.contracts.createbot.AccountMade;
import dev.bricklayer.contracts.createbot.AccountRefused;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.BotReserved;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.CredentialsStored;
import dev.bricklayer.contracts.createbot.JobActivated;
import dev.bricklayer.contracts.createbot.JobChecked;
import dev.bricklayer.contracts.createbot.JobDiscarded;
import dev.bricklayer.contracts.createbot.JobNoted;
import dev.bricklayer.contracts.createbot.JobPlanned;
import dev.bricklayer.contracts.createbot.JobRefused;
import dev.bricklayer.contracts.createbot.JobStored;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.schedule.ScheduleSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One bot that is to be, and every message that create-bot may bring about for it. */
public record CreateBotExample(
    BotId bot,
    PersonId owner,
    String name,
    Credentials credentials,
    BotAccount account,
    Job job,
    PlannedChannel channel,
    @Nullable String requester,
    Instant deadline) {

  /** Another bot of another owner, with credentials that nobody can open. */
  public static CreateBotExample fresh() {
    return new CreateBotExample(
        new BotId(UUID.randomUUID()),
        new PersonId(UUID.randomUUID()),
        "Stand-up",
        new Credentials.OwnToken(new SealedToken("1", "c2VhbGVk")),
        new BotAccount("n5x1tq3mofbfzr8d4k9w6ycx7h", "standup"),
        new Job(
            new JobId(UUID.randomUUID()),
            1,
            new JobContent(
                "stand-up",
                ChannelRef.named("acme", "release"),
                "Stand-up in five minutes",
                ScheduleSpec.ofCron("30 9 * * MON-FRI", "Europe/Moscow"),
                Missed.DEFAULT)),
        new PlannedChannel("r7q8w9e0r1t2y3u4i5o6p7a8sd", "acme", "release"),
        null,
        Instant.now().plus(Duration.ofMinutes(2)));
  }

  /** The same for this owner. */
  public CreateBotExample ownedBy(PersonId other) {
    return new CreateBotExample(
        bot, other, name, credentials, account, job, channel, requester, deadline);
  }

  /** The same under this name. */
  public CreateBotExample named(String other) {
    return new CreateBotExample(
        bot, owner, other, credentials, account, job, channel, requester, deadline);
  }

  /** The same with these credentials, which may be sealed for this very bot. */
  public CreateBotExample with(Function<BotId, Credentials> other) {
    return new CreateBotExample(
        bot, owner, name, other.apply(bot), account, job, channel, requester, deadline);
  }

  /** The same speaking as this account. */
  public CreateBotExample speakingAs(BotAccount other) {
    return new CreateBotExample(
        bot, owner, name, credentials, other, job, channel, requester, deadline);
  }

  /** The same with its first job at other times. */
  public CreateBotExample scheduled(ScheduleSpec other) {
    JobContent now = job.content();
    Job again =
        new Job(
            job.id(),
            job.revision(),
            new JobContent(now.shortName(), now.channel(), now.text(), other, now.missed()));
    return new CreateBotExample(
        bot, owner, name, credentials, account, again, channel, requester, deadline);
  }

  /** The same with this deadline. */
  public CreateBotExample until(Instant other) {
    return new CreateBotExample(
        bot, owner, name, credentials, account, job, channel, requester, other);
  }

  /** The same asked for by this user of Mattermost; null: by somebody who is linked to none. */
  public CreateBotExample askedForBy(@Nullable String userId) {
    return new CreateBotExample(
        bot, owner, name, credentials, account, job, channel, userId, deadline);
  }

  /** The same with a job that speaks here. */
  public CreateBotExample speakingIn(ChannelRef where) {
    JobContent content = job.content();
    JobContent there =
        new JobContent(
            content.shortName(), where, content.text(), content.schedule(), content.missed());
    return new CreateBotExample(
        bot,
        owner,
        name,
        credentials,
        account,
        new Job(job.id(), job.revision(), there),
        channel,
        requester,
        deadline);
  }

  /** The same with an account that is made for it, and a token that nobody can open. */
  public CreateBotExample managed() {
    return with(_ -> new Credentials.Managed(new SealedToken("1", "c2VhbGVk")))
        .askedForBy(requester == null ? "hwz8mxd3mfbmjpqk1yzy4s7x5e" : requester);
  }

  public CreateBot createBot() {
    return new CreateBot(bot, owner, name, asked(), job, requester, deadline);
  }

  public BotReserved botReserved() {
    return new BotReserved(bot, owner, name, asked(), reserved(), job, requester, deadline);
  }

  /** A managed account is yet to be made when it is asked for. */
  private Credentials asked() {
    return switch (credentials) {
      case Credentials.Managed _ -> Credentials.Managed.toBeMade();
      case Credentials.OwnToken _, Credentials.Shared _ -> credentials;
    };
  }

  private @Nullable BotAccount reserved() {
    return switch (credentials) {
      case Credentials.Managed _ -> null;
      case Credentials.OwnToken _, Credentials.Shared _ -> account;
    };
  }

  public JobStored jobStored() {
    return new JobStored(bot, owner, credentials, account, job, requester, deadline);
  }

  public JobNoted jobNoted() {
    return new JobNoted(bot, job, asker(), deadline);
  }

  public JobChecked jobChecked() {
    return new JobChecked(bot, job.id(), job.content().channel(), asker(), deadline);
  }

  public AccountMade accountMade() {
    return new AccountMade(
        bot, owner, (Credentials.Managed) credentials, account, asker(), deadline);
  }

  public AccountRefused accountRefused(Refusal why) {
    return new AccountRefused(bot, why);
  }

  public CredentialsStored credentialsStored() {
    return new CredentialsStored(bot, owner, credentials, account, job, asker(), deadline);
  }

  private String asker() {
    return Objects.requireNonNull(requester, "nobody in Mattermost asks for this bot");
  }

  public JobPlanned jobPlanned() {
    return new JobPlanned(bot, job.id(), job.revision(), channel, deadline);
  }

  public JobActivated jobActivated() {
    return new JobActivated(bot, job, channel);
  }

  public BotActivated botActivated() {
    return new BotActivated(bot, owner, name, account, job, channel, 2);
  }

  public AbandonCreateBot abandonCreateBot(Refusal why) {
    return new AbandonCreateBot(bot, why);
  }

  public BotRefused botRefused(Refusal why) {
    return new BotRefused(bot, why);
  }

  public JobRefused jobRefused(Refusal why) {
    return new JobRefused(bot, why);
  }

  public JobDiscarded jobDiscarded(Refusal why) {
    return new JobDiscarded(bot, why);
  }

  public NameReleased nameReleased(Refusal why) {
    return new NameReleased(bot, why);
  }

  public BotState botState(BotState.Status status, long version) {
    return new BotState(bot, owner, name, account.username(), status, version);
  }

  public JobState jobState(JobState.Status status, long version) {
    return new JobState(job.id(), bot, job, status, version);
  }
}
