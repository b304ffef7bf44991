package dev.bricklayer.user.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Passwords that everybody tries first: the 30,000 most frequent of leaked ones. */
@Component
class CommonPasswords {

  private final Set<String> passwords;

  CommonPasswords() {
    try {
      passwords =
          StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
              .filter(password -> password.length() >= PasswordRule.SHORTEST)
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common passwords is missing", e);
    }
  }

  /** Whether it is one of them, in capitals or not, or one character over and over. */
  public boolean contains(String password) {
    return passwords.contains(password.toLowerCase(Locale.ROOT))
        || password.codePoints().distinct().count() <= 2;
  }
}
