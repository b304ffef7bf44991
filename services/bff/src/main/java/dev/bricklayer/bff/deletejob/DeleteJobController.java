package dev.bricklayer.bff.deletejob;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobStatus;
import dev.bricklayer.bff.operation.ExpectedRevision;
import dev.bricklayer.bff.operation.Operation;
import dev.bricklayer.bff.operation.OperationAnswers;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.problems.IfMatch;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Deletes a job. */
@RestController
class DeleteJobController {

  private final JobDeletion deletion;
  private final Bots bots;
  private final OperationAnswers answers;

  DeleteJobController(JobDeletion deletion, Bots bots, OperationAnswers answers) {
    this.deletion = deletion;
    this.bots = bots;
    this.answers = answers;
  }

  @DeleteMapping("/api/v1/bots/{botId}/jobs/{jobId}")
  ResponseEntity<?> delete(
      Caller caller,
      @PathVariable UUID botId,
      @PathVariable UUID jobId,
      @RequestHeader(name = IfMatch.HEADER, required = false) @Nullable String ifMatch,
      @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String key) {
    caller.requireStanding();
    IfMatch seen = IfMatch.of(ifMatch);
    BotId bot = new BotId(botId);
    JobId job = new JobId(jobId);
    long current =
        bots.statusOf(bot, job, caller.id()).map(JobStatus::revision).orElse(ExpectedRevision.NONE);
    Operation operation =
        deletion.delete(
            caller.id(),
            bot,
            job,
            ExpectedRevision.of(seen, current).orElse(null),
            RequestKey.of(key, () -> asked(botId, jobId)).orElse(null),
            Patience.CALL);
    return answers.deleted(operation, caller);
  }

  private static byte[] asked(UUID bot, UUID job) {
    return ("delete " + bot + " " + job).getBytes(StandardCharsets.UTF_8);
  }
}
