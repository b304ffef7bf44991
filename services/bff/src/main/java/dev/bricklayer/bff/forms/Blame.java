package dev.bricklayer.bff.forms;

import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Place;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what is wrong at the field that is to blame. What no field is to blame for stands over the
 * button: an error under a name that no field has closes the form on older clients, as if all were
 * well.
 */
final class Blame {

  private static final Wording WORDS = Wording.beside(Blame.class);

  private Blame() {}

  static Sent.Wrong of(Problem problem, OpenForm form, Locale locale) {
    Map<String, String> errors = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Fault fault : problem.errors()) {
      String words = fault.detail().in(locale);
      field(fault, form)
          .ifPresentOrElse(
              field -> errors.merge(field, words, Blame::both), () -> others.add(words));
    }
    if (problem.errors().isEmpty()) {
      others.add(problem.detail().in(locale));
    }
    String whole = others.isEmpty() ? WORDS.text("look").in(locale) : String.join(" ", others);
    return new Sent.Wrong(whole, errors);
  }

  private static String both(String one, String other) {
    return one.equals(other) ? one : one + " " + other;
  }

  private static Optional<String> field(Fault fault, OpenForm form) {
    return switch (fault.place()) {
      case Place.Pointer(var pointer) -> field(pointer, form.blame());
      case Place.Parameter _, Place.Header _ -> Optional.empty();
    };
  }

  /** The one that says most of the pointer. */
  private static Optional<String> field(String pointer, Map<String, String> blame) {
    return blame.entrySet().stream()
        .filter(entry -> (pointer + "/").startsWith(entry.getKey() + "/"))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue);
  }
}
