package dev.bricklayer.user.password;

import dev.bricklayer.problems.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id hashes of passwords. Each costs much time and memory on purpose, so only some are
 * computed at once; when too many wait, the caller hears 503. Never call it inside a transaction:
 * it would hold a connection meanwhile.
 */
@Component
public class Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final Duration COME_AGAIN_AFTER = Duration.ofSeconds(2);

  private final Argon2PasswordEncoder encoder;
  private final Semaphore turns;
  private final Duration patience;
  private final Timer work;
  private final String nobodysHash;

  Passwords(PasswordSettings settings, MeterRegistry meters) {
    encoder =
        new Argon2PasswordEncoder(
            SALT_BYTES,
            HASH_BYTES,
            LANES,
            Math.toIntExact(settings.memory().toKilobytes()),
            settings.iterations());
    turns = new Semaphore(settings.atOnce(), true);
    patience = settings.patience();
    work =
        Timer.builder("bricklayer.password.hash")
            .description("Argon2id computations, without the wait for a turn")
            .register(meters);
    nobodysHash = hash("a password that nobody has");
  }

  /** A new salted hash. */
  public String hash(String password) {
    return inTurn(() -> encoder.encode(normalised(password)));
  }

  /**
   * Whether a password is the one of a hash. Without a hash, for an account that does not exist, it
   * does the same work as for a hash of today's settings and says no. A hash that was made under
   * others tells by its time that it is there, until {@linkplain #isOutdated it is renewed}.
   */
  public boolean matches(String password, Optional<String> hash) {
    boolean matches = inTurn(() -> encoder.matches(normalised(password), hash.orElse(nobodysHash)));
    return matches && hash.isPresent();
  }

  /** Whether a hash was made under other settings than today's. */
  public boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /** Keyboards differ in how they compose the same letters. */
  private static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T inTurn(Supplier<T> computation) {
    if (!getTurn()) {
      throw Problem.busy(COME_AGAIN_AFTER);
    }
    try {
      return work.record(computation);
    } finally {
      turns.release();
    }
  }

  private boolean getTurn() {
    try {
      return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
