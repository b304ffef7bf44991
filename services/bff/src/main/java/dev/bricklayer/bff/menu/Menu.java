package dev.bricklayer.bff.menu;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.intent.Voice;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The menu and the help. They need nothing but the reader's language. */
public final class Menu {

  private static final Wording WORDS = Wording.beside(Menu.class);

  private Menu() {}

  /**
   * The menu.
   *
   * @param usual what a new bot speaks with: who has a token has a button of their own, unless all
   *     need one
   */
  public static Card card(Voice usual, Locale locale) {
    return Card.of(say("menu", locale), choices(usual, locale));
  }

  /** Everything that can be typed, with examples. */
  public static Card help(Locale locale) {
    return Card.of(say("help", locale), Part.of(back(locale)));
  }

  /**
   * Nobody knows what was typed.
   *
   * @param word the first of it
   * @param nearest what may have been meant
   */
  public static Card unknown(String word, Optional<String> nearest, Locale locale) {
    String text =
        nearest
            .map(command -> WORDS.text("unknown.near", word, command).in(locale))
            .orElseGet(() -> WORDS.text("unknown", word).in(locale));
    return Card.of(text, Part.of(back(locale), help(say("button.help", locale))));
  }

  /** The verb is known, and what is missing behind it is shown by an example. */
  public static Card incomplete(String verb, Locale locale) {
    String text =
        switch (verb) {
          case "ADD", "LINK" -> say("incomplete." + verb, locale);
          default -> WORDS.text("incomplete.NAME", verb.toLowerCase(Locale.ROOT)).in(locale);
        };
    return Card.of(text, Part.of(back(locale), help(say("button.help", locale))));
  }

  private static Part choices(Voice usual, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.main(say("button.new-bot", locale), new Press.MakeBot(null)));
    choices.add(Choice.of(say("button.new-reminder", locale), new Press.AddReminder(null)));
    choices.add(Choice.of(say("button.reminders", locale), new Press.ShowReminders(null, 0)));
    choices.add(Choice.of(say("button.edit", locale), new Press.ShowReminders(null, 0)));
    choices.add(Choice.of(say("button.delete-bot", locale), new Press.AskDeleteBot(null)));
    if (usual != Voice.TOKEN) {
      choices.add(Choice.of(say("button.own-token", locale), new Press.MakeBot(Voice.TOKEN)));
    }
    choices.add(help(say("button.help", locale)));
    choices.add(Choice.of(say("button.link", locale), new Press.ShowLinking()));
    return Part.of("", choices);
  }

  /** How an account of the REST calls becomes the same person. */
  public static Card linking(Locale locale) {
    return Card.of(say("linking", locale), Part.of(back(locale)));
  }

  /** The way back to the menu. */
  public static Choice back(Locale locale) {
    return Choice.of(say("button.menu", locale), new Press.ShowMenu());
  }

  private static Choice help(String label) {
    return Choice.of(label, new Press.ShowHelp());
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
