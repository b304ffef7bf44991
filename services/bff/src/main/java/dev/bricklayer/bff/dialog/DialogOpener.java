package dev.bricklayer.bff.dialog;

import dev.bricklayer.bff.cards.Card;
import dev.bricklayer.bff.cards.Outcome;
import dev.bricklayer.bff.cards.Part;
import dev.bricklayer.bff.drafts.Drafts;
import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.endings.Askers;
import dev.bricklayer.bff.forms.FilledIn;
import dev.bricklayer.bff.forms.JobFields;
import dev.bricklayer.bff.forms.Sheet;
import dev.bricklayer.bff.installation.PublicAddress;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.intent.FormNote;
import dev.bricklayer.bff.menu.Menu;
import dev.bricklayer.bff.people.Visitor;
import dev.bricklayer.bff.signing.Seals;
import dev.bricklayer.bff.signing.Seals.Purpose;
import dev.bricklayer.mattermost.Answer;
import dev.bricklayer.mattermost.Done;
import dev.bricklayer.mattermost.MattermostClient;
import dev.bricklayer.mattermost.hooks.Dialog;
import dev.bricklayer.problems.Wording;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.IdGenerator;

/** Opens forms on people's screens. */
@Component
public class DialogOpener {

  /** What Mattermost calls when a dialog is sent, or wants something. */
  public static final String DIALOG_HOOK = PublicAddress.HOOKS + "dialog";

  /** As long as what is typed into one is kept. */
  private static final Duration FORMS_WORK = Duration.ofHours(24);

  private static final Wording WORDS = Wording.beside(DialogOpener.class);
  private static final Logger log = LoggerFactory.getLogger(DialogOpener.class);

  private final Forms forms;
  private final Askers askers;
  private final Drafts drafts;
  private final Seals seals;
  private final MattermostClient mattermost;
  private final IdGenerator ids;
  private final URI url;

  DialogOpener(
      Forms forms,
      Askers askers,
      Drafts drafts,
      Seals seals,
      MattermostClient mattermost,
      IdGenerator ids,
      PublicAddress address) {
    this.forms = forms;
    this.askers = askers;
    this.drafts = drafts;
    this.seals = seals;
    this.mattermost = mattermost;
    this.ids = ids;
    this.url = address.of(DIALOG_HOOK);
  }

  /**
   * Carries out what means a form.
   *
   * @return what is to be shown; empty where a form says it all
   */
  public Optional<Card> shown(Outcome outcome, Visitor visitor) {
    return switch (outcome) {
      case Outcome.Show(var card) -> Optional.of(card);
      case Outcome.Open(var form) -> opened(form, ids.generateId(), FilledIn.NOTHING, visitor);
      case Outcome.Reopen(var draft) -> reopened(draft, visitor);
    };
  }

  private Optional<Card> reopened(UUID id, Visitor visitor) {
    return drafts
        .find(id, visitor.user())
        .map(
            draft ->
                opened(
                    draft.form(), id, new FilledIn(draft.values(), draft.token() != null), visitor))
        .orElseGet(() -> Optional.of(say("draft-gone", visitor)));
  }

  private Optional<Card> opened(Form form, UUID draft, FilledIn filledIn, Visitor visitor) {
    Asker asker = askers.of(visitor);
    Sheet sheet = forms.open(form, asker).sheet(filledIn);
    String channel = filledIn.value(JobFields.CHANNEL).orElse(null);
    FormNote note = new FormNote(draft, form, visitor.place(), channel);
    Dialog dialog =
        new Dialog(
            sheet.title(),
            sheet.introduction(),
            sheet.submit(),
            seals.seal(Purpose.FORM, visitor.user(), note, FORMS_WORK),
            sheet.elements());
    return taken(mattermost.openDialog(visitor.trigger(), url, dialog))
        ? Optional.empty()
        : Optional.of(say("not-opened", visitor));
  }

  private static Card say(String key, Visitor visitor) {
    return Card.of(WORDS.text(key).in(visitor.locale()), Part.of(Menu.back(visitor.locale())));
  }

  private static boolean taken(Answer<Done> answer) {
    return switch (answer) {
      case Answer.Ok<Done> _ -> true;
      case Answer.Refused<Done> no -> notTaken("refused: " + no.errorId());
      case Answer.Throttled<Done> _ -> notTaken("throttled");
      case Answer.Unreachable<Done>(var why) -> notTaken(why);
      case Answer.Ambiguous<Done>(var why, _, _) -> notTaken(why);
    };
  }

  private static boolean notTaken(String why) {
    log.info("A form could not be opened; the person is asked to click again: {}", why);
    return false;
  }
}
