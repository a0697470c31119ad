package clientportal.access.keys;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.PortalId;
import clientportal.platform.http.Request;

/** The path of a portal: {@code /v1/firms/{firmId}/portals/{portalId}}. */
public record PortalPath(FirmId firm, PortalId portal) {

  public static PortalPath of(Request request) {
    return new PortalPath(
        FirmPath.of(request).firm(), FirmPath.id(request, "portalId", PortalId::new));
  }

  @Override
  public String toString() {
    return new FirmPath(firm) + "/portals/" + portal;
  }
}
