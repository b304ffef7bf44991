package dev.bricklayer.user.account;

import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.Problem;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether somebody may register. */
@Component
class Registration {

  private static final Logger log = LoggerFactory.getLogger(Registration.class);
  private static final Wording WORDS = Wording.beside(Registration.class);
  private static final TextRule CODE = TextRule.line(100);

  private final RegistrationSettings.Mode mode;
  private final String code;

  Registration(RegistrationSettings settings, RegistrationCodeRepository codes) {
    mode = settings.mode();
    code =
        switch (mode) {
          case OPEN, CLOSED -> "";
          case CODE -> named(settings) ? String.valueOf(settings.code()) : codes.findOrMake();
        };
    if (mode == RegistrationSettings.Mode.CODE) {
      log.info("To register, people send this as registrationCode: {}", code);
    }
  }

  /**
   * Refuses everybody where registration is closed.
   *
   * @throws Problem 403 {@code registration-closed}
   */
  void refuseWhenClosed() {
    if (mode == RegistrationSettings.Mode.CLOSED) {
      throw Problem.of(403, "registration-closed", WORDS.text("registration-closed"));
    }
  }

  /** Notes a missing or wrong code as a fault, where one is needed. */
  void checkCode(Fields fields) {
    switch (mode) {
      case OPEN, CLOSED -> fields.ignore("registrationCode");
      case CODE -> {
        String sent = fields.text("registrationCode", CODE);
        if (!sent.isEmpty() && !isCode(sent)) {
          fields.reject("registrationCode", "invalid", WORDS.text("registration-code-wrong"));
        }
      }
    }
  }

  /** In the same time however much of it is right. */
  private boolean isCode(String sent) {
    return MessageDigest.isEqual(
        code.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean named(RegistrationSettings settings) {
    return settings.code() != null && !settings.code().isBlank();
  }
}
