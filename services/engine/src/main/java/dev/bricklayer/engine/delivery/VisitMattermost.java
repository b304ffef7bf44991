package dev.bricklayer.engine.delivery;

import dev.bricklayer.engine.server.ServerGate;
import dev.bricklayer.mattermost.AccessToken;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.NewPost;
import dev.bricklayer.mattermost.Post;
import dev.bricklayer.sealing.UnopenableTokenException;
import java.time.Duration;
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

  private static final Logger log = LoggerFactory.getLogger(VisitMattermost.class);

  private final MattermostClient mattermost;
  private final ServerGate gate;
  private final OpenedTokens tokens;
  private final ReadBack readBack;
  private final TakeOccurrences take;
  private final DeliverySettings settings;
  private final Backoff backoff;
  private final AfterPost afterPost;
  private final AfterLook afterLook;

  VisitMattermost(
      MattermostClient mattermost,
      ServerGate gate,
      OpenedTokens tokens,
      ReadBack readBack,
      TakeOccurrences take,
      DeliverySettings settings,
      RandomGenerator random) {
    this.mattermost = mattermost;
    this.gate = gate;
    this.tokens = tokens;
    this.readBack = readBack;
    this.take = take;
    this.settings = settings;
    this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), random);
    this.afterPost = new AfterPost(backoff, settings);
    this.afterLook = new AfterLook(backoff, settings);
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
      token = tokens.of(sending);
    } catch (UnopenableTokenException e) {
      log.error(
          "the token of bot {} cannot be opened, so it cannot speak",
          sending.occurrence().botId(),
          e);
      return visited(sending, later(sending, "the token cannot be opened"));
    }
    return sending.inDoubt() ? settle(sending, token) : post(sending, token);
  }

  /** The last look at the clock before the request: a sender that stood still may be too late. */
  private Optional<Visit> post(Sending sending, AccessToken token) {
    if (sending.isStale(settings)) {
      return take.again(sending).flatMap(this::visit);
    }
    Answer<Post> answer = gate.heard(mattermost.createPost(token, newPost(sending)));
    if (answer instanceof Answer.Refused<Post>) {
      tokens.forget(sending.occurrence().botId());
    }
    Outcome outcome = afterPost.of(answer, sending);
    return answer instanceof Answer.Ambiguous<Post>
        ? visited(sending, afterLook.ofDoubt(readBack.look(token, sending), outcome))
        : visited(sending, outcome);
  }

  private Optional<Visit> settle(Sending sending, AccessToken token) {
    return switch (afterLook.of(readBack.look(token, sending), sending)) {
      case AfterLook.Learnt(var outcome) -> visited(sending, outcome);
      case AfterLook.Send _ -> post(sending, token);
      case AfterLook.LookOnceMore _ -> visited(sending, lookOnceMore(sending, token));
    };
  }

  private Outcome lookOnceMore(Sending sending, AccessToken token) {
    try {
      Thread.sleep(settings.betweenLooks());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return later(sending, "stopped while looking");
    }
    return afterLook.ofSecond(readBack.look(token, sending), sending);
  }

  private Outcome later(Sending sending, String why) {
    Duration after = backoff.after(sending.attempt());
    return sending.inDoubt() ? new Outcome.Doubtful(after, why) : new Outcome.Again(after, why);
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
