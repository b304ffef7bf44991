package dev.bricklayer.bff.endings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.world.BffWorld;
import dev.bricklayer.bff.world.Chatter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes by itself, and copies that die while they tell it. */
class NewsTest {

  private final BffWorld world = BffWorld.shared();
  private final Chatter person = Chatter.newcomer(world.patient());
  private final TellingRepository tellings = world.patient().getBean(TellingRepository.class);
  private final UUID about = UUID.randomUUID();

  @Test
  void areToldByAnotherCopyWhereTheOneThatHeardOfThemDied() {
    person.type("");
    tellings.keep(about, person.addressee());
    tellings.came(about, new NewsItem(Card.of("It is so."), true));

    world.hasty().getBean(News.class).tellUntold();

    assertThat(person.awaitSeen(1).path("text").asString("")).isEqualTo("It is so.");
    assertThat(tellings.waiting(about)).isEmpty();
  }

  @Test
  void waitWhereNobodyCanBeReached() {
    tellings.keep(about, person.unreachable());
    tellings.came(about, new NewsItem(Card.of("It is so."), true));

    world.hasty().getBean(News.class).tellUntold();

    assertThat(tellings.waiting(about)).isPresent();
  }

  @Test
  void thatAreNewerAreNotForgottenWithTheOlderOnes() {
    NewsItem older = new NewsItem(Card.of("Is it so?"), false);
    tellings.keep(about, person.unreachable());
    tellings.came(about, older);
    tellings.came(about, new NewsItem(Card.of("It is so."), true));

    tellings.told(about, older);

    assertThat(tellings.untold()).contains(about);
  }
}
