package dev.bricklayer.user.link;

import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.state.LinkedIdentity;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.user.account.Account;
import dev.bricklayer.user.account.Accounts;
import dev.bricklayer.user.account.Links;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me/links")
class LinksController {

  private final Accounts accounts;
  private final Links links;
  private final LinkCodes codes;

  LinksController(Accounts accounts, Links links, LinkCodes codes) {
    this.accounts = accounts;
    this.links = links;
    this.codes = codes;
  }

  /** A code, shown this once. */
  record CodeView(String code, Instant expiresAt) {

    @Override
    public String toString() {
      return "CodeView[…]";
    }
  }

  /** A Mattermost identity that is the same person. */
  record LinkView(UUID id, String mattermostUserId, String username, Instant linkedAt) {

    static LinkView of(LinkedIdentity identity) {
      return new LinkView(
          identity.identity().value(),
          identity.mattermostUserId(),
          identity.username(),
          identity.linkedAt());
    }
  }

  /** All of them; they are few. */
  record LinksView(List<LinkView> items) {}

  @PostMapping
  ResponseEntity<CodeView> issue(@AuthenticationPrincipal Jwt token) {
    LinkCodes.Issued issued = codes.issue(caller(token).id());
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new CodeView(issued.code().shown(), issued.expiresAt()));
  }

  @GetMapping
  LinksView show(@AuthenticationPrincipal Jwt token) {
    return new LinksView(links.of(caller(token).id()).stream().map(LinkView::of).toList());
  }

  /** Also takes back a code that was not typed yet. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void partAll(@AuthenticationPrincipal Jwt token) {
    codes.part(caller(token).id(), Optional.empty());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void part(@AuthenticationPrincipal Jwt token, @PathVariable UUID id) {
    if (codes.part(caller(token).id(), Optional.of(new PersonId(id))) == 0) {
      throw Problem.notFound();
    }
  }

  private Account caller(Jwt token) {
    return accounts.of(token);
  }
}
