package dev.bricklayer.constructor.renamebot;

import dev.bricklayer.constructor.managed.ManagedAccounts;
import dev.bricklayer.contracts.renamebot.RenameBot;
import dev.bricklayer.mattermost.Done;
import dev.bricklayer.messaging.Attempt;
import dev.bricklayer.messaging.CallingReaction;
import dev.bricklayer.messaging.Intent;
import dev.bricklayer.messaging.Outgoing;
import dev.bricklayer.messaging.Received;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the pivot: the bot has its new name, or keeps the old one. The account that was made for a
 * bot follows in its own time; nobody waits for that.
 */
@Component
class RenameBotOnRenameBot implements CallingReaction<RenameBot, AccountNaming, Done> {

  private final Renamings renamings;
  private final RenamingRepository repository;
  private final ManagedAccounts accounts;
  private final Clock clock;

  RenameBotOnRenameBot(
      Renamings renamings, RenamingRepository repository, ManagedAccounts accounts, Clock clock) {
    this.renamings = renamings;
    this.repository = repository;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public Class<RenameBot> reactsTo() {
    return RenameBot.class;
  }

  @Override
  public Class<AccountNaming> callType() {
    return AccountNaming.class;
  }

  @Override
  public @Nullable Intent<AccountNaming> intend(Received<RenameBot> message, Outgoing out) {
    RenameBot command = message.body();
    renamings.decide(
        command.botId(),
        message,
        out,
        known ->
            RenameBotInConstructor.onRenameBot(
                known, command, repository.find(command.botId(), command.name())));
    return accounts.isManaged(command.botId())
        ? new Intent<>(
            new AccountNaming(command.botId()),
            clock.instant().plus(ManagedAccounts.UNTIL_IT_IS_DONE))
        : null;
  }

  /** The name as it is then: of two renamings the later one stays, whoever is answered first. */
  @Override
  public Attempt<Done> call(AccountNaming naming) {
    return accounts.rename(naming.botId(), () -> repository.nameOf(naming.botId()));
  }

  @Override
  public void conclude(AccountNaming naming, Done done, Outgoing out) {
    // All was said when the name was changed.
  }
}
