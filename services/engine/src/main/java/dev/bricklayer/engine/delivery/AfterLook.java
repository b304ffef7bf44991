package dev.bricklayer.engine.delivery;

import dev.bricklayer.contracts.RefusalCode;
import java.time.Duration;

/**
 * What a look into the channel means for an occurrence in doubt. Pure. It is sent again only while
 * Mattermost would recognise it, or once the channel has proven that it is not there.
 */
final class AfterLook {

  private final Backoff backoff;
  private final DeliverySettings settings;

  AfterLook(Backoff backoff, DeliverySettings settings) {
    this.backoff = backoff;
    this.settings = settings;
  }

  /** What comes next. */
  sealed interface Next {}

  /** Enough is known for now. */
  record Learnt(Outcome outcome) implements Next {}

  /** It is sent again, under the same {@code pending_post_id}. */
  record Send() implements Next {}

  /** Two looks prove that it is not there, and this was the first. */
  record LookOnceMore() implements Next {}

  /** After the look with which settling begins. */
  Next of(Sighting sighting, Sending sending) {
    return switch (sighting) {
      case Sighting.Found(var post) -> new Learnt(new Outcome.Posted(post));
      case Sighting.Unreadable unreadable -> new Learnt(unknowable(unreadable));
      case Sighting.Unclear(var why) -> new Learnt(unclear(sending, why));
      case Sighting.Absent _ -> absent(sending);
    };
  }

  private Next absent(Sending sending) {
    Duration age = sending.sinceFirstTry();
    if (sending.sendable() && age.compareTo(settings.resendWithin()) < 0) {
      return new Send();
    }
    Duration left = proofAfter(sending).minus(age);
    return left.isPositive()
        ? new Learnt(new Outcome.Doubtful(left, "in doubt until the channel proves it"))
        : new LookOnceMore();
  }

  /**
   * Counted from the first try. The second taking of a doubt may have sent it again, as late as
   * that is done at all: from the third on the channel proves as much less.
   */
  private Duration proofAfter(Sending sending) {
    return sending.attempt() > 2
        ? settings.proofAfter().plus(settings.resendWithin())
        : settings.proofAfter();
  }

  /** After the second of the two. */
  Outcome ofSecond(Sighting sighting, Sending sending) {
    return switch (sighting) {
      case Sighting.Found(var post) -> new Outcome.Posted(post);
      case Sighting.Absent _ -> new Outcome.ProvenAbsent();
      case Sighting.Unreadable unreadable -> unknowable(unreadable);
      case Sighting.Unclear(var why) -> unclear(sending, why);
    };
  }

  /** After a look right behind a request that had no clear answer. */
  Outcome ofDoubt(Sighting sighting, Outcome doubtful) {
    return switch (sighting) {
      case Sighting.Found(var post) -> new Outcome.Posted(post);
      case Sighting.Unreadable unreadable -> unknowable(unreadable);
      case Sighting.Absent _, Sighting.Unclear _ -> doubtful;
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
}
