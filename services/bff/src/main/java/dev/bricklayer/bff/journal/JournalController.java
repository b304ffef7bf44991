package dev.bricklayer.bff.journal;

import dev.bricklayer.bff.bots.Bots;
import dev.bricklayer.bff.bots.JobView;
import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.ServerFacts;
import dev.bricklayer.bff.paging.Page;
import dev.bricklayer.bff.paging.PageRequest;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.contracts.JobId;
import dev.bricklayer.problems.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows people what became of their jobs' last occurrences, and of nobody else's. */
@RestController
class JournalController {

  private final Bots bots;
  private final JournalRepository journal;
  private final Installation installation;

  JournalController(Bots bots, JournalRepository journal, Installation installation) {
    this.bots = bots;
    this.journal = journal;
    this.installation = installation;
  }

  @GetMapping("/api/v1/bots/{botId}/jobs/{jobId}/runs")
  Page<RunView> runs(
      Caller caller, @PathVariable UUID botId, @PathVariable UUID jobId, PageRequest page) {
    JobId id = new JobId(jobId);
    JobView job =
        bots.findJob(new BotId(botId), id, caller.id(), caller.locale())
            .orElseThrow(Problem::notFound);
    ZoneId zone = ZoneId.of(job.schedule().timeZone());
    String site = installation.knownServer().map(ServerFacts::siteUrl).orElse("");
    List<RunView> runs =
        journal.last(id, page.after(), page.oneMore()).stream()
            .map(entry -> RunView.of(entry, zone, site))
            .toList();
    return page.of(runs, RunView::id);
  }
}
