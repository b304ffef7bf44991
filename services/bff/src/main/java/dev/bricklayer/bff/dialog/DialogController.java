package dev.bricklayer.bff.dialog;

import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.Askers;
import dev.bricklayer.bff.forms.SendForm;
import dev.bricklayer.bff.forms.Sent;
import dev.bricklayer.bff.intent.FormNote;
import dev.bricklayer.bff.operation.Patience;
import dev.bricklayer.bff.people.Habits;
import dev.bricklayer.bff.people.People;
import dev.bricklayer.bff.signing.Seals;
import dev.bricklayer.bff.signing.Seals.Purpose;
import dev.bricklayer.bff.telling.Excuses;
import dev.bricklayer.bff.telling.HookBody;
import dev.bricklayer.bff.telling.Teller;
import dev.bricklayer.bff.telling.Told;
import dev.bricklayer.mattermost.hooks.DialogCall;
import dev.bricklayer.mattermost.hooks.HookAnswers;
import dev.bricklayer.problems.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Mattermost calls about a dialog, whatever it wants. Anybody can make it call with anything,
 * so it counts by the state that we sealed for the person who sends it.
 */
@RestController
class DialogController {

  private static final Wording WORDS = Wording.beside(DialogController.class);

  private final Seals seals;
  private final People people;
  private final Askers askers;
  private final Forms forms;
  private final SendForm sendForm;
  private final Teller teller;
  private final Excuses excuses;

  DialogController(
      Seals seals,
      People people,
      Askers askers,
      Forms forms,
      SendForm sendForm,
      Teller teller,
      Excuses excuses) {
    this.seals = seals;
    this.people = people;
    this.askers = askers;
    this.forms = forms;
    this.sendForm = sendForm;
    this.teller = teller;
    this.excuses = excuses;
  }

  @PostMapping(DialogOpener.DIALOG_HOOK)
  Map<String, Object> called(HttpServletRequest request) throws IOException {
    DialogCall call = DialogCall.read(HookBody.of(request));
    return switch (call.kind()) {
      case SUBMISSION -> submitted(call);
      case CANCELLATION -> HookAnswers.nothing();
      // No form of ours asks for these, and servers before 11.0 do not know them.
      case REFRESH -> HookAnswers.errors(say("no-refresh", call), Map.of());
      case LOOKUP -> HookAnswers.noChoices();
    };
  }

  private Map<String, Object> submitted(DialogCall call) {
    Habits habits = people.habitsOf(call.user());
    return seals
        .open(Purpose.FORM, call.user(), call.state(), FormNote.class)
        .map(note -> submitted(note, call, habits))
        .orElseGet(() -> HookAnswers.errors(say("old-form", habits.locale()), Map.of()));
  }

  private Map<String, Object> submitted(FormNote note, DialogCall call, Habits habits) {
    return excuses.orExcuse(
        () -> answer(note, askers.of(call.user(), habits, note.place()), call.values()),
        excuse -> HookAnswers.errors(excuse, Map.of()),
        habits.locale());
  }

  private Map<String, Object> answer(FormNote note, Asker asker, Map<String, String> values) {
    Sent sent = sendForm.send(note, forms.open(note.form(), asker), asker, values, Patience.DIALOG);
    return switch (sent) {
      case Sent.Doubtful(var field, var words) ->
          HookAnswers.errors(
              say("not-yet", asker.locale()),
              Map.of(field, words + " " + say("accept", asker.locale())));
      case Sent.Wrong(var error, var errors) -> HookAnswers.errors(error, errors);
      case Sent.Taken(var card) -> {
        Told told = teller.tell(card, asker.user(), asker.place());
        yield switch (told) {
          case Told.AsMeant _, Told.InDirect _ -> HookAnswers.nothing();
          // It is done, and saying so keeps the form open: better than not to say it.
          case Told.Nowhere _ ->
              HookAnswers.errors(WORDS.text("done", card.text()).in(asker.locale()), Map.of());
        };
      }
    };
  }

  private String say(String key, DialogCall call) {
    return say(key, people.habitsOf(call.user()).locale());
  }

  private static String say(String key, Locale locale) {
    return WORDS.text(key).in(locale);
  }
}
