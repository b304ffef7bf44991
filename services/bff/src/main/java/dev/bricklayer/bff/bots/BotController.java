package dev.bricklayer.bff.bots;

import dev.bricklayer.bff.paging.Page;
import dev.bricklayer.bff.paging.PageRequest;
import dev.bricklayer.bff.security.Caller;
import dev.bricklayer.contracts.BotId;
import dev.bricklayer.problems.Problem;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows people their bots, and nobody else's. */
@RestController
class BotController {

  private final Bots bots;

  BotController(Bots bots) {
    this.bots = bots;
  }

  @GetMapping("/api/v1/bots/{botId}")
  ResponseEntity<BotView> one(Caller caller, @PathVariable UUID botId) {
    BotId bot = new BotId(botId);
    // Read before the bot: should it change in between, the tag is the older one and admits
    // nothing.
    String tag = bots.tagOf(bot, caller.id()).orElseThrow(Problem::notFound);
    return bots.find(bot, caller.id(), caller.locale())
        .map(view -> ResponseEntity.ok().eTag(tag).body(view))
        .orElseThrow(Problem::notFound);
  }

  @GetMapping("/api/v1/bots")
  Page<BotView> all(Caller caller, PageRequest page) {
    return page.of(
        bots.page(caller.id(), page.after().map(BotId::new), page.oneMore(), caller.locale()),
        bot -> bot.id().value());
  }
}
