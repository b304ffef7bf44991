package dev.bricklayer.user.deleteuser;

import dev.bricklayer.user.account.Accounts;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HandoverController {

  private final Accounts accounts;
  private final HandoverCodes codes;

  HandoverController(Accounts accounts, HandoverCodes codes) {
    this.accounts = accounts;
    this.codes = codes;
  }

  /** A code, shown this once. */
  record CodeView(String code, Instant expiresAt) {

    @Override
    public String toString() {
      return "CodeView[…]";
    }
  }

  @PostMapping("/api/v1/users/me/handover-codes")
  ResponseEntity<CodeView> issue(@AuthenticationPrincipal Jwt token) {
    HandoverCodes.Issued issued = codes.issue(accounts.of(token).id());
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new CodeView(issued.code().shown(), issued.expiresAt()));
  }
}
