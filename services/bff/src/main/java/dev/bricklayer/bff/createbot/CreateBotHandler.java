package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.operation.Beginning;
import dev.bricklayer.bff.operation.NewOperation;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Operations;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.contracts.Credentials;
import dev.bricklayer.contracts.Job;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.createbot.CreateBot;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.problems.Problem;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/** Begins create-bot: the operation's row and the command, in one transaction. */
@Component
class CreateBotHandler {

  private static final long FIRST_REVISION = 1;

  private final Operations operations;
  private final OfferedCredentials credentials;
  private final Identities identities;
  private final IdGenerator ids;

  CreateBotHandler(
      Operations operations,
      OfferedCredentials credentials,
      Identities identities,
      IdGenerator ids) {
    this.operations = operations;
    this.credentials = credentials;
    this.identities = identities;
    this.ids = ids;
  }

  @Transactional
  public Beginning begin(NewOperation wish, CreateBotRequest request) {
    Supplier<Optional<Credentials>> sealing =
        credentials.sealing(
            request.credentials(), Objects.requireNonNull(wish.aboutBot()), wish.person());
    Beginning beginning = operations.begin(wish);
    switch (beginning) {
      case Beginning.Begun(var operation) ->
          operations.carryOut(
              operation, CreateBotInBff.start(command(operation, request, sealing)));
      case Beginning.Repeated _, Beginning.KeyOfAnother _ -> {}
    }
    return beginning;
  }

  private CreateBot command(
      Operation operation, CreateBotRequest request, Supplier<Optional<Credentials>> sealing) {
    String requester =
        identities.mattermostUserOf(operation.person()).map(MattermostUserId::value).orElse(null);
    return new CreateBot(
        operation.bot(),
        operation.person(),
        request.name(),
        sealing.get().orElseThrow(CreateBotHandler::unavailable),
        new Job(new JobId(ids.generateId()), FIRST_REVISION, request.job()),
        requester,
        operation.deadline());
  }

  /** Whatever could be shared when the request was read may be gone since. */
  private static Problem unavailable() {
    return Refusals.problem(Refusal.of(RefusalCode.CREDENTIALS_UNAVAILABLE, "/credentials/kind"));
  }
}
