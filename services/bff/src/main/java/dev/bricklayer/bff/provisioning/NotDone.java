package dev.bricklayer.bff.provisioning;

import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.problems.Text;
import dev.bricklayer.problems.Wording;

/**
 * A call to Mattermost did not bring what the next step needs. Everything here is found or made
 * step by step, so whatever was done remains, and the next run goes on from it.
 */
final class NotDone extends Exception {

  private static final long serialVersionUID = 1;
  private static final Wording WORDS = Wording.beside(NotDone.class);

  private final transient Text why;

  private NotDone(Text why) {
    super(why.toString());
    this.why = why;
  }

  /** What the call brought, or the reason why it brought nothing. */
  static <T> T must(Answer<T> answer) throws NotDone {
    return switch (answer) {
      case Answer.Ok<T>(var value, _) -> value;
      case Answer.Refused<T>(var status, var id, var message) ->
          throw new NotDone(WORDS.text("refused", message.isBlank() ? id : message, status));
      case Answer.Throttled<T> _ -> throw new NotDone(WORDS.text("throttled"));
      case Answer.Unreachable<T>(var why) -> throw new NotDone(WORDS.text("unreachable", why));
      case Answer.Ambiguous<T>(var why, _, _) -> throw new NotDone(WORDS.text("ambiguous", why));
    };
  }

  Text why() {
    return why;
  }
}
