package dev.bricklayer.bff.identity;

import dev.bricklayer.bff.installation.Installation;
import dev.bricklayer.bff.installation.ServerNeverReachedException;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class ServerOfInstallation implements AskedServer {

  private static final Logger log = LoggerFactory.getLogger(ServerOfInstallation.class);

  private final Installation installation;

  ServerOfInstallation(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Optional<String> id() {
    try {
      return Optional.of(installation.server().diagnosticId())
          .filter(Predicate.not(String::isBlank));
    } catch (ServerNeverReachedException e) {
      log.warn("The next who comes from Mattermost asks again: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
