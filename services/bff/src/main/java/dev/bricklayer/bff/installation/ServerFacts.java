package dev.bricklayer.bff.installation;

import java.util.Locale;

/**
 * What the Mattermost server says of itself to anybody.
 *
 * @param version such as {@code 11.6.0}; empty where it does not tell
 * @param diagnosticId which server this is, for all its life
 * @param siteUrl the address under which people reach it; empty where nobody has set it
 * @param locale the language of people who chose none
 */
public record ServerFacts(String version, String diagnosticId, String siteUrl, Locale locale) {

  /** Whether the server is of this version or a newer one; false where it does not tell. */
  public boolean isAtLeast(int major, int minor) {
    String[] parts = version.split("\\.", 3);
    if (parts.length < 2 || !isNumber(parts[0]) || !isNumber(parts[1])) {
      return false;
    }
    int hasMajor = Integer.parseInt(parts[0]);
    return hasMajor > major || (hasMajor == major && Integer.parseInt(parts[1]) >= minor);
  }

  private static boolean isNumber(String part) {
    return part.matches("\\d{1,6}");
  }
}
