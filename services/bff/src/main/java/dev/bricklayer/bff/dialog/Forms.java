package dev.bricklayer.bff.dialog;

import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.forms.OpenForm;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.newbot.NewBot;
import dev.bricklayer.bff.newtoken.NewToken;
import dev.bricklayer.bff.reminders.AddReminder;
import dev.bricklayer.bff.reminders.EditReminder;
import dev.bricklayer.bff.reminders.RenameBot;
import dev.bricklayer.bff.reminders.SilenceForm;
import org.springframework.stereotype.Component;

/** All forms that there are. */
@Component
public class Forms {

  private final NewBot newBot;
  private final AddReminder addReminder;
  private final EditReminder editReminder;
  private final SilenceForm silence;
  private final RenameBot renameBot;
  private final NewToken newToken;

  Forms(
      NewBot newBot,
      AddReminder addReminder,
      EditReminder editReminder,
      SilenceForm silence,
      RenameBot renameBot,
      NewToken newToken) {
    this.newBot = newBot;
    this.addReminder = addReminder;
    this.editReminder = editReminder;
    this.silence = silence;
    this.renameBot = renameBot;
    this.newToken = newToken;
  }

  /**
   * A form before somebody.
   *
   * @throws dev.bricklayer.problems.Problem {@code not-found} when it is about what is not theirs
   */
  public OpenForm open(Form form, Asker asker) {
    return switch (form) {
      case Form.NewBot about -> newBot.form(about, asker);
      case Form.NewReminder about -> addReminder.form(about, asker);
      case Form.EditReminder about -> editReminder.form(about, asker);
      case Form.Silence about -> silence.form(about, asker);
      case Form.RenameBot about -> renameBot.form(about, asker);
      case Form.NewToken about -> newToken.form(about, asker);
    };
  }
}
