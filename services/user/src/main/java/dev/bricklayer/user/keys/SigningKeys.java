package dev.bricklayer.user.keys;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys as this copy knows them; never older than a minute, so it knows each before it signs.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

  private final RotateKeys rotation;
  private final Clock clock;
  private volatile List<SigningKey> keys;

  SigningKeys(RotateKeys rotation, Clock clock) {
    this.rotation = rotation;
    this.clock = clock;
    this.keys = rotation.rotate();
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void refresh() {
    keys = rotation.rotate();
  }

  /** The newest whose time has come. */
  ECKey current() {
    Instant now = clock.instant();
    return keys.reversed().stream()
        .filter(key -> !key.signsFrom().isAfter(now))
        .findFirst()
        // A clock that was set back: the oldest is the one that everybody has.
        .orElse(keys.getFirst())
        .key();
  }

  /** The public halves of all. */
  JWKSet published() {
    return new JWKSet(keys.stream().<JWK>map(SigningKey::key).toList()).toPublicJWKSet();
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    return selector.select(new JWKSet(keys.stream().<JWK>map(SigningKey::key).toList()));
  }
}
