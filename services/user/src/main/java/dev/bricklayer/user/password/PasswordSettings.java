package dev.bricklayer.user.password;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How dear a guess is. The defaults are the least that OWASP recommends for Argon2id; what is kept
 * under other values is still understood, and hashed anew at the next log-in.
 *
 * @param memory what the computing of one hash needs
 * @param iterations passes over that memory
 * @param atOnce how many hashes are computed at the same time; with {@code memory} it bounds what
 *     all log-ins together take
 * @param patience how long one waits for its turn, before the caller is told to come again
 */
@ConfigurationProperties("bricklayer.user.passwords")
record PasswordSettings(
    @DefaultValue("19MB") DataSize memory,
    @DefaultValue("2") int iterations,
    @DefaultValue("2") int atOnce,
    @DefaultValue("5s") Duration patience) {

  PasswordSettings {
    if (memory.toKilobytes() < 8 || iterations < 1 || atOnce < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "bricklayer.user.passwords needs at least memory 8KB, iterations 1, at-once 1");
    }
  }
}
