package dev.bricklayer.user.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Something that can be tried only so often.
 *
 * @param kind which budget it is taken from
 * @param subject whose budget
 */
public record Attempt(Kind kind, String subject) {

  /** The budgets. */
  public enum Kind {
    /** Log-ins to one account, from wherever. */
    ACCOUNT,
    /** Log-ins from one address, to whichever account. */
    ADDRESS,
    /** Registrations from one address. */
    REGISTRATION,
    /** Codes for linking, typed by one Mattermost identity. */
    LINK,
    /** Codes for a handover, typed for one account. */
    HANDOVER
  }

  /** An IPv6 customer has a whole network of this size. */
  private static final int NETWORK_BYTES = 8;

  /** A log-in to this account, which need not exist. */
  public static Attempt logInTo(String username) {
    return new Attempt(Kind.ACCOUNT, username.toLowerCase(Locale.ROOT));
  }

  /** A log-in from this address. */
  public static Attempt logInFrom(String address) {
    return new Attempt(Kind.ADDRESS, network(address));
  }

  /** A registration from this address. */
  public static Attempt registrationFrom(String address) {
    return new Attempt(Kind.REGISTRATION, network(address));
  }

  /** A code for linking that this identity types. */
  public static Attempt linkOf(String identity) {
    return new Attempt(Kind.LINK, identity);
  }

  /** A code for a handover that this account types. */
  public static Attempt handoverBy(String account) {
    return new Attempt(Kind.HANDOVER, account);
  }

  /** What stands in the database: people type passwords where a user name is asked for. */
  byte[] fingerprint() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((kind + ":" + subject).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String network(String address) {
    InetAddress parsed = InetAddress.ofLiteral(address);
    return parsed instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
        : parsed.getHostAddress();
  }
}
