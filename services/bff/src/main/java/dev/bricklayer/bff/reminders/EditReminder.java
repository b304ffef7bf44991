package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.changejob.JobChanges;
import dev.bricklayer.bff.channels.ChannelNames;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.forms.FilledIn;
import dev.bricklayer.bff.forms.JobFields;
import dev.bricklayer.bff.forms.OpenForm;
import dev.bricklayer.bff.forms.Sheet;
import dev.bricklayer.bff.forms.Wish;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.contracts.ChannelRef;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.contracts.changejob.JobChange;
import dev.bricklayer.mattermost.hooks.Element;
import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A change of a reminder's text, schedule, name or channel. The form shows it as it is, and only
 * what is different when it is sent is changed.
 */
@Component
public class EditReminder {

  private static final Wording WORDS = Wording.beside(EditReminder.class);

  private final Bots bots;
  private final JobFields jobFields;
  private final JobChanges changes;
  private final ChannelNames channels;
  private final JsonMapper json;

  EditReminder(
      Bots bots, JobFields jobFields, JobChanges changes, ChannelNames channels, JsonMapper json) {
    this.bots = bots;
    this.jobFields = jobFields;
    this.changes = changes;
    this.channels = channels;
    this.json = json;
  }

  /**
   * The form before this person.
   *
   * @throws Problem when they have no such reminder
   */
  public OpenForm form(Form.EditReminder about, Asker asker) {
    JobView job =
        bots.findJob(about.bot(), about.job(), asker.person(), asker.locale())
            .orElseThrow(Problem::notFound);
    return new Open(about, job, asker);
  }

  private final class Open implements OpenForm {

    private final Form.EditReminder about;
    private final JobView job;
    private final Asker asker;
    private final Locale locale;

    Open(Form.EditReminder about, JobView job, Asker asker) {
      this.about = about;
      this.job = job;
      this.asker = asker;
      this.locale = asker.locale();
    }

    @Override
    public Sheet sheet(FilledIn filledIn) {
      FilledIn shown = asItIs().with(filledIn);
      List<Element> fields = new ArrayList<>();
      if (fitsAForm(job.text())) {
        fields.add(jobFields.text(shown, locale));
      }
      fields.add(jobFields.when(shown, locale));
      fields.add(jobFields.zone(shown, asker));
      fields.add(jobFields.shortName(shown, locale));
      fields.add(jobFields.otherChannel(filledIn, locale));
      String where = channels.shown(job.channel(), locale);
      return new Sheet(
          WORDS.text("title.edit").in(locale),
          "**" + JobRows.plain(job.shortName()) + "** · " + where + longText(),
          WORDS.text("save").in(locale),
          fields);
    }

    /** Nothing is ever cut: what does not fit stays as it is. */
    private String longText() {
      return fitsAForm(job.text()) ? "" : "\n" + WORDS.text("long-text").in(locale);
    }

    private FilledIn asItIs() {
      Map<String, String> values = new HashMap<>();
      values.put(JobFields.TEXT, job.text());
      values.put(JobFields.WHEN, when());
      values.put(JobFields.ZONE, zone());
      values.put(JobFields.SHORT_NAME, job.shortName());
      return new FilledIn(values, false);
    }

    private String zone() {
      return Optional.ofNullable(job.schedule().timeZone()).orElse("");
    }

    /** Its words mean the same when they are read again. */
    private String when() {
      String words = Optional.ofNullable(job.inWords()).orElse("");
      String zone = " (" + zone() + ")";
      return words.endsWith(zone) ? words.substring(0, words.length() - zone.length()) : words;
    }

    @Override
    public Wish read(FilledIn filledIn) {
      FilledIn meant = asItIs().with(filledIn);
      JobContent content =
          JsonBody.of(json.writeValueAsBytes(JobFields.asSaid(meant)))
              .read(fields -> read(fields, meant));
      JobChange.Edit edit = edit(content, filledIn);
      if (edit.parts().isEmpty()) {
        throw Problem.input(Fault.at("", "invalid", WORDS.text("nothing-changed")));
      }
      return new Wish(
          new Deed.ChangeReminder(content.shortName()),
          edit.schedule() == null ? Optional.empty() : jobFields.doubt(meant, asker),
          (key, patience) ->
              changes.edit(
                  asker.person(), about.bot(), about.job(), edit, about.revision(), key, patience));
    }

    /** A schedule that stays is not read again: it may be over, and its text still be changed. */
    private JobContent read(Fields fields, FilledIn meant) {
      return keepsTime(meant)
          ? jobFields.read(fields, meant, about.spot(), asker, job.schedule())
          : jobFields.read(fields, meant, about.spot(), asker);
    }

    private boolean keepsTime(FilledIn meant) {
      return meant.or(JobFields.WHEN, "").equals(when())
          && meant.or(JobFields.ZONE, "").equals(zone());
    }

    private JobChange.Edit edit(JobContent content, FilledIn filledIn) {
      return new JobChange.Edit(
          unlessSame(content.shortName(), job.shortName()),
          filledIn.value(JobFields.CHANNEL).isEmpty() ? null : chosen(content),
          unlessSame(content.text(), job.text()),
          unlessSame(content.schedule(), job.schedule()),
          null,
          null);
    }

    private @Nullable ChannelRef chosen(JobContent content) {
      return unlessSame(content.channel(), job.channel());
    }

    private static <T> @Nullable T unlessSame(T meant, T known) {
      return Objects.equals(meant, known) ? null : meant;
    }

    @Override
    public Map<String, String> blame() {
      if (fitsAForm(job.text())) {
        return JobFields.BLAME;
      }
      Map<String, String> blame = new HashMap<>(JobFields.BLAME);
      blame.remove("/text");
      return blame;
    }
  }

  private static boolean fitsAForm(String text) {
    return text.length() <= Element.LONGEST_PARAGRAPH;
  }
}
