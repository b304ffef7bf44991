package dev.bricklayer.simulator.integration;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which addresses the server may call: public ones, and those of its own machine and network that
 * {@code AllowedUntrustedInternalConnections} names, as host names exactly as written in the
 * address to call, or as ranges ({@code 10.0.0.0/8}).
 */
final class AddressRules {

  private final List<String> allowed;

  AddressRules(String allowedInternal) {
    this.allowed =
        Arrays.stream(allowedInternal.split("[\\s,]+"))
            .filter(Predicate.not(String::isEmpty))
            .toList();
  }

  /**
   * Whether all that the host's name stands for may be called.
   *
   * @throws UnknownHostException if it stands for nothing
   */
  boolean permit(URI uri) throws UnknownHostException {
    String host = uri.getHost();
    if (host == null) {
      return false;
    }
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return allowed.contains(bare)
        || Arrays.stream(InetAddress.getAllByName(bare)).allMatch(this::permit);
  }

  private boolean permit(InetAddress address) {
    return !internal(address) || allowed.stream().anyMatch(range -> contains(range, address));
  }

  private static boolean internal(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || reserved(address.getAddress());
  }

  /** Those that the JDK has no word for: 0/8, 100.64/10, fc00::/7. */
  private static boolean reserved(byte[] address) {
    return address.length == 4
        ? address[0] == 0 || (address[0] == 100 && (address[1] & 0xc0) == 64)
        : (address[0] & 0xfe) == 0xfc;
  }

  private static boolean contains(String range, InetAddress address) {
    int slash = range.indexOf('/');
    if (slash < 0) {
      return false;
    }
    try {
      byte[] network = InetAddress.ofLiteral(range.substring(0, slash)).getAddress();
      return sameBits(network, address.getAddress(), Integer.parseInt(range.substring(slash + 1)));
    } catch (IllegalArgumentException noRange) {
      return false;
    }
  }

  private static boolean sameBits(byte[] one, byte[] other, int bits) {
    if (one.length != other.length || bits < 0 || bits > one.length * 8) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      if (((one[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }
}
