package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.contracts.SealedToken;
import dev.bricklayer.engine.server.ServerGate;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.NewPost;
import dev.bricklayer.mattermost.Post;
import dev.bricklayer.sealing.TokenOpener;
import dev.bricklayer.sealing.UnopenableTokenException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The calls to Mattermost about one occurrence, between two transactions. A fresh one is posted.
 * One in doubt is looked for first, and sent again only while Mattermost would recognise it, or
 * once the channel has proven that it is not there.
 */
@Component
class VisitMattermost {

  private static final Logger LOG = LoggerFactory.getLogger(VisitMattermost.class);

  private final MattermostClient mattermost;
  private final ServerGate gate;
  private final TokenOpener opener;
  private final ReadBack readBack;
  private final TakeOccurrences take;
  private final DeliverySettings settings;
  private final Backoff backoff;
  private final AfterPost afterPost;

  VisitMattermost(
      MattermostClient mattermost,
      ServerGate gate,
      TokenOpener opener,
      ReadBack readBack,
      TakeOccurrences take,
      DeliverySettings settings,
      RandomGenerator random) {
    this.mattermost = mattermost;
    this.gate = gate;
    this.opener = opener;
    this.readBack = readBack;
    this.take = take;
    this.settings = settings;
    this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), random);
    this.afterPost = new AfterPost(backoff, settings);
  }

  /**
   * What was learnt, and by which taking: only that one may write it down.
   *
   * @param sending the taking
   */
  record Visit(Sending sending, Outcome outcome) {}

  /** Makes the calls; empty when another sender has the occurrence by now. */
  Optional<Visit> visit(Sending sending) {
    AccessToken token;
    try {
      token = token(sending);
    } catch (UnopenableTokenException e) {
      LOG.error(
          "the token of bot {} cannot be opened, so it cannot speak; bff and engine must be given"
              + " halves of the same sealing key",
          sending.occurrence().botId(),
          e);
      return visited(sending, later(sending, "the token cannot be opened"));
    }
    return sending.inDoubt() ? settle(sending, token) : post(sending, token);
  }

  /** The last look at the clock before the request: a sender that stood still may be too late. */
  private Optional<Visit> post(Sending sending, AccessToken token) {
    if (sending.sinceTaken().compareTo(settings.freshFor()) > 0) {
      return take.again(sending).flatMap(this::visit);
    }
    Answer<Post> answer = gate.heard(mattermost.createPost(token, newPost(sending)));
    Outcome outcome = afterPost.of(answer, sending);
    return answer instanceof Answer.Ambiguous<Post>
        ? visited(sending, lookAfterDoubt(sending, token, outcome))
        : visited(sending, outcome);
  }

  private Outcome lookAfterDoubt(Sending sending, AccessToken token, Outcome doubtful) {
    return switch (readBack.look(token, sending)) {
      case Sighting.Found(var post) -> new Outcome.Posted(post);
      case Sighting.Unreadable unreadable -> unknowable(unreadable);
      case Sighting.Absent _, Sighting.Unclear _ -> doubtful;
    };
  }

  private Optional<Visit> settle(Sending sending, AccessToken token) {
    return switch (readBack.look(token, sending)) {
      case Sighting.Found(var post) -> visited(sending, new Outcome.Posted(post));
      case Sighting.Unreadable unreadable -> visited(sending, unknowable(unreadable));
      case Sighting.Unclear(var why) -> visited(sending, unclear(sending, why));
      case Sighting.Absent _ -> absent(sending, token);
    };
  }

  private Optional<Visit> absent(Sending sending, AccessToken token) {
    Duration age = sending.sinceFirstTry();
    if (sending.sendable() && age.compareTo(settings.resendWithin()) < 0) {
      return post(sending, token);
    }
    Duration left = settings.proofAfter().minus(age);
    return left.isPositive()
        ? visited(sending, new Outcome.Doubtful(left, "in doubt until the channel proves it"))
        : visited(sending, lookTwice(sending, token));
  }

  private Outcome lookTwice(Sending sending, AccessToken token) {
    try {
      Thread.sleep(settings.betweenLooks());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return later(sending, "stopped while looking");
    }
    return switch (readBack.look(token, sending)) {
      case Sighting.Found(var post) -> new Outcome.Posted(post);
      case Sighting.Absent _ -> new Outcome.ProvenAbsent();
      case Sighting.Unreadable unreadable -> unknowable(unreadable);
      case Sighting.Unclear(var why) -> unclear(sending, why);
    };
  }

  private Outcome unclear(Sending sending, String why) {
    return sending.sinceFirstTry().compareTo(settings.giveUpAfter()) > 0
        ? new Outcome.Unknowable(new Outcome.Stop.Nothing(), why)
        : new Outcome.Doubtful(backoff.after(sending.attempt()), why);
  }

  private static Outcome unknowable(Sighting.Unreadable unreadable) {
    Outcome.Stop stop =
        unreadable.status() == 401
            ? new Outcome.Stop.Bot(RefusalCode.TOKEN_INVALID)
            : new Outcome.Stop.Nothing();
    return new Outcome.Unknowable(stop, unreadable.why());
  }

  private Outcome later(Sending sending, String why) {
    Duration after = backoff.after(sending.attempt());
    return sending.inDoubt() ? new Outcome.Doubtful(after, why) : new Outcome.Again(after, why);
  }

  private AccessToken token(Sending sending) {
    SealedToken sealed =
        Objects.requireNonNull(sending.credentials().token(), "nothing is planned without a token");
    return new AccessToken(opener.open(sealed, sending.occurrence().botId()));
  }

  private static NewPost newPost(Sending sending) {
    return new NewPost(
        sending.channel(),
        sending.text(),
        sending.occurrence().id().toString(),
        PostProps.of(sending.occurrence()));
  }

  private static Optional<Visit> visited(Sending sending, Outcome outcome) {
    return Optional.of(new Visit(sending, outcome));
  }
}
