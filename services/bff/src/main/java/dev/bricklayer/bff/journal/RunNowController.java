package dev.bricklayer.bff.journal;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.identity.Identities;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.Wording;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Runs a job now: in its channel, or as a test to whoever asks. */
@RestController
class RunNowController {

  private static final Wording WORDS = Wording.beside(RunNowController.class);

  private final Bots bots;
  private final Identities identities;
  private final RunNow runNow;

  RunNowController(Bots bots, Identities identities, RunNow runNow) {
    this.bots = bots;
    this.identities = identities;
    this.runNow = runNow;
  }

  /** Where it goes. */
  private enum To {
    CHANNEL,
    ME
  }

  /** Under which instant the journal will have it. */
  record Asked(OffsetDateTime plannedAt) {}

  @PostMapping("/api/v1/bots/{botId}/jobs/{jobId}/runs")
  ResponseEntity<Asked> run(
      Caller caller,
      @PathVariable UUID botId,
      @PathVariable UUID jobId,
      JsonBody body,
      @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String key) {
    caller.requireStanding();
    BotId bot = new BotId(botId);
    JobView job =
        bots.findJob(bot, new JobId(jobId), caller.id(), caller.locale())
            .orElseThrow(Problem::notFound);
    Optional<MattermostUserId> directTo = body.read(fields -> directTo(fields, caller));
    OffsetDateTime asked =
        runNow
            .ask(
                caller.id(),
                bot,
                job.id(),
                directTo,
                RequestKey.of(key, () -> asked(bot, job.id(), directTo)).orElse(null))
            .atZone(ZoneId.of(job.schedule().timeZone()))
            .toOffsetDateTime();
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/bots/%s/jobs/%s/runs".formatted(botId, jobId)))
        .body(new Asked(asked));
  }

  private static byte[] asked(BotId bot, JobId job, Optional<MattermostUserId> directTo) {
    return ("run "
            + bot
            + " "
            + job
            + " "
            + directTo.map(MattermostUserId::value).orElse("channel"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Optional<MattermostUserId> directTo(Fields fields, Caller caller) {
    return switch (fields.kind("to", Map.of("channel", To.CHANNEL, "me", To.ME))) {
      case CHANNEL -> Optional.empty();
      case ME -> {
        Optional<MattermostUserId> me = identities.mattermostUserOf(caller.id());
        if (me.isEmpty()) {
          fields.reject("to", "link-required", WORDS.text("link-required"));
        }
        yield me;
      }
    };
  }
}
