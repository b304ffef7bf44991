package dev.bricklayer.bff.link;

import dev.bricklayer.contracts.link.LinkId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands the user service's answers to whoever shows them. */
@Component
class LinkAnswers {

  private static final Logger log = LoggerFactory.getLogger(LinkAnswers.class);

  private final Optional<LinkListener> listener;

  LinkAnswers(Optional<LinkListener> listener) {
    this.listener = listener;
  }

  void tell(LinkId link, LinkStep step) {
    log.info("link {}: {}", link, step);
    listener.ifPresent(it -> it.heard(link, step));
  }
}
