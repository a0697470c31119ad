package clientportal.documents;

import clientportal.access.Reach;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.DocumentDownloaded;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.keys.DeliveryKeys;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.Ids;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Records who downloads which version, before they get its URL. What a client or contact uploaded
 * is also marked as opened when staff download it for the first time. When somebody else downloads
 * a document, that is noted for the list of deliveries.
 */
record Downloads(Table table, Ids ids) {

  /** Returns the key to read together with the document. */
  static Key key(DocumentPath path) {
    return TableKeys.opened(path.folder(), path.document());
  }

  void record(Reach reach, DocumentPath path, Version version) {
    NamedDocument document =
        new NamedDocument(reach.folder().named(), path.document(), version.declared().name());
    List<Write> writes = new ArrayList<>();
    writes.add(reach.recorder(ids).record(new DocumentDownloaded(document, version.number())));
    Fields at = Fields.of().with("at", reach.now()).build();
    if (reach.staff().isEmpty()) {
      writes.add(Write.put(new Item(downloaded(reach, path), at)));
    } else if (version.uploadedBy().as() != Actor.As.STAFF
        && reach.items().at(key(path)).isEmpty()) {
      writes.add(Write.put(new Item(key(path), at)));
    }
    table.write(writes);
  }

  private static Key downloaded(Reach reach, DocumentPath path) {
    return DeliveryKeys.downloaded(path.folder().client(), path.document(), reach.person());
  }
}
