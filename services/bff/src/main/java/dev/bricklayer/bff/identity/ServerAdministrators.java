package dev.bricklayer.bff.identity;

import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Those who administer the Mattermost server: linked to an account, they administer Bricklayer,
 * too. Bricklayer's own bot looks that up; without one there is nobody.
 */
@Component
public class ServerAdministrators {

  /** Who was made an administrator is one here after this time, and who no longer is, is not. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** For how long the last answer counts while Mattermost gives none. */
  private static final Duration BEARABLE = Duration.ofMinutes(10);

  private static final int MOST_REMEMBERED = 1_000;

  private static final Logger log = LoggerFactory.getLogger(ServerAdministrators.class);

  private final Identities identities;
  private final Installation installation;
  private final MattermostClient mattermost;
  private final Clock clock;
  private final ConcurrentMap<MattermostUserId, Seen> seen = new ConcurrentHashMap<>();

  ServerAdministrators(
      Identities identities, Installation installation, MattermostClient mattermost, Clock clock) {
    this.identities = identities;
    this.installation = installation;
    this.mattermost = mattermost;
    this.clock = clock;
  }

  private record Seen(boolean administrator, Instant at) {

    boolean isYoungerThan(Duration age, Instant now) {
      return now.isBefore(at.plus(age));
    }
  }

  /** Whether a person is one of them; no, where it cannot be found out. */
  public boolean contains(PersonId person) {
    return identities.mattermostUserOf(person).filter(this::isOne).isPresent();
  }

  private boolean isOne(MattermostUserId user) {
    Instant now = clock.instant();
    Optional<Seen> last = Optional.ofNullable(seen.get(user));
    if (last.filter(it -> it.isYoungerThan(FRESH, now)).isPresent()) {
      return last.get().administrator();
    }
    Optional<Boolean> asked = installation.botToken().flatMap(token -> ask(token, user));
    asked.ifPresent(answer -> remember(user, new Seen(answer, now)));
    return asked.orElseGet(
        () ->
            last.filter(it -> it.isYoungerThan(BEARABLE, now))
                .map(Seen::administrator)
                .orElse(false));
  }

  /** Empty when Mattermost gives no answer. */
  private Optional<Boolean> ask(AccessToken token, MattermostUserId user) {
    return switch (mattermost.user(token, user)) {
      case Answer.Ok<MattermostUser>(var account, _) ->
          Optional.of(account.systemAdministrator() && !account.deactivated());
      case Answer.Refused<MattermostUser> no -> {
        log.warn("Mattermost does not say whether {} administers it: {}", user, no.message());
        yield Optional.empty();
      }
      case Answer.Throttled<MattermostUser> _ -> Optional.empty();
      case Answer.Unreachable<MattermostUser> _ -> Optional.empty();
      case Answer.Ambiguous<MattermostUser> _ -> Optional.empty();
    };
  }

  private void remember(MattermostUserId user, Seen now) {
    if (seen.size() >= MOST_REMEMBERED) {
      seen.clear();
    }
    seen.put(user, now);
  }
}
