package dev.bricklayer.sandbox;

import java.util.Map;
import java.util.Optional;

/**
 * Who may register.
 *
 * @param mode open, code or closed
 * @param code what newcomers need in mode code
 */
record RegistrationSettings(String mode, Optional<String> code) {

  static final String MODE = "BRICKLAYER_REGISTRATION";
  static final String CODE = "BRICKLAYER_REGISTRATION_CODE";

  private static final int CODE_LENGTH = 12;

  /** The demo is open to everybody; beside a real server a code is needed, made once and kept. */
  static RegistrationSettings of(
      UpOptions options, Map<String, String> environment, Secrets secrets) {
    String usual = options.mattermost().isPresent() ? "code" : "open";
    String mode = environment.getOrDefault(MODE, usual);
    if (!mode.equalsIgnoreCase("code")) {
      return new RegistrationSettings(mode, Optional.empty());
    }
    String named = environment.getOrDefault(CODE, "");
    String code =
        named.isBlank() ? secrets.password("registration-code").substring(0, CODE_LENGTH) : named;
    return new RegistrationSettings(mode, Optional.of(code));
  }

  void putInto(Map<String, String> settings) {
    settings.put(MODE, mode);
    code.ifPresent(it -> settings.put(CODE, it));
  }
}
