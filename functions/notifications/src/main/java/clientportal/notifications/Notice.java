package clientportal.notifications;

import clientportal.access.decision.Action;
import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Verdict;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.DocumentWithdrawn;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.events.EventData.OfDocument;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.notifications.mail.DigestMail.What;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One event for one addressee.
 *
 * @param folderName empty if the addressee can no longer see the folder
 * @param documentId of the document or upload
 * @param documentName empty for a folder, and if the addressee can no longer see the document
 * @param rejection why an upload was rejected
 * @param by the name of the actor, and of the uploader if the portal rejected an upload
 */
record Notice(
    EventId id,
    What what,
    FolderPath folder,
    String firmName,
    String clientName,
    Optional<String> folderName,
    Optional<DocumentId> documentId,
    Optional<String> documentName,
    Optional<RejectionCode> rejection,
    String by,
    Instant at) {

  static Notice of(Event event, Subscription.Notices data, Firm firm, Client client) {
    NamedFolder folder =
        switch (data) {
          case FolderShared shared -> shared.folder();
          case OfDocument of -> of.document().folder();
        };
    Optional<NamedDocument> document =
        data instanceof OfDocument of ? Optional.of(of.document()) : Optional.empty();
    return new Notice(
        event.id(),
        what(data),
        folder.path(),
        firm.name(),
        client.name(),
        Optional.of(folder.name()),
        document.map(NamedDocument::id),
        document.map(NamedDocument::name),
        data instanceof UploadRejected rejected ? Optional.of(rejected.reason()) : Optional.empty(),
        data instanceof UploadRejected rejected
            ? rejected.uploadedBy().name()
            : event.actor().name(),
        event.at());
  }

  private static What what(Subscription.Notices data) {
    return switch (data) {
      case FolderShared _ -> What.FOLDER_SHARED;
      case DocumentShared _ -> What.DOCUMENT_SHARED;
      case DocumentAdded _ -> What.DOCUMENT_ADDED;
      case DocumentUploaded _ -> What.DOCUMENT_UPLOADED;
      case UploadRejected _ -> What.UPLOAD_REJECTED;
      case DocumentWithdrawn _ -> What.DOCUMENT_WITHDRAWN;
    };
  }

  ClientPath client() {
    return folder.client();
  }

  /** Returns the notice for an addressee who can no longer see the folder or document. */
  Notice withoutNames() {
    return new Notice(
        id,
        what,
        folder,
        firmName,
        clientName,
        Optional.empty(),
        documentId,
        Optional.empty(),
        rejection,
        by,
        at);
  }

  /** Returns the keys of the items that {@link #isOpenTo} needs. */
  List<Key> subject() {
    return Stream.concat(Stream.of(TableKeys.folder(folder)), document()).toList();
  }

  /** Returns the two keys that the document can have. */
  private Stream<Key> document() {
    return documentId.stream()
        .flatMap(id ->
            Stream.of(TableKeys.document(folder, id), TableKeys.archivedDocument(folder, id)));
  }

  /** Tells whether the folder or document of the notice is open to somebody now. */
  boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
    Grants ofDocument =
        document()
            .flatMap(key -> items.at(key).stream())
            .findFirst()
            .map(item -> SharedDocument.fromItem(item).grants())
            .orElse(Grants.NONE);
    return items
        .at(TableKeys.folder(folder))
        .map(item -> Folder.fromItem(item).grants().and(ofDocument))
        .filter(grants -> Decision.decide(affiliation, Action.READ, grants, now) == Verdict.ALLOWED)
        .isPresent();
  }

  Item toItem(Key key) {
    return Fields.of()
        .with("eventId", id.value())
        .with("type", what.text())
        .with("firmId", client().firm().value())
        .with("firmName", firmName)
        .with("clientId", client().client().value())
        .with("clientName", clientName)
        .with("folderId", folder.folder().value())
        .with("folderName", folderName)
        .with("documentId", documentId.map(DocumentId::value))
        .with("documentName", documentName)
        .with("rejection", rejection.map(RejectionCode::text))
        .with("by", by)
        .with("at", at)
        .at(key);
  }

  static Notice fromItem(Item item) {
    Fields fields = item.fields();
    ClientPath client =
        new ClientPath(new FirmId(fields.text("firmId")), new ClientId(fields.text("clientId")));
    return new Notice(
        new EventId(fields.text("eventId")),
        What.of(fields.text("type")),
        new FolderPath(client, new FolderId(fields.text("folderId"))),
        fields.text("firmName"),
        fields.text("clientName"),
        fields.optionalText("folderName"),
        fields.optionalText("documentId").map(DocumentId::new),
        fields.optionalText("documentName"),
        fields.optionalText("rejection").map(RejectionCode::of),
        fields.text("by"),
        fields.instant("at"));
  }
}
