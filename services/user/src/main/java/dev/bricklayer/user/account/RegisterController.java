package dev.bricklayer.user.account;

import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.user.password.PasswordRule;
import dev.bricklayer.user.password.Passwords;
import dev.bricklayer.user.throttle.Attempt;
import dev.bricklayer.user.throttle.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RegisterController {

  private final Registration registration;
  private final PasswordRule passwordRule;
  private final Throttle throttle;
  private final Accounts accounts;
  private final Passwords passwords;
  private final RegisterAccountHandler handler;

  RegisterController(
      Registration registration,
      PasswordRule passwordRule,
      Throttle throttle,
      Accounts accounts,
      Passwords passwords,
      RegisterAccountHandler handler) {
    this.registration = registration;
    this.passwordRule = passwordRule;
    this.throttle = throttle;
    this.accounts = accounts;
    this.passwords = passwords;
    this.handler = handler;
  }

  private record Newcomer(
      String username, String password, Optional<String> locale, Optional<ZoneId> timeZone) {}

  @PostMapping("/api/v1/users")
  @ResponseStatus(HttpStatus.CREATED)
  AccountView register(JsonBody body, HttpServletRequest request) {
    registration.refuseWhenClosed();
    throttle.charge(Attempt.registrationFrom(request.getRemoteAddr()));
    Newcomer newcomer = body.read(this::newcomer);
    if (accounts.isTaken(newcomer.username())) {
      throw nameTaken(newcomer.username());
    }
    String hash = passwords.hash(newcomer.password());
    String locale = newcomer.locale().orElseGet(() -> languageOf(request));
    return handler
        .register(newcomer.username(), hash, locale, newcomer.timeZone())
        .map(AccountView::of)
        .orElseThrow(() -> nameTaken(newcomer.username()));
  }

  private Newcomer newcomer(Fields fields) {
    AccountFields.ignoreReadOnly(fields);
    registration.checkCode(fields);
    String username = fields.text("username", AccountFields.USERNAME);
    String password = fields.text("password", passwordRule.newPassword());
    PasswordRule.refuseUsername(fields, "password", password, username);
    return new Newcomer(
        username, password, AccountFields.locale(fields), AccountFields.timeZone(fields));
  }

  private static String languageOf(HttpServletRequest request) {
    return Wording.languageFor(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).toLanguageTag();
  }

  static Problem nameTaken(String username) {
    return Problem.conflict(
        Fault.at("/username", "name-taken", AccountFields.WORDS.text("username-taken", username)));
  }
}
