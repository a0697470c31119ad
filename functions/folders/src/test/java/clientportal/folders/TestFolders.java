package clientportal.folders;

import clientportal.access.TestFirm;
import clientportal.access.events.Event;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.Client;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;

/** A client in whose folders a test acts, without I/O. */
final class TestFolders {
  final TestFirm firm = new TestFirm();
  final ClientPath client = firm.client(Client.Kind.CLIENT, Optional.empty()).path();

  void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  Exchange to(String method, FolderPath folder, PersonId caller) {
    return Exchange.of(method, folder.toString())
        .as(caller.value())
        .path("firmId", folder.client().firm())
        .path("clientId", folder.client().client())
        .path("folderId", folder.folder());
  }

  List<Event> events() {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .toList();
  }
}
