package dev.bricklayer.bff.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Missed;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.state.BotRunState;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import dev.bricklayer.schedule.ScheduleSpec;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who says what a status is, as a table. */
class StandingTest {

  private static final BotId BOT = new BotId(UUID.randomUUID());
  private static final long CURRENT = 3;
  private static final long OLD = 2;

  static Stream<Arguments> bots() {
    return Stream.of(
        arguments(BotState.Status.PENDING, null, "PENDING"),
        arguments(BotState.Status.ACTIVE, null, "ACTIVE"),
        arguments(BotState.Status.ACTIVE, BotRunState.Status.RUNNING, "ACTIVE"),
        arguments(BotState.Status.ACTIVE, BotRunState.Status.STOPPED, "STOPPED"),
        arguments(BotState.Status.DELETING, BotRunState.Status.STOPPED, "DELETING"),
        arguments(BotState.Status.ACTIVE, BotRunState.Status.DELETED, "ACTIVE"));
  }

  @ParameterizedTest(name = "constructor says {0}, the engine {1}: {2}")
  @MethodSource("bots")
  void ofABot(BotState.Status constructor, BotRunState.Status engine, String shown) {
    assertThat(Standing.of(bot(constructor, engine)).status()).hasToString(shown);
  }

  static Stream<Arguments> jobs() {
    return Stream.of(
        arguments(JobState.Status.PENDING, null, CURRENT, "PENDING"),
        arguments(JobState.Status.ACTIVE, null, CURRENT, "ACTIVE"),
        arguments(JobState.Status.ACTIVE, RunState.Status.RUNNING, CURRENT, "ACTIVE"),
        arguments(JobState.Status.ACTIVE, RunState.Status.STOPPED, CURRENT, "STOPPED"),
        arguments(JobState.Status.ACTIVE, RunState.Status.STOPPED, OLD, "ACTIVE"),
        arguments(JobState.Status.ACTIVE, RunState.Status.ENDED, CURRENT, "ENDED"),
        arguments(JobState.Status.ACTIVE, RunState.Status.ENDED, OLD, "ACTIVE"),
        arguments(JobState.Status.PENDING, RunState.Status.ENDED, CURRENT, "ENDED"),
        arguments(JobState.Status.PAUSED, RunState.Status.RUNNING, CURRENT, "PAUSED"),
        arguments(JobState.Status.PAUSED, RunState.Status.STOPPED, OLD, "PAUSED"),
        arguments(JobState.Status.PAUSED, RunState.Status.STOPPED, CURRENT, "STOPPED"),
        arguments(JobState.Status.DELETING, RunState.Status.STOPPED, CURRENT, "DELETING"));
  }

  @ParameterizedTest(name = "storage says {0}, the engine {1} of revision {2} (of 3): {3}")
  @MethodSource("jobs")
  void ofAJob(JobState.Status storage, RunState.Status engine, long revision, String shown) {
    Standing bot = Standing.of(bot(BotState.Status.ACTIVE, BotRunState.Status.RUNNING));
    assertThat(Standing.of(job(storage, engine, revision), bot).status()).hasToString(shown);
  }

  static Stream<Arguments> jobsOfAStoppedBot() {
    return Stream.of(
        arguments(JobState.Status.ACTIVE, RunState.Status.RUNNING, "STOPPED"),
        arguments(JobState.Status.ACTIVE, RunState.Status.ENDED, "ENDED"),
        arguments(JobState.Status.PAUSED, RunState.Status.RUNNING, "PAUSED"));
  }

  @ParameterizedTest(name = "storage says {0}, the engine {1}: {2}")
  @MethodSource("jobsOfAStoppedBot")
  void ofAJobWhoseBotStandsStill(JobState.Status storage, RunState.Status engine, String shown) {
    Standing bot = Standing.of(bot(BotState.Status.ACTIVE, BotRunState.Status.STOPPED));
    assertThat(Standing.of(job(storage, engine, CURRENT), bot).status()).hasToString(shown);
  }

  @ParameterizedTest(name = "storage says {0}")
  @EnumSource(names = {"PENDING", "ACTIVE", "PAUSED"})
  void ofAJobWhoseBotIsOnItsWayOut(JobState.Status storage) {
    Standing bot = Standing.of(bot(BotState.Status.DELETING, null));
    assertThat(Standing.of(job(storage, RunState.Status.ENDED, CURRENT), bot).status())
        .hasToString("DELETING");
  }

  private static KnownBot bot(BotState.Status constructor, BotRunState.Status engine) {
    return new KnownBot(
        BOT,
        new PersonId(UUID.randomUUID()),
        "Stand-up",
        "standup",
        constructor,
        engine == null ? null : new KnownBot.Run(engine, RefusalCode.TOKEN_INVALID));
  }

  private static KnownJob job(JobState.Status storage, RunState.Status engine, long revision) {
    return new KnownJob(
        new JobId(UUID.randomUUID()),
        BOT,
        CURRENT,
        new JobContent(
            "daily",
            ChannelRef.named("acme", "release"),
            "text",
            ScheduleSpec.ofCron("* * * * *", "UTC"),
            Missed.DEFAULT),
        storage,
        false,
        false,
        engine == null ? null : new KnownJob.Run(revision, engine, null, null));
  }
}
