package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.jobs.JobDraft;
import dev.bricklayer.bff.jobs.JobReader;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the body of the call that creates a bot. */
@Component
class CreateBotReader {

  private static final Wording WORDS = Wording.beside(CreateBotReader.class);
  private static final TextRule NAME = JobReader.name(64);

  private final JobReader jobs;

  CreateBotReader(JobReader jobs) {
    this.jobs = jobs;
  }

  private enum Kind {
    TOKEN,
    MANAGED,
    SHARED
  }

  /**
   * Reads the body.
   *
   * @throws Problem with all faults at once
   */
  CreateBotRequest read(JsonBody body, Caller caller) {
    return body.read(
        bot -> {
          bot.ignore("id", "status", "stopReason", "username");
          String name = bot.text("name", NAME);
          String token = token(bot.object("credentials"));
          JobDraft job = jobs.read(bot.object("job"), caller);
          return new CreateBotRequest(name, token, job.asSent(), job.meant());
        });
  }

  private static String token(Fields credentials) {
    return switch (credentials.kind("kind", kinds())) {
      case TOKEN -> credentials.text("token", BotToken.RULE);
      case MANAGED, SHARED -> {
        credentials.reject("kind", "credentials-unavailable", WORDS.text("kind-unavailable"));
        yield "";
      }
    };
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("token", Kind.TOKEN);
    kinds.put("managed", Kind.MANAGED);
    kinds.put("shared", Kind.SHARED);
    return kinds;
  }
}
