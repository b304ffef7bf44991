package dev.bricklayer.user.login;

import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.user.account.Account;
import dev.bricklayer.user.account.Accounts;
import dev.bricklayer.user.keys.AccessTokens;
import dev.bricklayer.user.password.PasswordRule;
import dev.bricklayer.user.throttle.Attempt;
import dev.bricklayer.user.throttle.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

  private static final Wording WORDS = Wording.beside(TokenController.class);
  private static final TextRule USERNAME = TextRule.line(64);
  private static final TextRule REFRESH_TOKEN = TextRule.line(200);

  private final Accounts accounts;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final Throttle throttle;

  TokenController(
      Accounts accounts,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Throttle throttle) {
    this.accounts = accounts;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.throttle = throttle;
  }

  private record LogIn(String username, String password) {}

  @PostMapping
  ResponseEntity<TokenView> logIn(JsonBody body, HttpServletRequest request) {
    LogIn logIn =
        body.read(
            fields ->
                new LogIn(
                    fields.text("username", USERNAME),
                    fields.text("password", PasswordRule.typedPassword())));
    Account account =
        throttle
            .guess(
                () -> accounts.authenticate(logIn.username(), logIn.password()),
                Attempt.logInFrom(request.getRemoteAddr()),
                Attempt.logInTo(logIn.username()))
            .orElseThrow(() -> refused("credentials-wrong"));
    return tokens(account, refreshTokens.begin(account.id()));
  }

  @PostMapping("/refresh")
  ResponseEntity<TokenView> refresh(JsonBody body) {
    String sent = body.read(fields -> fields.text("refreshToken", REFRESH_TOKEN));
    RefreshTokens.Rotated rotated =
        refreshTokens
            .rotate(new RefreshToken(sent))
            .orElseThrow(() -> refused("refresh-token-invalid"));
    Account account =
        accounts.active(rotated.person()).orElseThrow(() -> refused("refresh-token-invalid"));
    return tokens(account, rotated.token());
  }

  private ResponseEntity<TokenView> tokens(Account account, RefreshToken refreshToken) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new TokenView(
                accessTokens.issue(account),
                "Bearer",
                accessTokens.lifetime().toSeconds(),
                refreshToken.value()));
  }

  private static Problem refused(String code) {
    return Problem.of(401, code, WORDS.text(code)).withHeader("WWW-Authenticate", "Bearer");
  }
}
