package dev.bricklayer.bff.changebot;

import dev.bricklayer.bff.createbot.BotToken;
import dev.bricklayer.bff.jobs.JobReader;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the body of the call that changes a bot. */
@Component
class ChangeBotReader {

  private static final Wording WORDS = Wording.beside(ChangeBotReader.class);
  private static final TextRule NAME = JobReader.name(64);

  /**
   * Reads the body, which names one thing: either is an operation that ends by itself, and one call
   * has one answer.
   *
   * @throws dev.bricklayer.problems.Problem with all faults at once
   */
  BotChange read(JsonBody body) {
    return body.read(
        bot -> {
          bot.ignore("name", "credentials", "id", "status", "stopReason", "username", "jobs");
          boolean renames = isNamed(bot, "name");
          String name = renames ? bot.text("name", NAME) : "";
          if (!isNamed(bot, "credentials")) {
            if (!renames) {
              bot.reject("required", WORDS.text("nothing-to-change"));
            }
            return new BotChange.Name(name);
          }
          if (bot.isNull("credentials")) {
            bot.reject("credentials", "required", WORDS.text("credentials-stay"));
            return new BotChange.Name(name);
          }
          if (renames) {
            bot.reject("credentials", "invalid", WORDS.text("one-at-a-time"));
          }
          return new BotChange.Token(token(bot.object("credentials")));
        });
  }

  private static boolean isNamed(Fields bot, String part) {
    return bot.has(part) || bot.isNull(part);
  }

  /** A bot keeps the kind of its credentials; of the others there is nothing to send. */
  private static String token(Fields credentials) {
    credentials.kind("kind", Map.of("token", true));
    return credentials.text("token", BotToken.RULE);
  }
}
