package dev.bricklayer.constructor.changejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changejob.JoinUnwanted;
import dev.bricklayer.mattermost.Done;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves the channel, if it was joined for the sake of this change alone. */
@Component
class LeaveChannelOnJoinUnwanted implements CallingReaction<JoinUnwanted, LettingOut, Done> {

  private final ChannelJoins joins;
  private final ManagedAccounts accounts;
  private final Clock clock;

  LeaveChannelOnJoinUnwanted(ChannelJoins joins, ManagedAccounts accounts, Clock clock) {
    this.joins = joins;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Class<JoinUnwanted> reactsTo() {
    return JoinUnwanted.class;
  }

  @Override
  public Class<LettingOut> callType() {
    return LettingOut.class;
  }

  @Override
  public @Nullable Intent<LettingOut> intend(Received<JoinUnwanted> message, Outgoing out) {
    JoinUnwanted event = message.body();
    SagaId saga = SagaIds.of(message);
    LetOut call =
        joins.decide(
            event.botId(), saga, out, known -> ChangeJobInConstructor.onJoinUnwanted(known, event));
    return call == null
        ? null
        : new Intent<>(
            new LettingOut(saga, call), clock.instant().plus(ManagedAccounts.UNTIL_IT_IS_DONE));
  }

  @Override
  public Attempt<Done> call(LettingOut lettingOut) {
    return accounts.leaveJoinedIn(lettingOut.call().botId(), lettingOut.saga());
  }

  @Override
  public void conclude(LettingOut lettingOut, Done done, Outgoing out) {
    LetOut call = lettingOut.call();
    joins.decide(
        call.botId(), lettingOut.saga(), out, known -> ChangeJobInConstructor.onLeft(known, call));
  }
}
