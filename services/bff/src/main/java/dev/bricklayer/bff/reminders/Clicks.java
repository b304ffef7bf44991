package dev.bricklayer.bff.reminders;

import dev.bricklayer.bff.endings.Asker;
import dev.bricklayer.bff.intent.Press;
import dev.bricklayer.bff.operation.RequestKey;
import dev.bricklayer.bff.signing.Seals;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Tells a double click from another one: the same person pressing the same within some seconds
 * means it once, and both clicks hear how that ends. After that it is a new attempt.
 */
@Component
class Clicks {

  private static final int ONE_CLICK_SECONDS = 10;

  private final Seals seals;
  private final Clock clock;

  Clicks(Seals seals, Clock clock) {
    this.seals = seals;
    this.clock = clock;
  }

  RequestKey key(Press press, Asker asker) {
    String said = seals.fingerprint(press);
    long when = clock.instant().getEpochSecond() / ONE_CLICK_SECONDS;
    return RequestKey.of(
            "click:" + asker.user() + ":" + said + ":" + when,
            () -> said.getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }
}
