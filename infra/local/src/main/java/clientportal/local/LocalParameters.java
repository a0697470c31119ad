package clientportal.local;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The values that the root template's parameters have on the local stack, unless others are given.
 */
final class LocalParameters {
  private LocalParameters() {}

  /** Returns the values of a stack whose pages are at these origins. */
  static Map<String, String> values(URI portal, URI staff) {
    return new HashMap<>(
        Map.of(
            "PortalUrl", portal.toString(),
            "PortalOrigin", portal.toString(),
            "StaffUrl", staff.toString(),
            "StaffOrigin", staff.toString(),
            "MailFrom", "no-reply@portal.test",
            "SecondFactor", "off",
            "AccessLog", "false"));
  }
}
