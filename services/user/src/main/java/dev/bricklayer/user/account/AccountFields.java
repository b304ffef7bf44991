package dev.bricklayer.user.account;

import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the fields of an account may hold. */
final class AccountFields {

  static final Wording WORDS = Wording.beside(AccountFields.class);

  /** ASCII alone, so that no name can be made to look like another. */
  static final TextRule USERNAME =
      TextRule.line(64)
          .atLeast(2)
          .matching(
              Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*"), WORDS.text("username-characters"));

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private static final TextRule ZONE =
      TextRule.line(64).satisfying(ZONES::contains, "zone-unknown", WORDS.text("zone-unknown"));

  private static final Map<String, String> LOCALES = locales();

  private AccountFields() {}

  static Optional<String> locale(Fields fields) {
    return fields.optionalChoice("locale", LOCALES);
  }

  static Optional<ZoneId> timeZone(Fields fields) {
    return fields.optionalText("timeZone", ZONE).map(ZoneId::of);
  }

  /** What an answer holds and a request may echo. */
  static void ignoreReadOnly(Fields fields) {
    fields.ignore("id", "createdAt");
  }

  private static Map<String, String> locales() {
    Map<String, String> locales = new LinkedHashMap<>();
    Wording.LANGUAGES.forEach(it -> locales.put(it.toLanguageTag(), it.toLanguageTag()));
    return locales;
  }
}
