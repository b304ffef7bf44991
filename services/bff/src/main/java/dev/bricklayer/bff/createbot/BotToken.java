package dev.bricklayer.bff.createbot;

import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the token of a bot looks like before anybody has asked Mattermost about it. */
public final class BotToken {

  /** Characters at most; Mattermost's own have 26. */
  public static final int LONGEST = 150;

  /** What may stand in an Authorization header; whether it is a token, Mattermost says. */
  private static final Predicate<String> BEARABLE =
      Pattern.compile("[A-Za-z0-9._~+/-]{8,128}=*").asMatchPredicate();

  /** The rule of the field that holds it. */
  public static final TextRule RULE =
      TextRule.line(LONGEST)
          .satisfying(BEARABLE, "token-invalid", Wording.beside(BotToken.class).text("token-form"));

  private BotToken() {}
}
