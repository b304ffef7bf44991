package dev.bricklayer.simulator.integration;

import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * By these an integration opens a dialog for whoever has just typed or clicked. There are two of
 * each: the client hears the short one in the answer to its call; the integration gets the long,
 * signed one, which carries the short one, the person and the time.
 */
public final class TriggerIds {

  private static final Base64.Encoder ENCODER = Base64.getEncoder();
  private static final Base64.Decoder DECODER = Base64.getDecoder();

  private final Secrets secrets;
  private final InstantSource clock;
  private final Supplier<Duration> life;

  TriggerIds(Secrets secrets, InstantSource clock, Supplier<Duration> life) {
    this.secrets = secrets;
    this.clock = clock;
    this.life = life;
  }

  /**
   * A new one.
   *
   * @param clientId for the client
   * @param triggerId for the integration
   */
  public record Trigger(String clientId, String triggerId) {}

  /** What a trigger id that comes back says. */
  public sealed interface Reading {
    /** It holds. */
    record Valid(String clientId, String userId) implements Reading {}

    /** It does not: the end of the error's id says why. */
    record Invalid(String reason) implements Reading {}
  }

  /** Makes one for a person. */
  public Trigger issue(String clientId, String userId) {
    String said = String.join(":", clientId, userId, String.valueOf(clock.millis()));
    String signed = said + ":" + ENCODER.encodeToString(secrets.sign(said));
    byte[] bytes = signed.getBytes(StandardCharsets.UTF_8);
    return new Trigger(clientId, ENCODER.encodeToString(bytes));
  }

  /** Reads one, checked in the order in which a real server checks. */
  public Reading read(String triggerId) {
    List<String> parts;
    try {
      String text = new String(DECODER.decode(triggerId), StandardCharsets.UTF_8);
      parts = List.of(text.split(":", -1));
    } catch (IllegalArgumentException notBase64) {
      return new Reading.Invalid("base64_decode_failed");
    }
    if (parts.size() != 4) {
      return new Reading.Invalid("missing_data");
    }
    if (millis(parts.get(2)) + life.get().toMillis() < clock.millis()) {
      return new Reading.Invalid("expired");
    }
    return verified(parts);
  }

  private Reading verified(List<String> parts) {
    byte[] signature;
    try {
      signature = DECODER.decode(parts.get(3));
    } catch (IllegalArgumentException notBase64) {
      return new Reading.Invalid("base64_decode_failed_signature");
    }
    try {
      return secrets.signed(String.join(":", parts.subList(0, 3)), signature)
          ? new Reading.Valid(parts.get(0), parts.get(1))
          : new Reading.Invalid("verify_signature_failed");
    } catch (SignatureException noSignature) {
      return new Reading.Invalid("signature_decode_failed");
    }
  }

  private static long millis(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noTime) {
      return 0;
    }
  }
}
