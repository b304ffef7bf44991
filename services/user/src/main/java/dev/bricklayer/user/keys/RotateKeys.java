package dev.bricklayer.user.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.IdGenerator;

/**
 * Makes the first key, and each next one in time: it is published a while before it signs, and its
 * predecessor stays published until the last token it signed has run out. So no caller ever meets a
 * token whose key is unknown.
 */
@Component
class RotateKeys {

  private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);

  /** For clocks that differ. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private final SigningKeyRepository keys;
  private final TokenSettings settings;
  private final IdGenerator ids;
  private final Clock clock;

  RotateKeys(SigningKeyRepository keys, TokenSettings settings, IdGenerator ids, Clock clock) {
    this.keys = keys;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  /** All keys, after what is due was done; copies that do it at once agree. */
  @Transactional
  List<SigningKey> rotate() {
    keys.lock();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<SigningKey> before = keys.all();
    if (before.isEmpty()) {
      add(now);
    } else if (isNearItsEnd(before.getLast(), now)) {
      add(now.plus(settings.announcement()));
    }
    int gone = keys.removePredecessors(now.minus(settings.lifetime()).minus(GRACE));
    if (gone > 0) {
      log.info("Forgot {} signing keys whose last token has run out", gone);
    }
    return keys.all();
  }

  private boolean isNearItsEnd(SigningKey newest, Instant now) {
    Instant end = newest.signsFrom().plus(settings.keyLifetime());
    return !now.plus(settings.announcement()).isBefore(end);
  }

  private void add(Instant signsFrom) {
    SigningKey key = new SigningKey(generate(), signsFrom);
    keys.add(key);
    log.info("Made the signing key {}, which signs from {}", key.key().getKeyID(), signsFrom);
  }

  private ECKey generate() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(ids.generateId().toString())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes keys on P-256", e);
    }
  }
}
