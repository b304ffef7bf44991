package dev.bricklayer.bff.journal;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Choice;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.ServerFacts;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.contracts.Refusal;
import dev.bricklayer.problems.Wording;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What became of a reminder's last runs, as a card that can also run it now. */
@Component
public class ShowRuns {

  private static final Wording WORDS = Wording.beside(ShowRuns.class);
  private static final int SHOWN = 10;

  private final Bots bots;
  private final JournalRepository journal;
  private final JobRows rows;
  private final Installation installation;
  private final RunNow runNow;

  ShowRuns(
      Bots bots,
      JournalRepository journal,
      JobRows rows,
      Installation installation,
      RunNow runNow) {
    this.bots = bots;
    this.journal = journal;
    this.rows = rows;
    this.installation = installation;
    this.runNow = runNow;
  }

  /** The last ones, the latest first; what is gone meanwhile is said to be. */
  public Card of(BotId bot, JobId job, Asker asker) {
    Locale locale = asker.locale();
    return bots.findJob(bot, job, asker.person(), locale)
        .map(view -> Card.of(text(view, locale), under(bot, job, locale)))
        .orElseGet(() -> Card.of(say("gone", locale), Part.of(Menu.back(locale))));
  }

  /** Has it posted once, beside its schedule; what becomes of it is shown by the same card. */
  public Card run(Press.RunReminder press, Asker asker) {
    Locale locale = asker.locale();
    return bots.findJob(press.bot(), press.job(), asker.person(), locale)
        .map(
            view -> {
              runNow.askByClick(
                  press.bot(),
                  press.job(),
                  press.toMe() ? Optional.of(asker.user()) : Optional.empty());
              String asked = press.toMe() ? "asked.me" : "asked.channel";
              return Card.of(
                  say(asked, locale, JobRows.plain(view.shortName())),
                  under(press.bot(), press.job(), locale));
            })
        .orElseGet(() -> Card.of(say("gone", locale), Part.of(Menu.back(locale))));
  }

  private static Part under(BotId bot, JobId job, Locale locale) {
    return Part.of(
        Choice.of(say("button.runs", locale), new Press.ShowRuns(bot, job)),
        Choice.of(say("button.test", locale), new Press.RunReminder(bot, job, true)),
        Choice.of(say("button.run", locale), new Press.RunReminder(bot, job, false)),
        Choice.of(say("button.reminders", locale), new Press.ShowReminders(bot, 0)),
        Menu.back(locale));
  }

  private String text(JobView job, Locale locale) {
    ZoneId zone = ZoneId.of(job.schedule().timeZone());
    String site = installation.knownServer().map(ServerFacts::siteUrl).orElse("");
    List<RunView> runs =
        journal.last(job.id(), Optional.empty(), SHOWN).stream()
            .map(entry -> RunView.of(entry, zone, site))
            .toList();
    String heading = say("heading", locale, JobRows.plain(job.shortName()), zone.getId());
    return runs.isEmpty()
        ? heading + "\n" + say("none", locale)
        : runs.stream()
            .map(run -> line(run, locale))
            .collect(Collectors.joining("\n* ", heading + "\n* ", ""));
  }

  private String line(RunView run, Locale locale) {
    String planned = rows.moment(run.plannedAt(), locale);
    return switch (run.outcome()) {
      case SENT -> say("sent", locale, planned, late(run)) + link(run, locale);
      case MISSED -> missed(run, planned, locale);
      case FAILED -> say("failed", locale, planned, reason(run, locale));
      case UNKNOWN -> say("unknown", locale, planned, reason(run, locale));
    };
  }

  private String missed(RunView run, String planned, Locale locale) {
    RunView.Missed several = run.missed();
    return several == null || several.count() == 1
        ? say("missed", locale, planned)
        : say(
            "missed.several",
            locale,
            rows.moment(several.first(), locale),
            planned,
            several.count());
  }

  /** In seconds, with a tenth where it is below ten. */
  private static String late(RunView run) {
    Duration late = Optional.ofNullable(run.late()).orElse(Duration.ZERO);
    return late.toSeconds() < 10
        ? late.toSeconds() + "." + late.toMillisPart() / 100
        : Long.toString(late.toSeconds());
  }

  private static String link(RunView run, Locale locale) {
    return Optional.ofNullable(run.post())
        .map(RunView.Post::url)
        .map(url -> " · [" + say("post", locale) + "](" + url + ")")
        .orElse("");
  }

  private static String reason(RunView run, Locale locale) {
    return run.code() == null
        ? "`" + Optional.ofNullable(run.error()).orElse("") + "`"
        : Refusals.problem(Refusal.of(run.code(), "")).detail().in(locale);
  }

  private static String say(String key, Locale locale, Object... arguments) {
    return WORDS.text(key, arguments).in(locale);
  }
}
