package dev.bricklayer.problems;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * A message bundle: {@code words.properties} (English) and {@code words_ru.properties} in the
 * package of the class it stands beside. Its patterns are those of {@link MessageFormat}.
 */
public final class Wording {

  /** The languages that every text exists in; the first is for those who ask for none of them. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"));

  /** Without it a Russian machine would answer in Russian to those who ask for English. */
  private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

  private final String bundle;
  private final ClassLoader loader;

  private Wording(String bundle, ClassLoader loader) {
    this.bundle = bundle;
    this.loader = loader;
  }

  /** The bundle in the package of that class. */
  public static Wording beside(Class<?> anchor) {
    return new Wording(anchor.getPackageName() + ".words", anchor.getClassLoader());
  }

  /**
   * A text of this bundle.
   *
   * @param arguments what stands for {@code {0}} and so on; numbers are written plainly, texts in
   *     the language of the whole
   * @throws IllegalArgumentException when the bundle has no such key
   */
  public Text text(String key, Object... arguments) {
    if (!in(Locale.ENGLISH).containsKey(key)) {
      throw new IllegalArgumentException(bundle + " has no text " + key);
    }
    return new Text(this, key, List.of(arguments));
  }

  /**
   * The best of our languages for an {@code Accept-Language} header; English when it is absent, not
   * readable or asks for others.
   */
  public static Locale languageFor(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Locale.ENGLISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
      return best == null ? Locale.ENGLISH : best;
    } catch (IllegalArgumentException notALanguage) {
      return Locale.ENGLISH;
    }
  }

  String say(String key, List<Object> arguments, Locale locale) {
    Object[] said = arguments.stream().map(argument -> plain(argument, locale)).toArray();
    return new MessageFormat(in(locale).getString(key), locale).format(said);
  }

  private ResourceBundle in(Locale locale) {
    return ResourceBundle.getBundle(bundle, locale, loader, NO_FALLBACK);
  }

  private static Object plain(Object argument, Locale locale) {
    return argument instanceof Text text ? text.in(locale) : argument.toString();
  }

  @Override
  public String toString() {
    return bundle;
  }
}
