package dev.bricklayer.mattermost.hooks;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a slash command can still be answered: at most five times, for 30 minutes. Whoever knows it
 * speaks in the name of the person who typed the command.
 *
 * @param id the last part of Mattermost's {@code response_url}. What comes before it is not used: a
 *     caller goes to the address of Mattermost that it was configured with, and to no other
 */
public record ResponseHook(String id) {

  /** The first of five uses is the first call of this hook; the command's own answer is none. */
  public static final int USES = 5;

  private static final Pattern URL = Pattern.compile(".*/hooks/commands/([A-Za-z0-9]{1,64})");

  /** From a {@code response_url}; empty when it is none. */
  public static Optional<ResponseHook> of(String responseUrl) {
    Matcher matcher = URL.matcher(responseUrl);
    return matcher.matches() ? Optional.of(new ResponseHook(matcher.group(1))) : Optional.empty();
  }

  @Override
  public String toString() {
    return "ResponseHook[hidden]";
  }
}
