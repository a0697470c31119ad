package clientportal.requests;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.By;
import clientportal.access.records.FiledDocument;
import clientportal.access.records.GrantFields;
import clientportal.access.records.ItemFile;
import clientportal.access.records.RequestItem;
import clientportal.access.records.UploadedBy;
import clientportal.access.requests.Arrival;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents of a client, of which some answer what is asked for, without I/O. */
final class FileWorld {
  static final long SIZE = 48_213;

  final TestRequests requests = new TestRequests();
  final EngagementPath path = requests.engagement("Loan");
  final ItemId item = requests.asked(path, "\"name\": \"Payslips\"").getFirst();

  /** Not that of the engagement. */
  final FolderPath uploads = requests.firm.folder(requests.client, AccessLevel.VIEW).path();

  private final Actor carla =
      new Actor(Optional.of(requests.carla), Actor.As.CLIENT, "client", "Carla Client");

  /** A document that answers nothing, as its upload left it. */
  DocumentPath document(FolderPath folder) {
    DocumentPath document = new DocumentPath(folder, new DocumentId(requests.firm.ids.next()));
    requests.table.write(
        List.of(
            Write.create(
                Fields.of()
                    .with("version", 1)
                    .with("name", "Payslip March.pdf")
                    .with("size", SIZE)
                    .with("sha256", "9f".repeat(32))
                    .with("contentType", "application/pdf")
                    .with(UploadedBy.ATTRIBUTE, carla.toFields())
                    .with("createdAt", TestFirm.NOW)
                    .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(Grants.NONE))
                    .with(Item.REVISION, 1)
                    .at(TableKeys.document(folder, document.document())))));
    return document;
  }

  /** A file that the client has uploaded, as its arrival leaves it. */
  DocumentPath arrived() {
    return arrived(requests.table, item);
  }

  DocumentPath arrived(Table table, ItemId answered) {
    FolderPath folder =
        new FolderPath(requests.client, requests.stored(path).engagement().folder());
    DocumentPath document = document(folder);
    WholeEngagement whole = requests.stored(path);
    RequestItem asked = requests.stored(path, answered);
    By by = new By(carla, TestFirm.NOW);
    Arrival arrival = Arrival.of(whole.engagement(), asked, asked.state().round(), by);
    FiledDocument filed = filed(document).answering(AnsweredItem.of(asked), TestFirm.NOW);
    List<Write> writes = new ArrayList<>(arrival.writes());
    writes.add(filed.save());
    writes.add(
        Write.create(
            new ItemFile(
                    path.item(answered), document, asked.state().round(), arrival.late(), false, by)
                .toItem()));
    table.write(writes);
    return document;
  }

  FiledDocument filed(DocumentPath document) {
    return FiledDocument.fromItem(
        requests
            .table
            .read(TableKeys.documentKeys(document))
            .newest(TableKeys.documentKeys(document))
            .orElseThrow());
  }

  void grant(DocumentPath document, Recipient recipient, Optional<Instant> until) {
    FiledDocument before = filed(document);
    requests.table.write(
        List.of(
            before
                .shared()
                .withGrants(
                    new Grants(
                        List.of(new Grant(recipient, AccessLevel.VIEW, TestFirm.NOW, until))))
                .saveGrants()));
  }

  void archive(DocumentPath document) {
    Item live = requests.table.require(TableKeys.documentKeys(document).getFirst());
    requests.table.write(
        List.of(
            Write.delete(live.key()),
            Write.put(
                Fields.of()
                    .withAll(live.fields())
                    .at(TableKeys.documentKeys(document).getLast()))));
  }

  Optional<ItemFile> file(DocumentPath document) {
    return requests
        .table
        .find(RequestKeys.file(path.item(item), document.document()))
        .map(ItemFile::fromItem);
  }

  RequestItem stored() {
    return requests.stored(path, item);
  }

  private Exchange to(String method, PersonId caller, String below) {
    return requests
        .to(method, caller, path, "/items/" + item + "/files" + below)
        .path("itemId", item);
  }

  Exchange.Answer list(Table through, PersonId caller) {
    return to("GET", caller, "")
        .send(new ListItemFilesHandler(requests.module(through).listItemFiles()));
  }

  Exchange.Answer attach(Table through, PersonId caller, DocumentPath document) {
    return attach(through, caller, document, document.folder().folder().value());
  }

  Exchange.Answer attach(Table through, PersonId caller, DocumentPath document, String folder) {
    return to("PUT", caller, "/" + document.document())
        .path("documentId", document.document())
        .json("{\"folderId\": \"%s\"}".formatted(folder))
        .send(new AttachFileHandler(requests.module(through).attachFile()));
  }

  Exchange.Answer detach(Table through, PersonId caller, DocumentPath document) {
    return to("DELETE", caller, "/" + document.document())
        .path("documentId", document.document())
        .send(new DetachFileHandler(requests.module(through).detachFile()));
  }

  Exchange.Answer review(Table through, String verdict, String more) {
    return requests.review(
        through,
        requests.sharer,
        path,
        "{\"reviews\": [{\"itemId\": \"%s\", \"verdict\": \"%s\"%s}]}"
            .formatted(item, verdict, more));
  }
}
