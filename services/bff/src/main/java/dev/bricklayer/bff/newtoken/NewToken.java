package dev.bricklayer.bff.newtoken;

import dev.bricklayer.bff.bots.BotView;
import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.changecredentials.CredentialsChanging;
import dev.bricklayer.bff.createbot.BotToken;
import dev.bricklayer.bff.drafts.Draft;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.forms.FilledIn;
import dev.bricklayer.bff.forms.OpenForm;
import dev.bricklayer.bff.forms.Sheet;
import dev.bricklayer.bff.forms.TokenField;
import dev.bricklayer.bff.forms.Wish;
import dev.bricklayer.bff.intent.Deed;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.rows.JobRows;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The form that asks for a bot's new token, and gives it to the bot. */
@Component
public class NewToken {

  private static final Wording WORDS = Wording.beside(NewToken.class);

  private final Bots bots;
  private final CredentialsChanging changing;
  private final JsonMapper json;

  NewToken(Bots bots, CredentialsChanging changing, JsonMapper json) {
    this.bots = bots;
    this.changing = changing;
    this.json = json;
  }

  /**
   * The form before this person.
   *
   * @throws Problem when they have no such bot
   */
  public OpenForm form(Form.NewToken about, Asker asker) {
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
          say("title"),
          say("introduction", JobRows.plain(bot.name()), bot.username()),
          say("submit"),
          List.of(TokenField.in(filledIn, asker.locale())));
    }

    @Override
    public Wish read(FilledIn filledIn) {
      Map<String, Object> credentials =
          filledIn
              .value(Draft.TOKEN)
              .<Map<String, Object>>map(token -> Map.of("token", token))
              .orElseGet(Map::of);
      String token =
          JsonBody.of(json.writeValueAsBytes(Map.of("credentials", credentials)))
              .read(asked -> asked.object("credentials").text("token", BotToken.RULE));
      return new Wish(
          new Deed.GiveToken(bot.name()),
          Optional.empty(),
          (key, patience) ->
              changing.change(asker.person(), bot.id(), token, IfMatch.of(null), key, patience));
    }

    @Override
    public Map<String, String> blame() {
      return Map.of("/credentials", Draft.TOKEN);
    }

    private String say(String key, Object... arguments) {
      return WORDS.text(key, arguments).in(asker.locale());
    }
  }
}
