package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.people.Spot;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.bff.rows.RowChoices;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.PersonId;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A person's bots and their reminders, page by page. */
@Component
public class ShowReminders {

  private static final Wording WORDS = Wording.beside(ShowReminders.class);

  /** A card of more is folded by Mattermost. */
  private static final int A_PAGE = 8;

  private final Bots bots;
  private final JobRows rows;
  private final Identities identities;

  ShowReminders(Bots bots, JobRows rows, Identities identities) {
    this.bots = bots;
    this.rows = rows;
    this.identities = identities;
  }

  /** The reminders of the only bot, or which bot. */
  public Card all(Asker asker) {
    return choose(
        asker,
        "which-bot.show",
        bot -> new Press.ShowReminders(bot, 0),
        bot -> page(bot, 0, asker));
  }

  /** A page of a bot's reminders; what is gone meanwhile is said to be. */
  public Card of(BotId bot, int page, Asker asker) {
    return bots.find(bot, asker.person(), asker.locale())
        .map(found -> page(found, page, asker))
        .orElseGet(() -> gone(asker.locale()));
  }

  /**
   * Lets a person choose one of their bots; the choice is left out where there is none.
   *
   * @param question asks for it
   * @param press what each button means
   * @param only what is shown when there is one bot only
   */
  Card choose(
      Asker asker, String question, Function<BotId, Press> press, Function<BotView, Card> only) {
    List<BotView> all = bots.all(asker.person(), asker.locale());
    if (all.size() == 1) {
      return only.apply(all.getFirst());
    }
    Locale locale = asker.locale();
    if (all.isEmpty()) {
      return noBots(locale);
    }
    List<Choice> choices =
        all.stream().map(bot -> Choice.of(bot.name(), press.apply(bot.id()))).toList();
    return Card.of(say(question, locale), Part.of("", choices), Part.of(Menu.back(locale)));
  }

  /**
   * The reminders in this channel: this person's, with what can be done, and others', to be read
   * only. Mattermost lets nobody type a command in a channel that they may not speak in.
   */
  public Card here(Spot spot, Asker asker) {
    Locale locale = asker.locale();
    List<Part> mine =
        bots.all(asker.person(), locale).stream()
            .flatMap(bot -> inChannel(bot, spot).map(job -> row(bot, job, locale)))
            .limit(2L * A_PAGE)
            .toList();
    String text = say(mine.isEmpty() ? "none-here" : "here", locale);
    List<Part> parts = new ArrayList<>(mine);
    if (!spot.isPrivateTalk()) {
      parts.addAll(othersHere(spot, asker));
    }
    return parts.isEmpty() ? Card.of(text, Part.of(Menu.back(locale))) : new Card(text, parts);
  }

  private List<Part> othersHere(Spot spot, Asker asker) {
    Locale locale = asker.locale();
    String lines =
        bots.othersIn(spot, asker.person(), locale).entrySet().stream()
            .flatMap(entry -> linesOf(entry.getKey(), entry.getValue(), spot, locale))
            .limit(2L * A_PAGE)
            .collect(Collectors.joining("\n"));
    return lines.isEmpty()
        ? List.of()
        : List.of(Part.of(say("here-others", locale) + "\n" + lines, List.of()));
  }

  private Stream<String> linesOf(PersonId owner, List<BotView> theirs, Spot spot, Locale locale) {
    String by =
        identities
            .nameOf(owner)
            .map(name -> " · " + WORDS.text("made-by", JobRows.plain(name)).in(locale))
            .orElse("");
    return theirs.stream()
        .flatMap(bot -> inChannel(bot, spot))
        .map(job -> "* " + rows.line(job, locale) + by);
  }

  private static Stream<JobView> inChannel(BotView bot, Spot spot) {
    return bot.jobs().stream().filter(job -> isIn(job.channel(), spot));
  }

  private static boolean isIn(ChannelRef channel, Spot spot) {
    return spot.isPrivateTalk()
        ? channel.directTo() != null
        : spot.channel().equals(channel.id())
            || (spot.name().equals(channel.name()) && spot.team().equals(channel.team()));
  }

  private Card page(BotView bot, int page, Asker asker) {
    Locale locale = asker.locale();
    List<JobView> jobs = bot.jobs();
    int pages = Math.max(1, (jobs.size() + A_PAGE - 1) / A_PAGE);
    int shown = Math.clamp(page, 0, pages - 1);
    Stream<Part> some =
        jobs.stream().skip((long) shown * A_PAGE).limit(A_PAGE).map(job -> row(bot, job, locale));
    return new Card(
        heading(bot, shown, pages, locale),
        Stream.concat(
                some, Stream.of(new Part("", Part.Tone.PLAIN, under(bot, shown, pages, locale))))
            .toList());
  }

  private String heading(BotView bot, int page, int pages, Locale locale) {
    String text = rows.heading(bot, locale);
    String jobs = bot.jobs().isEmpty() ? "\n" + say("no-reminders", locale) : "";
    String which = pages == 1 ? "" : "\n" + WORDS.text("page", page + 1, pages).in(locale);
    return text + jobs + which;
  }

  private Part row(BotView bot, JobView job, Locale locale) {
    return new Part(rows.line(job, locale), Part.Tone.PLAIN, RowChoices.of(bot, job, locale));
  }

  private static List<Choice> under(BotView bot, int page, int pages, Locale locale) {
    List<Choice> choices = new ArrayList<>();
    if (page > 0) {
      choices.add(
          Choice.of(say("button.before", locale), new Press.ShowReminders(bot.id(), page - 1)));
    }
    if (page < pages - 1) {
      choices.add(
          Choice.of(say("button.more", locale), new Press.ShowReminders(bot.id(), page + 1)));
    }
    choices.add(Choice.of(say("button.new-reminder", locale), new Press.AddReminder(bot.id())));
    choices.add(Choice.of(say("button.rename-bot", locale), new Press.RenameBot(bot.id())));
    choices.add(Choice.of(say("button.delete-bot", locale), new Press.AskDeleteBot(bot.id())));
    choices.add(Menu.back(locale));
    return choices;
  }

  private static Card noBots(Locale locale) {
    return Card.of(
        say("no-bots", locale),
        Part.of(
            Choice.main(say("button.new-bot", locale), new Press.MakeBot(null)),
            Menu.back(locale)));
  }

  /** It is not there, or not theirs: nobody is told which. */
  static Card gone(Locale locale) {
    return Card.of(
        say("gone", locale),
        Part.of(
            Choice.of(say("button.reminders", locale), new Press.ShowReminders(null, 0)),
            Menu.back(locale)));
  }

  /** A bot of this person. */
  Optional<BotView> find(BotId bot, Asker asker) {
    return bots.find(bot, asker.person(), asker.locale());
  }

  /** What is done with one reminder of this person; where it is gone, that is said. */
  Card one(BotId botId, JobId jobId, Asker asker, BiFunction<BotView, JobView, Card> then) {
    return find(botId, asker)
        .flatMap(
            bot ->
                bot.jobs().stream()
                    .filter(job -> job.id().equals(jobId))
                    .findFirst()
                    .map(job -> then.apply(bot, job)))
        .orElseGet(() -> gone(asker.locale()));
  }

  /** Nothing was done: the reminder is shown as it is now. */
  Card asItIs(BotView bot, JobView job, String why, Locale locale) {
    return Card.of(say(why, locale), row(bot, job, locale));
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
