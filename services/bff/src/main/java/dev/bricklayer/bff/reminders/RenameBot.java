package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.forms.FilledIn;
import dev.bricklayer.bff.forms.OpenForm;
import dev.bricklayer.bff.forms.Sheet;
import dev.bricklayer.bff.forms.Wish;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.jobs.JobReader;
import dev.bricklayer.bff.renamebot.BotRenaming;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.mattermost.hooks.Element;
import dev.bricklayer.problems.Fault;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Another name for a bot. Its account, where Bricklayer made it, follows. */
@Component
public class RenameBot {

  private static final Wording WORDS = Wording.beside(RenameBot.class);
  private static final String NAME = "name";
  private static final int LONGEST_NAME = 64;

  private final Bots bots;
  private final BotRenaming renaming;
  private final JsonMapper json;

  RenameBot(Bots bots, BotRenaming renaming, JsonMapper json) {
    this.bots = bots;
    this.renaming = renaming;
    this.json = json;
  }

  /**
   * The form before this person.
   *
   * @throws Problem when they have no such bot
   */
  public OpenForm form(Form.RenameBot about, Asker asker) {
    BotView bot =
        bots.find(about.bot(), asker.person(), asker.locale()).orElseThrow(Problem::notFound);
    return new Open(bot, asker);
  }

  private final class Open implements OpenForm {

    private final BotView bot;
    private final Asker asker;

    Open(BotView bot, Asker asker) {
      this.bot = bot;
      this.asker = asker;
    }

    @Override
    public Sheet sheet(FilledIn filledIn) {
      return new Sheet(
          say("title.rename"),
          "**" + JobRows.plain(bot.name()) + "** · @" + bot.username(),
          say("save"),
          List.of(
              new Element.Line(
                  NAME,
                  say("new-name"),
                  "",
                  false,
                  "",
                  filledIn.or(NAME, bot.name()),
                  LONGEST_NAME,
                  false)));
    }

    @Override
    public Wish read(FilledIn filledIn) {
      String name =
          JsonBody.of(
                  json.writeValueAsBytes(
                      filledIn.value(NAME).map(it -> Map.of(NAME, it)).orElse(Map.of())))
              .read(fields -> fields.text(NAME, JobReader.name(LONGEST_NAME)));
      if (name.equals(bot.name())) {
        throw Problem.input(Fault.at("/name", "invalid", WORDS.text("nothing-changed")));
      }
      return new Wish(
          new Deed.RenameBot(name),
          Optional.empty(),
          (key, patience) ->
              renaming.rename(asker.person(), bot.id(), name, IfMatch.of(null), key, patience));
    }

    @Override
    public Map<String, String> blame() {
      return Map.of("/name", NAME);
    }

    private String say(String key) {
      return WORDS.text(key).in(asker.locale());
    }
  }
}
