package dev.bricklayer.bff.signing;

import dev.bricklayer.mattermost.MattermostUserId;
import dev.bricklayer.sealing.OwnKey;
import dev.bricklayer.sealing.UnopenableTextException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals what buttons and forms carry. Mattermost signs neither clicks nor submissions, and a form's
 * state is in the hands of the person: so what comes back counts only if we wrote it ourselves, for
 * this person and this purpose, and not too long ago. Nobody can read it on its way either.
 */
@Component
public class Seals {

  private static final Logger log = LoggerFactory.getLogger(Seals.class);

  private final OwnKey key;
  private final JsonMapper json;
  private final Clock clock;

  Seals(Optional<OwnKey> key, JsonMapper json, Clock clock) {
    this.key = key.orElseGet(Seals::passing);
    this.json = json;
    this.clock = clock;
  }

  /** What something sealed is for: what was made for one purpose opens for no other. */
  public enum Purpose {
    BUTTON("button"),
    FORM("form"),
    DRAFT("draft");

    private final String word;

    Purpose(String word) {
      this.word = word;
    }

    private String of(MattermostUserId user) {
      return word + " of " + user;
    }
  }

  /** What is inside. */
  private record Envelope(long until, String note) {}

  private static OwnKey passing() {
    log.warn(
        "BRICKLAYER_OWN_KEY is not set: buttons and forms work in this copy, until it ends, only");
    return new OwnKey(OwnKey.generate());
  }

  /**
   * Seals a record.
   *
   * @param goodFor how long it can be opened
   * @return letters, digits, - and _
   */
  public String seal(Purpose purpose, MattermostUserId user, Object note, Duration goodFor) {
    long until = clock.instant().plus(goodFor).getEpochSecond();
    String clear = json.writeValueAsString(new Envelope(until, json.writeValueAsString(note)));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.seal(purpose.of(user), clear));
  }

  /**
   * Opens it again.
   *
   * @return empty when it was sealed for another person or purpose, by somebody else, or too long
   *     ago
   */
  public <T> Optional<T> open(
      Purpose purpose, MattermostUserId user, String sealed, Class<T> type) {
    return opened(purpose, user, sealed)
        .map(clear -> json.readValue(clear, Envelope.class))
        .filter(envelope -> clock.instant().isBefore(Instant.ofEpochSecond(envelope.until())))
        .map(envelope -> json.readValue(envelope.note(), type));
  }

  private Optional<String> opened(Purpose purpose, MattermostUserId user, String sealed) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed.getBytes(StandardCharsets.UTF_8));
      return Optional.of(key.open(purpose.of(user), bytes));
    } catch (UnopenableTextException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** A word for something that was said, the same for the same, that tells nobody what it was. */
  public String fingerprint(Object said) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Fingerprints.of(key, json.writeValueAsBytes(said)));
  }
}
