package clientportal.portals;

import clientportal.access.ids.FirmId;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.table.Key;
import java.util.ArrayList;
import java.util.List;

/** The body of {@code createPortal}. */
record NewPortal(String site, String name, NewClients clients, NewMembers members) {
  static final Shape<String> NAME = Shape.name(120);

  static NewPortal read(Input input) {
    Field<String> site = input.required("slug", Shape.name(60));
    Field<String> name = input.required("name", NAME);
    Field<NewClients> clients = NewClients.field(input);
    Field<NewMembers> members = NewMembers.field(input, 0);
    return input.build(() -> new NewPortal(site.get(), name.get(), clients.get(), members.get()));
  }

  /** Returns the keys of everything that the body names, and of its name. */
  List<Key> keys(FirmId firm) {
    List<Key> keys = new ArrayList<>();
    keys.add(TableKeys.firmSite(firm, site));
    keys.add(PortalKeys.portalName(firm, name));
    keys.addAll(clients.keys(firm));
    keys.addAll(members.keys(firm));
    return keys;
  }
}
