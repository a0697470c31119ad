package clientportal.local;

import java.util.HashMap;
import java.util.Map;

/** The values that the root template's parameters have on the local stack. */
final class LocalParameters {
  private static final String PORTAL = "http://localhost:3000";
  private static final String STAFF = "http://localhost:3001";

  private LocalParameters() {}

  /** Returns the stack's values, overridden by the given ones. */
  static Map<String, String> values(Map<String, String> given) {
    Map<String, String> values = new HashMap<>(values());
    values.putAll(given);
    return Map.copyOf(values);
  }

  static Map<String, String> values() {
    return Map.of(
        "PortalUrl", PORTAL,
        "PortalOrigin", PORTAL,
        "StaffUrl", STAFF,
        "StaffOrigin", STAFF,
        "MailFrom", "no-reply@portal.test",
        "SecondFactor", "off",
        "AccessLog", "false");
  }
}
