package dev.bricklayer.constructor.changejob;

import dev.bricklayer.chassis.SagaIds;
import dev.bricklayer.constructor.managed.ChannelWish;
import dev.bricklayer.constructor.managed.JoinWish;
import dev.bricklayer.constructor.managed.Joining;
import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.changejob.JoinWanted;
import dev.bricklayer.contracts.changejob.RevisionStored;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the managed bot into the channel, if the requester is there. */
@Component
class JoinChannelOnJoinWanted implements CallingReaction<JoinWanted, LettingIn, Joining> {

  private final ChannelJoins joins;
  private final ManagedAccounts accounts;

  JoinChannelOnJoinWanted(ChannelJoins joins, ManagedAccounts accounts) {
    this.joins = joins;
    this.accounts = accounts;
  }

  @Override
  public Class<JoinWanted> reactsTo() {
    return JoinWanted.class;
  }

  @Override
  public Class<LettingIn> callType() {
    return LettingIn.class;
  }

  @Override
  public @Nullable Intent<LettingIn> intend(Received<JoinWanted> message, Outgoing out) {
    JoinWanted event = message.body();
    SagaId saga = SagaIds.of(message);
    LetIn call =
        joins.decide(
            event.botId(), saga, out, known -> ChangeJobInConstructor.onJoinWanted(known, event));
    return call == null
        ? null
        : new Intent<>(new LettingIn(saga, call), event.revision().deadline());
  }

  @Override
  public Attempt<Joining> call(LettingIn lettingIn) {
    LetIn call = lettingIn.call();
    RevisionStored revision = call.revision();
    ChannelWish where =
        new ChannelWish(
            revision.job().id(), call.channel(), revision.mattermostUser(), call.pointer());
    return accounts.join(
        new JoinWish(revision.botId(), lettingIn.saga(), revision.job().revision(), where),
        () -> joins.isJoining(lettingIn.saga()));
  }

  @Override
  public void conclude(LettingIn lettingIn, Joining answer, Outgoing out) {
    LetIn call = lettingIn.call();
    joins.decide(
        call.revision().botId(),
        lettingIn.saga(),
        out,
        known -> ChangeJobInConstructor.onAnswer(known, call, answer));
  }
}
