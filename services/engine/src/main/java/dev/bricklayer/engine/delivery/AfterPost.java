package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.RefusalCode;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.ErrorIds;
import dev.bricklayer.mattermost.Post;
import java.time.Duration;
import java.util.Set;

/**
 * What an answer to a post means. Pure. Only a refused connection, 429 and 4xx prove that this
 * request posted nothing; while an earlier request is in doubt, they prove nothing about that one.
 */
final class AfterPost {

  private static final Set<Integer> NOT_MATTERMOSTS_WORD = Set.of(401, 403, 404);

  private final Backoff backoff;
  private final DeliverySettings settings;

  AfterPost(Backoff backoff, DeliverySettings settings) {
    this.backoff = backoff;
    this.settings = settings;
  }

  Outcome of(Answer<Post> answer, Sending sending) {
    return switch (answer) {
      case Answer.Ok<Post>(var post, _) -> new Outcome.Posted(post.id());
      case Answer.Refused<Post> refused -> refused(refused, sending);
      case Answer.Throttled<Post>(var wait, _) ->
          again(sending, backoff.after(sending.attempt(), wait), "throttled");
      case Answer.Unreachable<Post>(var why) ->
          again(sending, backoff.after(sending.attempt()), "unreachable: " + why);
      case Answer.Ambiguous<Post> unknown ->
          new Outcome.Doubtful(backoff.after(1), "no clear answer: " + unknown.why());
    };
  }

  private Outcome refused(Answer.Refused<Post> refused, Sending sending) {
    String why = refused.status() + " " + refused.errorId();
    if (refused.errorId().isEmpty() && NOT_MATTERMOSTS_WORD.contains(refused.status())) {
      // Something in front of Mattermost said so: no reason to stop a bot or a job.
      return again(sending, backoff.after(sending.attempt()), why);
    }
    Outcome.Stop stop = stop(refused);
    if (!sending.inDoubt()) {
      return new Outcome.Refused(stop, why);
    }
    return switch (stop) {
      case Outcome.Stop.Nothing _ -> new Outcome.Doubtful(untilProof(sending), why);
      case Outcome.Stop.Job _, Outcome.Stop.Bot _ -> new Outcome.Unknowable(stop, why);
    };
  }

  private static Outcome.Stop stop(Answer.Refused<Post> refused) {
    if (refused.status() == 401) {
      return new Outcome.Stop.Bot(RefusalCode.TOKEN_INVALID);
    }
    if (refused.hasErrorId(ErrorIds.CHANNEL_ARCHIVED)) {
      return new Outcome.Stop.Job(RefusalCode.CHANNEL_ARCHIVED);
    }
    if (refused.hasErrorId(ErrorIds.DIRECT_RESTRICTED)) {
      return new Outcome.Stop.Job(RefusalCode.DIRECT_RESTRICTED);
    }
    return refused.status() == 403
        ? new Outcome.Stop.Job(RefusalCode.BOT_NOT_MEMBER)
        : new Outcome.Stop.Nothing();
  }

  private Outcome again(Sending sending, Duration after, String why) {
    return sending.inDoubt() ? new Outcome.Doubtful(after, why) : new Outcome.Again(after, why);
  }

  private Duration untilProof(Sending sending) {
    Duration left = settings.proofAfter().minus(sending.sinceFirstTry());
    return left.isNegative() ? Duration.ZERO : left;
  }
}
