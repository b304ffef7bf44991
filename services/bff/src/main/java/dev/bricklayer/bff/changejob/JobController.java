package dev.bricklayer.bff.changejob;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.jobs.JobDraft;
import dev.bricklayer.bff.jobs.JobEditDraft;
import dev.bricklayer.bff.jobs.JobReader;
import dev.bricklayer.bff.operation.ExpectedRevision;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.OperationAnswers;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.problems.IfMatch;
import dev.bricklayer.problems.JsonBody;
import dev.bricklayer.problems.Problem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Shows, adds and changes jobs of a bot. */
@RestController
class JobController {

  private final Bots bots;
  private final JobReader reader;
  private final JobChanges changes;
  private final OperationAnswers answers;
  private final JsonMapper json;

  JobController(
      Bots bots, JobReader reader, JobChanges changes, OperationAnswers answers, JsonMapper json) {
    this.bots = bots;
    this.reader = reader;
    this.changes = changes;
    this.answers = answers;
    this.json = json;
  }

  @GetMapping("/api/v1/bots/{botId}/jobs/{jobId}")
  ResponseEntity<JobView> one(Caller caller, @PathVariable UUID botId, @PathVariable UUID jobId) {
    JobView job = find(caller, new BotId(botId), new JobId(jobId));
    return ResponseEntity.ok().eTag(job.eTag()).body(job);
  }

  @PostMapping("/api/v1/bots/{botId}/jobs")
  ResponseEntity<?> add(
      Caller caller,
      @PathVariable UUID botId,
      JsonBody body,
      @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String key) {
    caller.requireStanding();
    JobDraft draft = body.read(job -> reader.read(job, caller));
    Operation operation =
        changes.add(
            caller.id(),
            new BotId(botId),
            draft.meant(),
            key(key, new Added(botId, draft.asSent())).orElse(null),
            Patience.CALL);
    return answers.created(operation, caller);
  }

  @PatchMapping("/api/v1/bots/{botId}/jobs/{jobId}")
  ResponseEntity<?> edit(
      Caller caller,
      @PathVariable UUID botId,
      @PathVariable UUID jobId,
      JsonBody body,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String ifMatch,
      @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String key) {
    caller.requireStanding();
    IfMatch seen = IfMatch.of(ifMatch);
    JobView known = find(caller, new BotId(botId), new JobId(jobId));
    String zone = known.schedule().timeZone();
    JobEditDraft draft = body.read(job -> reader.readParts(job, caller, zone));
    Operation operation =
        changes.edit(
            caller.id(),
            new BotId(botId),
            new JobId(jobId),
            draft.meant(),
            ExpectedRevision.of(seen, known.revision()).orElse(null),
            key(key, new Edited(botId, jobId, ifMatch, draft.asSent())).orElse(null),
            Patience.CALL);
    return answers.changed(operation, caller);
  }

  private JobView find(Caller caller, BotId bot, JobId job) {
    return bots.findJob(bot, job, caller.id(), caller.locale()).orElseThrow(Problem::notFound);
  }

  private Optional<RequestKey> key(@Nullable String header, Object asked) {
    return RequestKey.of(header, () -> json.writeValueAsBytes(asked));
  }

  /** All that was asked for; only its hash is kept. */
  private record Added(UUID bot, Object job) {}

  /** All that was asked for; only its hash is kept. */
  private record Edited(UUID bot, UUID job, @Nullable String ifMatch, Object parts) {}
}
