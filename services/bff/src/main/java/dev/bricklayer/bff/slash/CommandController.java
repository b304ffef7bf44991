package dev.bricklayer.bff.slash;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.CardPrinter;
import dev.bricklayer.bff.dialog.DialogOpener;
import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.Probe;
import dev.bricklayer.bff.installation.PublicAddress;
import dev.bricklayer.bff.people.Visitor;
import dev.bricklayer.bff.people.Visitors;
import dev.bricklayer.bff.telling.Excuses;
import dev.bricklayer.mattermost.hooks.CommandCall;
import dev.bricklayer.mattermost.hooks.HookAnswers;
import dev.bricklayer.mattermost.hooks.Message;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Mattermost calls when somebody types the command. The token is the only thing in all of
 * Mattermost's calls that proves who calls; whoever has none hears 401.
 */
@RestController
class CommandController {

  private final Installation installation;
  private final Probe probe;
  private final Visitors visitors;
  private final Answers answers;
  private final CardPrinter printer;
  private final DialogOpener opener;
  private final Excuses excuses;

  CommandController(
      Installation installation,
      Probe probe,
      Visitors visitors,
      Answers answers,
      CardPrinter printer,
      DialogOpener opener,
      Excuses excuses) {
    this.installation = installation;
    this.probe = probe;
    this.visitors = visitors;
    this.answers = answers;
    this.printer = printer;
    this.opener = opener;
    this.excuses = excuses;
  }

  @PostMapping(
      path = PublicAddress.COMMAND_HOOK,
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Map<String, Object>> typed(@RequestParam MultiValueMap<String, String> form) {
    CommandCall call = CommandCall.read(form);
    if (!installation.isCommandToken(call.token())) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
    Optional<String> echo = probe.answerTo(call.text());
    if (echo.isPresent()) {
      return ResponseEntity.ok(HookAnswers.ephemeral(Message.of(echo.get())));
    }
    return ResponseEntity.ok(answer(call));
  }

  private Map<String, Object> answer(CommandCall call) {
    Visitor visitor = visitors.of(call);
    Optional<Card> shown =
        excuses.orExcuse(
            () -> opener.shown(answers.to(Listener.understand(call.text()), visitor), visitor),
            excuse -> Optional.of(Card.of(excuse)),
            visitor.locale());
    return shown
        .map(card -> HookAnswers.ephemeral(printer.print(card, visitor.user(), visitor.place())))
        .orElseGet(HookAnswers::nothing);
  }
}
