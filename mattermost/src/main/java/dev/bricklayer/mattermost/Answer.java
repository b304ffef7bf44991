package dev.bricklayer.mattermost;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a call to Mattermost ended, sorted by the one question a sender has: <em>may it have
 * happened?</em>
 *
 * <table>
 *   <caption>What each outcome proves</caption>
 *   <tr><td>{@link Ok}</td><td>it happened</td></tr>
 *   <tr><td>{@link Refused}, {@link Throttled}, {@link Unreachable}</td><td>it did not happen</td></tr>
 *   <tr><td>{@link Ambiguous}</td><td>nothing: look before sending again</td></tr>
 * </table>
 *
 * <p>Calls answer with these values and throw nothing for what a network or a server can do.
 *
 * @param <T> what a successful call brings
 */
public sealed interface Answer<T> {

  /** Turns the value of an {@link Ok}; every other outcome stays what it is. */
  <R> Answer<R> map(Function<? super T, ? extends R> change);

  /**
   * Mattermost did it.
   *
   * @param value what it answered
   * @param allowance what the rate limiter leaves the caller; null where the server has none
   *     switched on
   */
  record Ok<T>(T value, @Nullable Allowance allowance) implements Answer<T> {
    public Ok {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public <R> Answer<R> map(Function<? super T, ? extends R> change) {
      return new Ok<>(change.apply(value), allowance);
    }
  }

  /**
   * A 4xx: Mattermost looked at the call and did nothing. Branch on {@code errorId} (see {@link
   * ErrorIds}), never on {@code message}, which comes in the language of the token's owner.
   *
   * @param status the HTTP status
   * @param errorId Mattermost's error id; empty where something in front of Mattermost answered
   * @param message Mattermost's sentence for people; may be empty
   */
  record Refused<T>(int status, String errorId, String message) implements Answer<T> {

    /** Whether the refusal carries this id. */
    public boolean hasErrorId(String id) {
      return errorId.equals(id);
    }

    @Override
    public <R> Answer<R> map(Function<? super T, ? extends R> change) {
      return new Refused<>(status, errorId, message);
    }
  }

  /**
   * A 429: the rate limiter turned the call away before Mattermost saw it.
   *
   * @param retryAfter how long to stay away, from zero to an hour; one second where the server did
   *     not say so in a way that can be read. Add jitter: everybody else was told the same
   * @param allowance the limiter's numbers; null where they are missing
   */
  record Throttled<T>(Duration retryAfter, @Nullable Allowance allowance) implements Answer<T> {
    @Override
    public <R> Answer<R> map(Function<? super T, ? extends R> change) {
      return new Throttled<>(retryAfter, allowance);
    }
  }

  /**
   * No connection came about (refused, no such host, no route, connect time-out), so not one byte
   * of the call was sent.
   *
   * @param why for the log
   */
  record Unreachable<T>(String why) implements Answer<T> {
    @Override
    public <R> Answer<R> map(Function<? super T, ? extends R> change) {
      return new Unreachable<>(why);
    }
  }

  /**
   * Everything else, every 5xx included: the call may or may not have happened.
   *
   * @param why for the log; never contains a token or what was sent
   * @param status the HTTP status; 0 where none was received
   * @param errorId Mattermost's error id; empty where there is none. {@link
   *     ErrorIds#POST_STILL_PENDING} says that the same post is being made at this moment
   */
  record Ambiguous<T>(String why, int status, String errorId) implements Answer<T> {
    @Override
    public <R> Answer<R> map(Function<? super T, ? extends R> change) {
      return new Ambiguous<>(why, status, errorId);
    }
  }
}
