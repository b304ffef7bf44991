package dev.bricklayer.bff.forms;

import dev.bricklayer.bff.createbot.BotToken;
import dev.bricklayer.bff.drafts.Draft;
import dev.bricklayer.mattermost.hooks.Element;
import dev.bricklayer.problems.Wording;
import java.util.Locale;

/** The field of a form that takes a bot's token. */
public final class TokenField {

  private static final Wording WORDS = Wording.beside(TokenField.class);

  private TokenField() {}

  /** Where a token was typed before, it may stay empty: a secret is not shown again. */
  public static Element in(FilledIn filledIn, Locale locale) {
    boolean kept = filledIn.keepsToken();
    String help = kept ? "token.kept" : "token.help";
    return new Element.Line(
        Draft.TOKEN,
        WORDS.text("token").in(locale),
        WORDS.text(help).in(locale),
        kept,
        "",
        "",
        BotToken.LONGEST,
        true);
  }
}
