package dev.bricklayer.user.password;

import dev.bricklayer.problems.Fields;
import dev.bricklayer.problems.TextRule;
import dev.bricklayer.problems.Wording;
import org.springframework.stereotype.Component;

/** Which passwords are good enough: long, and not what everybody tries first (NIST SP 800-63B). */
@Component
public class PasswordRule {

  /** The least length, in code points. */
  public static final int SHORTEST = 8;

  /** The greatest length, in code points. */
  public static final int LONGEST = 128;

  private static final Wording WORDS = Wording.beside(PasswordRule.class);

  private final TextRule rule;

  PasswordRule(CommonPasswords common) {
    rule =
        TextRule.line(LONGEST)
            .atLeast(SHORTEST)
            .satisfying(it -> !common.contains(it), "invalid", WORDS.text("password-common"));
  }

  /** A new password: all that can be said about it alone. */
  public TextRule newPassword() {
    return rule;
  }

  /** What a person types to prove who they are: it may be older than the rules. */
  public static TextRule typedPassword() {
    return TextRule.line(LONGEST);
  }

  /** Notes it as a fault when a new password is the user name. */
  public static void refuseUsername(Fields fields, String name, String password, String username) {
    if (!password.isEmpty() && password.equalsIgnoreCase(username)) {
      fields.reject(name, "invalid", WORDS.text("password-is-username"));
    }
  }
}
