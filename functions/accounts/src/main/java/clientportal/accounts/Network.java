package clientportal.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a call comes from, as limits count it. Whoever has an IPv6 address has the whole network of
 * 64 bits that it is in, and often one of 48.
 *
 * @param single the IPv4 address, or the IPv6 network of 64 bits
 * @param block the surrounding network that one subscriber of a provider may control: 24 bits of
 *     IPv4, 48 of IPv6
 */
record Network(String single, String block) {
  /** Finds the network of an address as the gateway names it. */
  static Network of(String sourceIp) {
    InetAddress address;
    try {
      address = InetAddress.ofLiteral(sourceIp);
    } catch (IllegalArgumentException _) {
      return new Network(sourceIp, sourceIp);
    }
    return address instanceof Inet6Address
        ? new Network(prefix(address, 64), prefix(address, 48))
        : new Network(prefix(address, 32), prefix(address, 24));
  }

  private static String prefix(InetAddress address, int bits) {
    byte[] network = Arrays.copyOf(address.getAddress(), bits / Byte.SIZE);
    return HexFormat.of().formatHex(network) + "/" + bits;
  }
}
