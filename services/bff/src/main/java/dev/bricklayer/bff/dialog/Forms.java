package dev.bricklayer.bff.dialog;

import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.forms.OpenForm;
import dev.bricklayer.bff.intent.Form;
import dev.bricklayer.bff.newbot.NewBot;
import org.springframework.stereotype.Component;

/** All forms that there are. */
@Component
public class Forms {

  private final NewBot newBot;

  Forms(NewBot newBot) {
    this.newBot = newBot;
  }

  /**
   * A form before somebody.
   *
   * @throws dev.bricklayer.problems.Problem {@code not-found} when it is about what is not theirs
   */
  public OpenForm open(Form form, Asker asker) {
    return switch (form) {
      case Form.NewBot about -> newBot.form(about, asker);
    };
  }
}
