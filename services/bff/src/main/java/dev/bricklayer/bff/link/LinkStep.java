package dev.bricklayer.bff.link;

import dev.bricklayer.contracts.link.LinkRefused;
import dev.bricklayer.problems.Text;
import dev.bricklayer.problems.Wording;
import java.time.Instant;

/** How far an attempt to link is, as the user service says it. */
public sealed interface LinkStep {

  /** What is to be shown to whoever typed the code. */
  Text inWords();

  /**
   * The code is good: this account asks, and a yes ({@link Linking#confirm}) is wanted.
   *
   * @param accountName the account's user name, to be shown in whatever way it cannot be overlooked
   * @param until a yes that comes later is refused
   */
  record Asked(String accountName, Instant until) implements LinkStep {

    @Override
    public Text inWords() {
      return Words.OF_STEPS.text("link.asked", accountName);
    }
  }

  /** From now on they are one person. */
  record Linked(String accountName) implements LinkStep {

    @Override
    public Text inWords() {
      return Words.OF_STEPS.text("link.linked", accountName);
    }
  }

  /** Nothing was linked, and this attempt is over. */
  record Refused(LinkRefused.Reason reason) implements LinkStep {

    @Override
    public Text inWords() {
      return Words.OF_STEPS.text(
          switch (reason) {
            case CODE_INVALID -> "link.code-invalid";
            case ALREADY_LINKED -> "link.already-linked";
            case TOO_MANY_LINKS -> "link.too-many-links";
            case TOO_MANY_ATTEMPTS -> "link.too-many-attempts";
          });
    }
  }

  /** The sentences. */
  final class Words {

    private static final Wording OF_STEPS = Wording.beside(LinkStep.class);

    private Words() {}
  }
}
