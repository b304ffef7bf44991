package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.changejob.JobChanges;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.forms.FilledIn;
import dev.bricklayer.bff.forms.OpenForm;
import dev.bricklayer.bff.forms.Sheet;
import dev.bricklayer.bff.forms.Wish;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.jobs.JobReader;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.bff.schedules.Schedules;
import dev.bricklayer.mattermost.hooks.Element;
import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Text;
import dev.bricklayer.problems.Wording;
import dev.bricklayer.schedule.when.Hint;
import dev.bricklayer.schedule.when.When;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The form that asks until when a reminder is silent. */
@Component
public class SilenceForm {

  /** Its field. */
  public static final String UNTIL = "until";

  private static final Wording WORDS = Wording.beside(SilenceForm.class);
  private static final int LONGEST_LINE = 150;

  private final Bots bots;
  private final JobRows rows;
  private final JobChanges changes;
  private final Schedules schedules;
  private final Clock clock;

  SilenceForm(Bots bots, JobRows rows, JobChanges changes, Schedules schedules, Clock clock) {
    this.bots = bots;
    this.rows = rows;
    this.changes = changes;
    this.schedules = schedules;
    this.clock = clock;
  }

  /**
   * The form before this person.
   *
   * @throws Problem when they have no such reminder
   */
  public OpenForm form(Form.Silence about, Asker asker) {
    JobView job =
        bots.findJob(about.bot(), about.job(), asker.person(), asker.locale())
            .orElseThrow(Problem::notFound);
    return new Open(about, job, asker);
  }

  private final class Open implements OpenForm {

    private final Form.Silence about;
    private final JobView job;
    private final Asker asker;
    private final Locale locale;

    Open(Form.Silence about, JobView job, Asker asker) {
      this.about = about;
      this.job = job;
      this.asker = asker;
      this.locale = asker.locale();
    }

    @Override
    public Sheet sheet(FilledIn filledIn) {
      Element until =
          new Element.Line(
              UNTIL,
              say("until"),
              say("until.help"),
              false,
              say("until.placeholder"),
              filledIn.or(UNTIL, ""),
              LONGEST_LINE,
              false);
      String about =
          WORDS
              .text(
                  "until.about", JobRows.plain(job.shortName()), SilenceReminder.zone(job).getId())
              .in(locale);
      return new Sheet(say("title.until"), about, say("until.submit"), List.of(until));
    }

    @Override
    public Wish read(FilledIn filledIn) {
      When.Read said = said(filledIn.or(UNTIL, ""));
      Instant until = said.schedule().nextAfter(clock.instant()).orElseThrow();
      requireSense(until);
      return new Wish(
          new Deed.Silence(job.shortName()),
          doubt(said),
          (key, patience) ->
              changes.edit(
                  asker.person(),
                  about.bot(),
                  about.job(),
                  SilenceReminder.edit(job, until),
                  about.revision(),
                  key,
                  patience));
    }

    private When.Read said(String typed) {
      ZoneId zone = SilenceReminder.zone(job);
      return switch (schedules.readMoment(typed, zone, clock.instant(), locale)) {
        case When.Read read -> read;
        case When.NotUnderstood(var code, var detail, _) ->
            throw wrong(code, WORDS.text("verbatim", detail));
      };
    }

    private void requireSense(Instant until) {
      if (until.isAfter(clock.instant().plus(JobReader.LONGEST_SILENCE))) {
        throw wrong("invalid", WORDS.text("until.too-far"));
      }
      OffsetDateTime next = job.nextRun();
      if (next != null && !next.toInstant().isBefore(until)) {
        throw wrong("invalid", WORDS.text("until.nothing", rows.moment(next, locale)));
      }
    }

    private static Problem wrong(String code, Text words) {
      return Problem.input(Fault.at("/notBefore", code, words));
    }

    private Optional<Wish.Doubt> doubt(When.Read said) {
      String hints = said.hints().stream().map(Hint::text).collect(Collectors.joining(" "));
      return hints.isEmpty()
          ? Optional.empty()
          : Optional.of(new Wish.Doubt(UNTIL, said.schedule().inWords(locale) + ". " + hints));
    }

    @Override
    public Map<String, String> blame() {
      return Map.of("/notBefore", UNTIL);
    }

    private String say(String key) {
      return WORDS.text(key).in(locale);
    }
  }
}
