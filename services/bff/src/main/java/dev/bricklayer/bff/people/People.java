package dev.bricklayer.bff.people;

import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.ServerFacts;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.MattermostUser;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.problems.Wording;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Knows people's languages and zones: from memory; else Mattermost is asked, and waited for so
 * shortly that nobody notices. A look-up that takes longer goes on, for the next time.
 */
@Component
public class People {

  private final Installation installation;
  private final MattermostClient mattermost;
  private final PeopleSettings settings;
  private final Clock clock;
  private final ConcurrentMap<MattermostUserId, Remembered> memory = new ConcurrentHashMap<>();
  private final ConcurrentMap<MattermostUserId, CompletableFuture<Optional<Habits>>> lookUps =
      new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private record Remembered(Habits habits, Instant since) {}

  People(
      Installation installation,
      MattermostClient mattermost,
      PeopleSettings settings,
      Clock clock) {
    this.installation = installation;
    this.mattermost = mattermost;
    this.settings = settings;
    this.clock = clock;
  }

  /** What this person chose, or what the installation speaks when that is not known at once. */
  public Habits habitsOf(MattermostUserId user) {
    Remembered known = memory.get(user);
    if (known == null) {
      return awaited(lookUp(user)).orElseGet(this::usual);
    }
    if (known.since().plus(settings.remember()).isBefore(clock.instant())) {
      var _ = lookUp(user);
    }
    return known.habits();
  }

  private Habits usual() {
    String tag =
        installation.knownServer().map(ServerFacts::locale).orElse(Locale.ENGLISH).toLanguageTag();
    return new Habits(Wording.languageFor(tag), null);
  }

  private Optional<Habits> awaited(CompletableFuture<Optional<Habits>> lookUp) {
    try {
      return lookUp.get(settings.lookUpWithin().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a look-up of a person failed", failed.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** One at a time for each person. */
  private CompletableFuture<Optional<Habits>> lookUp(MattermostUserId user) {
    Optional<AccessToken> token = installation.botToken();
    if (token.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    CompletableFuture<Optional<Habits>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<Habits>> other = lookUps.putIfAbsent(user, mine);
    if (other != null) {
      return other;
    }
    threads.execute(() -> run(user, token.get(), mine));
    return mine;
  }

  private void run(
      MattermostUserId user, AccessToken token, CompletableFuture<Optional<Habits>> lookUp) {
    try {
      Optional<Habits> found = ask(user, token);
      found.ifPresent(habits -> remember(user, habits));
      lookUp.complete(found);
    } catch (RuntimeException e) {
      lookUp.completeExceptionally(e);
    } finally {
      lookUps.remove(user);
    }
  }

  private Optional<Habits> ask(MattermostUserId user, AccessToken token) {
    return switch (mattermost.user(token, user)) {
      case Answer.Ok<MattermostUser>(var person, _) ->
          Optional.of(new Habits(Wording.languageFor(person.locale()), person.zone()));
      case Answer.Refused<MattermostUser> _,
          Answer.Throttled<MattermostUser> _,
          Answer.Unreachable<MattermostUser> _,
          Answer.Ambiguous<MattermostUser> _ ->
          Optional.empty();
    };
  }

  /** A full memory forgets everybody: they are looked up again, one by one. */
  private void remember(MattermostUserId user, Habits habits) {
    if (memory.size() >= settings.most()) {
      memory.clear();
    }
    memory.put(user, new Remembered(habits, clock.instant()));
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
