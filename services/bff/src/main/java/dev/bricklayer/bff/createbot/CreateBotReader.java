package dev.bricklayer.bff.createbot;

import dev.bricklayer.bff.jobs.JobDraft;
import dev.bricklayer.bff.jobs.JobReader;
import dev.bricklayer.bff.operation.Refusals;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.TextRule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the body of the call that creates a bot. */
@Component
class CreateBotReader {

  private static final TextRule NAME = JobReader.name(64);

  private final JobReader jobs;
  private final OfferedCredentials offered;

  CreateBotReader(JobReader jobs, OfferedCredentials offered) {
    this.jobs = jobs;
    this.offered = offered;
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
          AskedCredentials credentials = credentials(bot.object("credentials"), caller);
          JobDraft job = jobs.read(bot.object("job"), caller);
          return new CreateBotRequest(name, credentials, job.asSent(), job.meant());
        });
  }

  private AskedCredentials credentials(Fields credentials, Caller caller) {
    AskedCredentials asked =
        switch (credentials.kind("kind", kinds())) {
          case TOKEN -> new AskedCredentials.OwnToken(credentials.text("token", BotToken.RULE));
          case MANAGED -> new AskedCredentials.Managed();
          case SHARED -> new AskedCredentials.Shared();
        };
    offered
        .whyNot(asked, caller.id())
        .ifPresent(code -> credentials.reject("kind", code.word(), Refusals.words(code)));
    return asked;
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("token", Kind.TOKEN);
    kinds.put("managed", Kind.MANAGED);
    kinds.put("shared", Kind.SHARED);
    return kinds;
  }
}
