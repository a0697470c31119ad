package clientportal.local;

import java.util.Map;

/** What the root template's parameters are here. */
final class LocalParameters {
  private static final String PORTAL = "http://localhost:3000";
  private static final String STAFF = "http://localhost:3001";

  private LocalParameters() {}

  static Map<String, String> values() {
    return Map.of(
        "PortalUrl", PORTAL,
        "PortalOrigin", PORTAL,
        "StaffUrl", STAFF,
        "StaffOrigin", STAFF,
        "MailFrom", "no-reply@portal.test");
  }
}
