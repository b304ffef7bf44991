package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
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
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One more reminder of a bot. */
@Component
public class AddReminder {

  private static final Wording WORDS = Wording.beside(AddReminder.class);

  private final Bots bots;
  private final JobFields jobFields;
  private final JobChanges changes;
  private final ChannelNames channels;
  private final JsonMapper json;

  AddReminder(
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
   * @throws Problem when they have no such bot
   */
  public OpenForm form(Form.NewReminder about, Asker asker) {
    BotView bot =
        bots.find(about.bot(), asker.person(), asker.locale()).orElseThrow(Problem::notFound);
    return new Open(about, bot, asker);
  }

  private final class Open implements OpenForm {

    private final Form.NewReminder about;
    private final BotView bot;
    private final Asker asker;
    private final Locale locale;

    Open(Form.NewReminder about, BotView bot, Asker asker) {
      this.about = about;
      this.bot = bot;
      this.asker = asker;
      this.locale = asker.locale();
    }

    @Override
    public Sheet sheet(FilledIn filledIn) {
      return new Sheet(
          WORDS.text("title.add").in(locale),
          "**"
              + JobRows.plain(bot.name())
              + "**: "
              + jobFields.destination(about.spot(), filledIn, locale),
          WORDS.text("save").in(locale),
          List.of(
              jobFields.text(filledIn, locale),
              jobFields.when(filledIn, locale),
              jobFields.zone(filledIn, asker),
              jobFields.shortName(filledIn, locale),
              jobFields.otherChannel(filledIn, locale)));
    }

    @Override
    public Wish read(FilledIn filledIn) {
      JobContent content =
          JsonBody.of(json.writeValueAsBytes(JobFields.asSaid(filledIn)))
              .read(job -> jobFields.read(job, filledIn, about.spot(), asker));
      return new Wish(
          new Deed.AddReminder(content.shortName()),
          jobFields.doubt(filledIn, asker),
          (key, patience) -> {
            channels.met(about.spot());
            return changes.add(asker.person(), bot.id(), content, key, patience);
          });
    }

    @Override
    public Map<String, String> blame() {
      return JobFields.BLAME;
    }
  }
}
