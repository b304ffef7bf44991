package dev.bricklayer.bff.linking;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.endings.Addressee;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.News;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.link.LinkListener;
import dev.bricklayer.bff.link.LinkStep;
import dev.bricklayer.bff.link.Linking;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.contracts.link.LinkId;
import dev.bricklayer.problems.Wording;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A code is typed, "checking" is answered, the user service's question comes where the code was
 * typed, and after a yes its last word. Whichever copy hears of a step tells it.
 */
@Component
public class LinkTalk implements LinkListener {

  private static final Wording WORDS = Wording.beside(LinkTalk.class);

  private final Linking linking;
  private final News news;

  LinkTalk(Linking linking, News news) {
    this.linking = linking;
    this.news = news;
  }

  /** A code was typed. What is needed to tell the answer is kept with the question. */
  @Transactional
  public Card ask(String code, String username, Asker asker) {
    Optional<LinkId> link = linking.ask(asker.user(), username, code);
    link.ifPresent(id -> news.await(id.value(), Addressee.of(asker)));
    return Card.of(say(link.isPresent() ? "checking" : "no-code", asker.locale()));
  }

  /** Yes, said by whoever typed the code; the user service looks whether it was them. */
  @Transactional
  public Card confirm(UUID link, Asker asker) {
    news.await(link, Addressee.of(asker));
    linking.confirm(new LinkId(link), asker.user());
    return Card.of(say("linking", asker.locale()));
  }

  @Override
  public void heard(LinkId link, LinkStep step) {
    boolean last =
        switch (step) {
          case LinkStep.Asked _ -> false;
          case LinkStep.Linked _, LinkStep.Refused _ -> true;
        };
    news.came(link.value(), locale -> card(link, step, locale), last);
  }

  private static Card card(LinkId link, LinkStep step, Locale locale) {
    String words = step.inWords().in(locale);
    return switch (step) {
      case LinkStep.Asked _ ->
          Card.of(
              words,
              Part.of(
                  Choice.main(say("button.yes", locale), new Press.ConfirmLink(link.value())),
                  Choice.of(say("button.no", locale), new Press.ShowMenu())));
      case LinkStep.Linked _, LinkStep.Refused _ -> Card.of(words, Part.of(Menu.back(locale)));
    };
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
