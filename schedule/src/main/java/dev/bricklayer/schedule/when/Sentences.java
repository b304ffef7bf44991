package dev.bricklayer.schedule.when;

import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences and labels for people, from the bundles beside this class. */
final class Sentences {

  private static final String BUNDLE = "dev.bricklayer.schedule.when.sentences";

  private static final Sentences ENGLISH = new Sentences(Locale.UK);
  private static final Sentences RUSSIAN = new Sentences(Locale.of("ru"));

  private final Locale locale;
  private final ResourceBundle bundle;

  private Sentences(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(BUNDLE, Locale.of(locale.getLanguage()));
  }

  static Sentences in(Locale locale) {
    return locale.getLanguage().equals("ru") ? RUSSIAN : ENGLISH;
  }

  String text(String key, List<Object> arguments) {
    Object[] said = arguments.stream().map(this::inWords).toArray();
    return new MessageFormat(bundle.getString(key), locale).format(said);
  }

  String text(String key, Object... arguments) {
    return text(key, List.of(arguments));
  }

  /** What to type instead: the reason's own example, else the common one. */
  String example(Reason reason) {
    String own = "example." + reason.key();
    return bundle.getString(bundle.containsKey(own) ? own : "example");
  }

  private String inWords(Object argument) {
    return switch (argument) {
      case LocalDate date -> formatted("EEEE d MMMM uuuu").format(date);
      case LocalTime time -> time.toString();
      case DayOfWeek day -> formatted("EEEE").format(day);
      default -> argument.toString();
    };
  }

  DateTimeFormatter formatted(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}
