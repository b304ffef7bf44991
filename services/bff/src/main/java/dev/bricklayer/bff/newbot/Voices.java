package dev.bricklayer.bff.newbot;

import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.Provisions;
import dev.bricklayer.bff.intent.Voice;
import org.springframework.stereotype.Component;

/**
 * What a new bot speaks with, unless its maker brings a token. Answers from memory, whatever is
 * down.
 */
@Component
public class Voices {

  private final Provisions provisions;
  private final Installation installation;

  Voices(Provisions provisions, Installation installation) {
    this.provisions = provisions;
    this.installation = installation;
  }

  /**
   * An account of its own where an administrator's token allows to make one; else Bricklayer's own,
   * where there is one; else nothing but what its maker brings.
   */
  public Voice usual() {
    if (provisions.administrator().isPresent()) {
      return Voice.MANAGED;
    }
    return installation.botToken().isPresent() ? Voice.SHARED : Voice.TOKEN;
  }
}
