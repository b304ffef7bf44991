package dev.bricklayer.bff.installation;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the self-test types to see the way from Mattermost to the bff and back: {@code /bricklayer
 * probe NONCE}. The answer shows that it was this installation that heard it, and that it knows the
 * command's token.
 */
@Component
public class Probe {

  private static final String WORD = "probe ";
  private static final int LONGEST_NONCE = 64;

  private final Installation installation;

  Probe(Installation installation) {
    this.installation = installation;
  }

  /** What to type behind the command. */
  public String question(String nonce) {
    return WORD + nonce;
  }

  /**
   * The answer, where somebody typed a probe; empty for everything else.
   *
   * @param typed what stands behind the command
   */
  public Optional<String> answerTo(String typed) {
    String line = typed.strip();
    if (!line.toLowerCase(Locale.ROOT).startsWith(WORD)) {
      return Optional.empty();
    }
    String nonce = line.substring(WORD.length()).strip();
    return nonce.matches("[0-9a-f-]{1," + LONGEST_NONCE + "}")
        ? Optional.of(answer(nonce))
        : Optional.empty();
  }

  /** What this installation answers to a nonce. */
  public String answer(String nonce) {
    return "`%s %s`".formatted(installation.id(), nonce);
  }
}
