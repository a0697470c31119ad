package clientportal.access.keys;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.FirmId;
import clientportal.platform.http.Request;

/** The path of a client: {@code …/clients/{clientId}}. */
public record ClientPath(FirmId firm, ClientId client) {

  public static ClientPath of(Request request) {
    return new ClientPath(
        FirmPath.of(request).firm(), FirmPath.id(request, "clientId", ClientId::new));
  }

  @Override
  public String toString() {
    return new FirmPath(firm) + "/clients/" + client;
  }
}
