package dev.bricklayer.engine.manual;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.reminder.ReminderUndeliverable;
import dev.bricklayer.contracts.reminder.RunJobNow;
import dev.bricklayer.engine.channel.ChannelClient;
import dev.bricklayer.engine.channel.ChannelVerdict;
import dev.bricklayer.engine.ledger.OccurrenceId;
import dev.bricklayer.engine.planning.JobPlans;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts an occurrence into the line that the schedule knows nothing of. From there on it is
 * delivered like any other, once, and its end is told like any other's.
 */
@Component
class SendReminderOnRunJobNow implements CallingReaction<RunJobNow, DirectChannel, ChannelVerdict> {

  private static final Logger log = LoggerFactory.getLogger(SendReminderOnRunJobNow.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final JobPlans plans;
  private final ManualRunRepository repository;
  private final ChannelClient channels;

  SendReminderOnRunJobNow(JobPlans plans, ManualRunRepository repository, ChannelClient channels) {
    this.plans = plans;
    this.repository = repository;
    this.channels = channels;
  }

  @Override
  public Class<RunJobNow> reactsTo() {
    return RunJobNow.class;
  }

  @Override
  public Class<DirectChannel> callType() {
    return DirectChannel.class;
  }

  @Override
  public @Nullable Intent<DirectChannel> intend(Received<RunJobNow> message, Outgoing out) {
    RunJobNow command = message.body();
    if (command.directTo() == null) {
      queue(command, null, out);
      return null;
    }
    return plans
        .bot(command.botId())
        .map(bot -> DirectChannel.of(command, bot))
        .map(call -> new Intent<>(call, plans.now().plus(PATIENCE)))
        .orElse(null);
  }

  @Override
  public Attempt<ChannelVerdict> call(DirectChannel call) {
    return channels.mayItSpeak(call.question());
  }

  @Override
  public void conclude(DirectChannel call, ChannelVerdict verdict, Outgoing out) {
    switch (verdict) {
      case ChannelVerdict.Open(var channel) -> queue(call.command(), channel.id(), out);
      case ChannelVerdict.Closed closed -> refuse(call.command(), closed.code(), out);
    }
  }

  /** Whoever asked waits for it, and nothing else tells them. */
  @Override
  public void expired(DirectChannel call, Outgoing out) {
    refuse(call.command(), RefusalCode.DEADLINE, out);
  }

  private void queue(RunJobNow command, @Nullable String target, Outgoing out) {
    if (plans.lock(command.botId(), command.jobId()).isEmpty()) {
      log.info("job {} is gone and is not run", command.jobId());
    } else if (repository.ranTooOften(command.jobId())) {
      refuse(command, null, out);
    } else {
      repository.queue(command, target);
    }
  }

  private void refuse(RunJobNow command, @Nullable RefusalCode code, Outgoing out) {
    Optional<ManualRunRepository.Told> job = repository.told(command.jobId());
    job.map(
            told ->
                new ReminderUndeliverable(
                    command.botId(),
                    command.jobId(),
                    OccurrenceId.of(command.jobId(), command.plannedAt()).value(),
                    command.plannedAt(),
                    plans.now(),
                    false,
                    code,
                    code == null ? "it was run too often in the last minute" : code.word(),
                    told.channelId(),
                    told.text(),
                    true))
        .ifPresent(out::send);
  }
}
