package dev.bricklayer.bff.newbot;

import dev.bricklayer.bff.channels.ChannelNames;
import dev.bricklayer.bff.createbot.AskedCredentials;
import dev.bricklayer.bff.createbot.BotCreation;
import dev.bricklayer.bff.createbot.BotToken;
import dev.bricklayer.bff.createbot.CreateBotRequest;
import dev.bricklayer.bff.drafts.Draft;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.forms.FilledIn;
import dev.bricklayer.bff.forms.JobFields;
import dev.bricklayer.bff.forms.OpenForm;
import dev.bricklayer.bff.forms.Sheet;
import dev.bricklayer.bff.forms.TokenField;
import dev.bricklayer.bff.forms.Wish;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.Voice;
import dev.bricklayer.bff.jobs.JobReader;
import dev.bricklayer.contracts.JobContent;
import dev.bricklayer.mattermost.hooks.Element;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A new bot with its first reminder. Normally the bot gets an account of its own; who has the token
 * of one that an administrator made takes the form that asks for it.
 */
@Component
public class NewBot {

  private static final Wording WORDS = Wording.beside(NewBot.class);
  private static final String NAME = "name";
  private static final int LONGEST_NAME = 64;

  private final JobFields jobFields;
  private final BotCreation creation;
  private final ChannelNames channels;
  private final JsonMapper json;

  NewBot(JobFields jobFields, BotCreation creation, ChannelNames channels, JsonMapper json) {
    this.jobFields = jobFields;
    this.creation = creation;
    this.channels = channels;
    this.json = json;
  }

  /** The form before this person. */
  public OpenForm form(Form.NewBot about, Asker asker) {
    return new Open(about, asker);
  }

  private final class Open implements OpenForm {

    private final Form.NewBot about;
    private final Asker asker;
    private final Locale locale;

    Open(Form.NewBot about, Asker asker) {
      this.about = about;
      this.asker = asker;
      this.locale = asker.locale();
    }

    @Override
    public Sheet sheet(FilledIn filledIn) {
      List<Element> fields = new ArrayList<>();
      fields.add(name(filledIn));
      if (about.voice() == Voice.TOKEN) {
        fields.add(TokenField.in(filledIn, locale));
      }
      fields.add(jobFields.text(filledIn, locale));
      fields.add(jobFields.when(filledIn, locale));
      fields.add(jobFields.zone(filledIn, asker));
      if (about.voice() != Voice.TOKEN) {
        fields.add(jobFields.shortName(filledIn, locale));
      }
      fields.add(jobFields.otherChannel(filledIn, locale));
      return new Sheet(
          say("title." + about.voice()), introduction(filledIn), say("submit"), fields);
    }

    private String introduction(FilledIn filledIn) {
      return jobFields.destination(about.spot(), filledIn, locale)
          + " "
          + say("introduction." + about.voice());
    }

    private Element name(FilledIn filledIn) {
      return new Element.Line(
          NAME,
          say("name"),
          say("name.help"),
          false,
          say("name.placeholder"),
          filledIn.or(NAME, ""),
          LONGEST_NAME,
          false);
    }

    @Override
    public Wish read(FilledIn filledIn) {
      CreateBotRequest request =
          JsonBody.of(json.writeValueAsBytes(asSaid(filledIn))).read(bot -> request(bot, filledIn));
      return new Wish(
          new Deed.MakeBot(request.name()),
          jobFields.doubt(filledIn, asker),
          (key, patience) -> {
            channels.met(about.spot());
            return creation.create(asker.person(), request, key, patience);
          });
    }

    private Map<String, Object> asSaid(FilledIn filledIn) {
      Map<String, Object> bot = new LinkedHashMap<>();
      filledIn.value(NAME).ifPresent(name -> bot.put("name", name));
      Map<String, Object> credentials = new LinkedHashMap<>();
      if (about.voice() == Voice.TOKEN) {
        filledIn.value(Draft.TOKEN).ifPresent(token -> credentials.put("token", token));
      }
      bot.put("credentials", credentials);
      bot.put("job", JobFields.asSaid(filledIn));
      return bot;
    }

    private CreateBotRequest request(Fields bot, FilledIn filledIn) {
      String name = bot.text("name", JobReader.name(LONGEST_NAME));
      AskedCredentials credentials = credentials(bot.object("credentials"));
      JobContent job = jobFields.read(bot.object("job"), filledIn, about.spot(), asker);
      return new CreateBotRequest(name, credentials, job, job);
    }

    private AskedCredentials credentials(Fields credentials) {
      return switch (about.voice()) {
        case TOKEN -> new AskedCredentials.OwnToken(credentials.text("token", BotToken.RULE));
        case MANAGED -> new AskedCredentials.Managed();
        case SHARED -> new AskedCredentials.Shared();
      };
    }

    @Override
    public Map<String, String> blame() {
      Map<String, String> blame = new LinkedHashMap<>();
      blame.put("/name", NAME);
      JobFields.BLAME.forEach((pointer, field) -> blame.put("/job" + pointer, field));
      if (about.voice() == Voice.TOKEN) {
        blame.put("/credentials", Draft.TOKEN);
        blame.remove("/job/shortName");
      }
      return blame;
    }

    private String say(String key) {
      return WORDS.text(key).in(locale);
    }
  }
}
