package dev.bricklayer.bff.undelivered;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.people.Habits;
import dev.bricklayer.bff.people.People;
import dev.bricklayer.bff.people.Place;
import dev.bricklayer.bff.security.Administrators;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.contracts.reminder.BotSilenced;
import dev.bricklayer.mattermost.MattermostUserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who has to hear a word, and what stands in the posts that say it. */
@Component
class Letters {

  static final Place PLACE = new Place.InDirect();

  private static final Logger log = LoggerFactory.getLogger(Letters.class);

  private final Bots bots;
  private final Identities identities;
  private final Administrators administrators;
  private final People people;
  private final WordCards cards;

  Letters(
      Bots bots,
      Identities identities,
      Administrators administrators,
      People people,
      WordCards cards) {
    this.bots = bots;
    this.identities = identities;
    this.administrators = administrators;
    this.people = people;
    this.cards = cards;
  }

  /** All posts, in their order, the same each time; none where nobody is left to hear it. */
  List<Letter> of(Word word) {
    return switch (word) {
      case Word.Undelivered(var event) ->
          toOwner(event.botId(), (owner, habits) -> cards.undelivered(event, owner, habits));
      case Word.JobStopped(var event) ->
          toOwner(event.botId(), (owner, habits) -> cards.jobStopped(event, owner, habits));
      case Word.Muted(var event) ->
          toOwner(event.botId(), (owner, habits) -> cards.muted(event, owner, habits));
      case Word.BotStopped(var event) ->
          switch (event.voice()) {
            case SHARED -> toAdministrators(event);
            case OWN_TOKEN, MANAGED ->
                toOwner(event.botId(), (owner, habits) -> cards.botStopped(event, owner, habits));
          };
    };
  }

  private List<Letter> toOwner(BotId bot, BiFunction<PersonId, Habits, List<Card>> cards) {
    Optional<PersonId> owner = bots.ownerOf(bot);
    return owner.stream()
        .flatMap(
            person ->
                identities.mattermostUserOf(person).stream()
                    .flatMap(reader -> letters(reader, person, cards)))
        .toList();
  }

  /** Nobody else can mend what all share. */
  private List<Letter> toAdministrators(BotSilenced event) {
    log.error(
        "Mattermost refuses Bricklayer's own token ({}): no bot that shares it speaks any more."
            + " Renew it with ./bricklayer provision",
        event.code().word());
    Set<MattermostUserId> readers = administrators.inMattermost();
    return readers.stream()
        .map(reader -> new Letter(reader, cards.sharedStopped(event, people.habitsOf(reader))))
        .toList();
  }

  private Stream<Letter> letters(
      MattermostUserId reader, PersonId owner, BiFunction<PersonId, Habits, List<Card>> cards) {
    return cards.apply(owner, people.habitsOf(reader)).stream()
        .map(card -> new Letter(reader, card));
  }
}
