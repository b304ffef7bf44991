package dev.bricklayer.user.account;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.user.password.PasswordRule;
import dev.bricklayer.user.password.Passwords;
import dev.bricklayer.user.throttle.Attempt;
import dev.bricklayer.user.throttle.Throttle;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me")
class OwnAccountController {

  private final Accounts accounts;
  private final PasswordRule passwordRule;
  private final Passwords passwords;
  private final Throttle throttle;
  private final ChangeAccountHandler handler;

  OwnAccountController(
      Accounts accounts,
      PasswordRule passwordRule,
      Passwords passwords,
      Throttle throttle,
      ChangeAccountHandler handler) {
    this.accounts = accounts;
    this.passwordRule = passwordRule;
    this.passwords = passwords;
    this.throttle = throttle;
    this.handler = handler;
  }

  private record NewPassword(String current, String fresh) {}

  private record Wish(
      Optional<NewPassword> password,
      Optional<String> locale,
      Optional<ZoneId> timeZone,
      boolean clearsTimeZone) {}

  @GetMapping
  AccountView show(@AuthenticationPrincipal Jwt token) {
    return AccountView.of(caller(token));
  }

  @PatchMapping
  AccountView change(@AuthenticationPrincipal Jwt token, JsonBody body) {
    Account account = caller(token);
    Wish wish = body.read(fields -> wish(fields, account));
    AccountChange change =
        new AccountChange(
            wish.password().map(it -> proven(account, it)).map(passwords::hash),
            wish.locale(),
            wish.timeZone(),
            wish.clearsTimeZone());
    return AccountView.of(
        change.isNone()
            ? account
            : handler.change(account.id(), change).orElseThrow(OwnAccountController::gone));
  }

  private Wish wish(Fields fields, Account account) {
    AccountFields.ignoreReadOnly(fields);
    fields.ignore("username");
    return new Wish(
        newPassword(fields, account),
        AccountFields.locale(fields),
        AccountFields.timeZone(fields),
        fields.isNull("timeZone"));
  }

  private Optional<NewPassword> newPassword(Fields fields, Account account) {
    if (!fields.has("password")) {
      fields.ignore("password", "currentPassword");
      return Optional.empty();
    }
    String fresh = fields.text("password", passwordRule.newPassword());
    PasswordRule.refuseUsername(fields, "password", fresh, account.username());
    return Optional.of(
        new NewPassword(fields.text("currentPassword", PasswordRule.typedPassword()), fresh));
  }

  /** A token left open on a screen must not be enough to take the account over. */
  private String proven(Account account, NewPassword password) {
    Attempt attempt = Attempt.logInTo(account.username());
    throttle.charge(attempt);
    if (!passwords.matches(password.current(), Optional.of(account.passwordHash()))) {
      throw Problem.input(
          Fault.at("/currentPassword", "invalid", AccountFields.WORDS.text("password-wrong")));
    }
    throttle.refund(attempt);
    return password.fresh();
  }

  private Account caller(Jwt token) {
    return accounts
        .active(new PersonId(UUID.fromString(token.getSubject())))
        .orElseThrow(OwnAccountController::gone);
  }

  /** The token is still valid, its account is not. */
  private static Problem gone() {
    return Problem.unauthenticated(AccountFields.WORDS.text("account-gone"));
  }
}
