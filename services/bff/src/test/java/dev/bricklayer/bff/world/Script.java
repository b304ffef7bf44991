package dev.bricklayer.bff.world;

import dev.bricklayer.contracts.BotAccount;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.PlannedChannel;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.createbot.BotActivated;
import dev.bricklayer.contracts.createbot.BotRefused;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.contracts.createbot.NameReleased;
import dev.bricklayer.contracts.state.BotState;
import dev.bricklayer.contracts.state.JobState;
import dev.bricklayer.contracts.state.RunState;
import java.util.List;

/** What the other services make of one command, all of it at once. */
@FunctionalInterface
public interface Script {

  /** The Mattermost account of every bot in this world. */
  BotAccount ACCOUNT = new BotAccount("standupuserid0000000000000", "standup");

  /** What is sent. */
  List<Object> answer(CreateBot command);

  /** Everything goes well: the states and the closing event. */
  static Script activating() {
    return command ->
        List.of(
            state(command, BotState.Status.PENDING, 1),
            state(command, JobState.Status.PENDING, 1),
            state(command, JobState.Status.ACTIVE, 2),
            running(command),
            activated(command),
            state(command, BotState.Status.ACTIVE, 2));
  }

  /** Constructor refuses; nothing was ever kept. */
  static Script refusing(Refusal refusal) {
    return command -> List.of(new BotRefused(command.botId(), refusal));
  }

  /** The engine refuses, everything is taken back. */
  static Script undoing(Refusal refusal) {
    return command ->
        List.of(
            state(command, BotState.Status.PENDING, 1),
            state(command, JobState.Status.PENDING, 1),
            state(command, JobState.Status.DELETED, 2),
            new NameReleased(command.botId(), refusal),
            state(command, BotState.Status.DELETED, 2));
  }

  /** Somebody is away. */
  static Script silent() {
    return _ -> List.of();
  }

  /** The closing event. */
  static BotActivated activated(CreateBot command) {
    return new BotActivated(
        command.botId(),
        command.owner(),
        command.name(),
        ACCOUNT,
        command.firstJob(),
        new PlannedChannel("releasechannel000000000000", "acme", "release"),
        2);
  }

  /** Constructor's word. */
  static BotState state(CreateBot command, BotState.Status status, long version) {
    return new BotState(
        command.botId(), command.owner(), command.name(), ACCOUNT.username(), status, version);
  }

  /** Storage's word. */
  static JobState state(CreateBot command, JobState.Status status, long version) {
    Job job = command.firstJob();
    return new JobState(job.id(), command.botId(), job, status, version);
  }

  /** The engine's word. */
  static RunState running(CreateBot command) {
    Job job = command.firstJob();
    return new RunState(
        job.id(), command.botId(), job.revision(), RunState.Status.RUNNING, null, null, 1);
  }
}
