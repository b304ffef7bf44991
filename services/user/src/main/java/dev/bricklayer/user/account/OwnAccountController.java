package dev.bricklayer.user.account;

import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.user.password.PasswordRule;
import dev.bricklayer.user.password.Passwords;
import dev.bricklayer.user.throttle.Attempt;
import dev.bricklayer.user.throttle.Throttle;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me")
class OwnAccountController {

  private static final List<String> PARTS =
      List.of("username", "password", "currentPassword", "locale", "timeZone");

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
      Optional<String> username,
      Optional<NewPassword> password,
      Optional<String> locale,
      Optional<ZoneId> timeZone,
      boolean clearsTimeZone) {}

  @GetMapping
  ResponseEntity<AccountView> show(@AuthenticationPrincipal Jwt token) {
    return shown(accounts.of(token));
  }

  @PatchMapping
  ResponseEntity<AccountView> change(
      @AuthenticationPrincipal Jwt token,
      JsonBody body,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String seen) {
    Account account = accounts.of(token);
    IfMatch condition = IfMatch.of(seen);
    Wish wish = body.read(fields -> wish(fields, account));
    condition.require(IfMatch.tag(account.version()));
    AccountChange change =
        new AccountChange(
            wish.username().filter(it -> !it.equals(account.username())),
            wish.password().map(it -> proven(account, it)).map(passwords::hash),
            wish.locale(),
            wish.timeZone(),
            wish.clearsTimeZone());
    return shown(change.isNone() ? account : changed(token, account, change, condition));
  }

  /** Whoever named no version wants it changed whatever it is: then it is tried on the next one. */
  private Account changed(Jwt token, Account seen, AccountChange change, IfMatch condition) {
    Account account = seen;
    while (true) {
      switch (handler.change(account, change)) {
        case ChangeAccountHandler.Outcome.Changed(var now) -> {
          return now;
        }
        case ChangeAccountHandler.Outcome.NameTaken _ ->
            throw RegisterController.nameTaken(change.username().orElseThrow());
        case ChangeAccountHandler.Outcome.Overtaken _ -> {
          account = accounts.of(token);
          condition.require(IfMatch.tag(account.version()));
        }
      }
    }
  }

  private Wish wish(Fields fields, Account account) {
    AccountFields.ignoreReadOnly(fields);
    if (PARTS.stream().noneMatch(fields::has) && !fields.isNull("timeZone")) {
      fields.reject("required", AccountFields.WORDS.text("nothing-to-change"));
    }
    Optional<String> username = fields.optionalText("username", AccountFields.USERNAME);
    return new Wish(
        username,
        newPassword(fields, username.orElse(account.username())),
        AccountFields.locale(fields),
        AccountFields.timeZone(fields),
        fields.isNull("timeZone"));
  }

  private Optional<NewPassword> newPassword(Fields fields, String username) {
    if (!fields.has("password") && !fields.has("currentPassword")) {
      fields.ignore("password", "currentPassword");
      return Optional.empty();
    }
    String fresh = fields.text("password", passwordRule.newPassword());
    PasswordRule.refuseUsername(fields, "password", fresh, username);
    return Optional.of(
        new NewPassword(fields.text("currentPassword", PasswordRule.typedPassword()), fresh));
  }

  /** A token left open on a screen must not be enough to take the account over. */
  private String proven(Account account, NewPassword password) {
    Optional<String> hash = Optional.of(account.passwordHash());
    return throttle
        .guess(
            () ->
                Optional.of(password.fresh())
                    .filter(_ -> passwords.matches(password.current(), hash)),
            Attempt.logInTo(account.username()))
        .orElseThrow(
            () ->
                Problem.input(
                    Fault.at(
                        "/currentPassword",
                        "invalid",
                        AccountFields.WORDS.text("password-wrong"))));
  }

  private static ResponseEntity<AccountView> shown(Account account) {
    return ResponseEntity.ok().eTag(IfMatch.tag(account.version())).body(AccountView.of(account));
  }
}
