package dev.bricklayer.bff.telling;

import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.ProblemTranslator;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/**
 * What a person hears when something did not work. Mattermost shows people only what comes with
 * status 200, so nothing may be thrown at it.
 */
@Component
public class Excuses {

  private static final Logger log = LoggerFactory.getLogger(Excuses.class);
  private static final Wording WORDS = Wording.beside(Excuses.class);
  private static final int UNAVAILABLE = 503;

  private final List<ProblemTranslator> translators;
  private final IdGenerator ids;

  Excuses(List<ProblemTranslator> translators, IdGenerator ids) {
    this.translators = translators;
    this.ids = ids;
  }

  /** What was tried, or what is answered instead: made of a sentence that says what to do. */
  public <T> T orExcuse(Supplier<T> attempt, Function<String, T> instead, Locale locale) {
    try {
      return attempt.get();
    } catch (RuntimeException e) {
      return instead.apply(excuse(e, locale));
    }
  }

  /** A problem that somebody meant has its own words; of a fault is only known what it is. */
  private String excuse(RuntimeException e, Locale locale) {
    if (e instanceof Problem problem) {
      return problem.detail().in(locale);
    }
    return translated(e)
        .map(
            problem ->
                problem.status() == UNAVAILABLE
                    ? WORDS.text("busy").in(locale)
                    : problem.detail().in(locale))
        .orElseGet(() -> unforeseen(e, locale));
  }

  private Optional<Problem> translated(RuntimeException e) {
    return translators.stream().flatMap(it -> it.translate(e).stream()).findFirst();
  }

  private String unforeseen(RuntimeException e, Locale locale) {
    UUID id = ids.generateId();
    log.error("Somebody in Mattermost was told that something broke here ({})", id, e);
    return WORDS.text("broken", id).in(locale);
  }
}
