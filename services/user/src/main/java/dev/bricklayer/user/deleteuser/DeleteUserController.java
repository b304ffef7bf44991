package dev.bricklayer.user.deleteuser;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.SagaId;
import dev.bricklayer.contracts.deleteuser.DeleteUserSaga;
import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.user.account.Account;
import dev.bricklayer.user.account.Accounts;
import dev.bricklayer.user.deleteuser.DeletionRepository.Run;
import dev.bricklayer.user.throttle.Attempt;
import dev.bricklayer.user.throttle.Throttle;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Deletes one's own account; how it ends is told by the bff. */
@RestController
class DeleteUserController {

  private static final Wording WORDS = Wording.beside(DeleteUserController.class);
  private static final TextRule CODE = TextRule.line(60);
  private static final String SOON = "1";

  private final Accounts accounts;
  private final Deletions deletions;
  private final HandoverCodes codes;
  private final Throttle throttle;

  DeleteUserController(
      Accounts accounts, Deletions deletions, HandoverCodes codes, Throttle throttle) {
    this.accounts = accounts;
    this.deletions = deletions;
    this.codes = codes;
    this.throttle = throttle;
  }

  /** What becomes of the bots. */
  private sealed interface Bots {

    record Deleted() implements Bots {}

    record HandedOver(PersonId heir, String code) implements Bots {}
  }

  /** The operation, as the bff shows it once it has heard of it. */
  record OperationView(SagaId id, String saga, String status, Instant startedAt) {

    static OperationView of(Run run) {
      return new OperationView(run.saga(), DeleteUserSaga.NAME, "WORKING", run.begunAt());
    }
  }

  @DeleteMapping("/api/v1/users/me")
  ResponseEntity<OperationView> delete(
      @AuthenticationPrincipal Jwt token,
      JsonBody body,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    Account account = accounts.of(token);
    IfMatch condition = IfMatch.of(seen);
    Bots bots = body.read(DeleteUserController::bots);
    condition.require(IfMatch.tag(account.version()));
    Run run =
        deletions
            .underWay(account.id())
            .orElseGet(() -> begin(account, agreedHeir(account, bots), condition));
    return ResponseEntity.accepted()
        .header(HttpHeaders.RETRY_AFTER, SOON)
        .body(OperationView.of(run));
  }

  private Run begin(Account account, @Nullable PersonId heir, IfMatch condition) {
    Optional<Long> version =
        condition.isConditional() ? Optional.of(account.version()) : Optional.empty();
    return deletions.begin(account.id(), heir, version).orElseThrow(IfMatch::conflict);
  }

  private static Bots bots(Fields fields) {
    if (!fields.has("handTo") && !fields.has("code")) {
      fields.ignore("handTo", "code");
      return fields.choice("bots", Map.of("delete", new Bots.Deleted()));
    }
    if (fields.has("bots")) {
      fields.reject("bots", "invalid", WORDS.text("either-or"));
    }
    return new Bots.HandedOver(new PersonId(fields.uuid("handTo")), fields.text("code", CODE));
  }

  private @Nullable PersonId agreedHeir(Account account, Bots bots) {
    return switch (bots) {
      case Bots.Deleted _ -> null;
      case Bots.HandedOver(var heir, var code) -> agreed(account, heir, code);
    };
  }

  /**
   * An unknown heir and a wrong code are answered alike: who has an account is nobody's business.
   */
  private PersonId agreed(Account account, PersonId heir, String code) {
    if (heir.equals(account.id())) {
      throw Problem.input(Fault.at("/handTo", "invalid", WORDS.text("heir-is-self")));
    }
    return throttle
        .guess(
            () -> Optional.of(heir).filter(it -> codes.spend(it, code)),
            Attempt.handoverBy(account.id().toString()))
        .orElseThrow(
            () -> Problem.input(Fault.at("/code", "invalid", WORDS.text("handover-code-wrong"))));
  }
}
