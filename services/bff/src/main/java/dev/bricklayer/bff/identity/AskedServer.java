package dev.bricklayer.bff.identity;

import java.util.Optional;

/** The Mattermost server of this installation, as far as it can be asked. */
interface AskedServer {

  /** Its {@code DiagnosticId}; empty while the server has not told it. */
  Optional<String> id();
}
