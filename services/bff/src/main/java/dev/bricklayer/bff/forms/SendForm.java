package dev.bricklayer.bff.forms;

import dev.bricklayer.bff.drafts.Draft;
import dev.bricklayer.bff.drafts.Drafts;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.Endings;
import dev.bricklayer.bff.endings.Telling;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.FormNote;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.Progress;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.signing.Seals;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What happens when a form is sent, whichever it is: what was typed is kept; what is wrong stands
 * at its field; what is odd is shown once before it is done; and what takes long is told later.
 *
 * <p>A form makes one thing. Sent twice as it is, it is the same attempt; sent again after a
 * refusal, a new one; and after its success it makes nothing more.
 */
@Component
public class SendForm {

  private static final Wording WORDS = Wording.beside(SendForm.class);

  private final Drafts drafts;
  private final Endings endings;
  private final Seals seals;

  SendForm(Drafts drafts, Endings endings, Seals seals) {
    this.drafts = drafts;
    this.endings = endings;
    this.seals = seals;
  }

  /** The form was sent with these values. */
  public Sent send(
      FormNote note, OpenForm form, Asker asker, Map<String, String> values, Patience patience) {
    Draft draft = drafts.keep(note.draft(), asker.user(), note.form(), whole(note, values));
    try {
      return sent(draft, form, asker, patience);
    } catch (Problem problem) {
      return wrong(problem, draft, form, asker.locale());
    }
  }

  /** What was chosen before, and could not be shown again, stays chosen. */
  private static Map<String, String> whole(FormNote note, Map<String, String> values) {
    Map<String, String> whole = new TreeMap<>(values);
    if (note.channel() != null) {
      whole.putIfAbsent(JobFields.CHANNEL, note.channel());
    }
    return whole;
  }

  private Sent sent(Draft draft, OpenForm form, Asker asker, Patience patience) {
    Wish wish = form.read(new FilledIn(draft.whole(), draft.token() != null));
    String fingerprint = seals.fingerprint(new Said(draft.form(), new TreeMap<>(draft.whole())));
    Optional<Wish.Doubt> doubt = wish.doubt().filter(_ -> !fingerprint.equals(draft.warned()));
    if (doubt.isPresent()) {
      drafts.warned(draft, fingerprint);
      String words = WORDS.text("doubt", doubt.get().words()).in(asker.locale());
      return new Sent.Doubtful(doubt.get().field(), words);
    }
    Operation operation = wish.begin().begin(key(draft, fingerprint), patience);
    return ended(operation, Telling.of(asker, wish.deed(), draft), form);
  }

  /** All that was said, in one order. */
  private record Said(Form form, SortedMap<String, String> values) {}

  /**
   * Of each attempt one thing is made: under this key the same values only are the same request.
   */
  private static RequestKey key(Draft draft, String fingerprint) {
    String key = "form:" + draft.id() + ":" + draft.attempt();
    return RequestKey.of(key, () -> fingerprint.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private Sent ended(Operation operation, Telling telling, OpenForm form) {
    return switch (operation.progress()) {
      case Progress.Undone(var refusal) -> {
        endings.heard(telling);
        yield Blame.of(Refusals.problem(refusal), form, telling.language());
      }
      case Progress.Done _, Progress.Working _, Progress.NeedsHelp _ ->
          new Sent.Taken(endings.nowOrLater(operation, telling));
    };
  }

  private static Sent.Wrong wrong(Problem problem, Draft draft, OpenForm form, Locale locale) {
    return problem.code().equals(Refusals.KEY_OF_ANOTHER)
        ? new Sent.Wrong(WORDS.text(draft.spent() ? "spent" : "under-way").in(locale), Map.of())
        : Blame.of(problem, form, locale);
  }
}
