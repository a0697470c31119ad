package clientportal.notifications;

import clientportal.access.decision.Action;
import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Verdict;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AdministratorAppointed;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.DocumentWithdrawn;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.events.EventData.OfDocument;
import clientportal.access.events.EventData.RegistrationCompleted;
import clientportal.access.events.EventData.RegistrationReceived;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
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
 * @param client empty for what concerns the firm
 * @param folder of the folder or document; empty for what concerns people
 * @param folderName empty if the addressee can no longer see the folder
 * @param documentId of the document or upload
 * @param documentName empty for a folder, and if the addressee can no longer see the document
 * @param name of the person who registered or was appointed; empty if the addressee can no longer
 *     see it
 * @param rejection why an upload was rejected
 * @param by the name of the actor, and of the uploader if the portal rejected an upload
 */
record Notice(
    EventId id,
    What what,
    FirmId firm,
    String firmName,
    Optional<ClientPath> client,
    Optional<String> clientName,
    Optional<FolderPath> folder,
    Optional<String> folderName,
    Optional<DocumentId> documentId,
    Optional<String> documentName,
    Optional<String> name,
    Optional<RejectionCode> rejection,
    String by,
    Instant at) {

  static Notice of(Event event, Subscription.Notices data, Firm firm, Optional<Client> client) {
    Optional<NamedFolder> folder =
        switch (data) {
          case FolderShared shared -> Optional.of(shared.folder());
          case OfDocument of -> Optional.of(of.document().folder());
          case RegistrationCompleted _, RegistrationReceived _, AdministratorAppointed _ ->
              Optional.empty();
        };
    Optional<NamedDocument> document =
        data instanceof OfDocument of ? Optional.of(of.document()) : Optional.empty();
    return new Notice(
        event.id(),
        what(data),
        firm.id(),
        firm.name(),
        client.map(Client::path),
        client.map(Client::name),
        folder.map(NamedFolder::path),
        folder.map(NamedFolder::name),
        document.map(NamedDocument::id),
        document.map(NamedDocument::name),
        name(data),
        data instanceof UploadRejected rejected ? Optional.of(rejected.reason()) : Optional.empty(),
        data instanceof UploadRejected rejected ? rejected.uploadedBy().name() : by(event.actor()),
        event.at());
  }

  /** Returns the client that an event is about; empty if it concerns the firm. */
  static Optional<ClientPath> client(Subscription.Notices data) {
    return switch (data) {
      case Subscription.ItemNotices of -> Optional.of(of.client());
      case RegistrationCompleted completed -> Optional.of(completed.holder().client());
      case RegistrationReceived _, AdministratorAppointed _ -> Optional.empty();
    };
  }

  private static Optional<String> name(Subscription.Notices data) {
    return switch (data) {
      case Subscription.ItemNotices _ -> Optional.empty();
      case RegistrationCompleted completed -> Optional.of(completed.name());
      case RegistrationReceived received -> Optional.of(received.name());
      case AdministratorAppointed appointed -> Optional.of(appointed.name());
    };
  }

  private static String by(Actor actor) {
    return switch (actor.as()) {
      case STAFF, CLIENT, CONTACT -> actor.name();
      case OPERATOR -> "the operator of the portal";
      case PORTAL -> "the portal";
    };
  }

  private static What what(Subscription.Notices data) {
    return switch (data) {
      case FolderShared _ -> What.FOLDER_SHARED;
      case DocumentShared _ -> What.DOCUMENT_SHARED;
      case DocumentAdded _ -> What.DOCUMENT_ADDED;
      case DocumentUploaded _ -> What.DOCUMENT_UPLOADED;
      case RegistrationCompleted _ -> What.REGISTRATION_COMPLETED;
      case RegistrationReceived _ -> What.REGISTRATION_RECEIVED;
      case AdministratorAppointed _ -> What.ADMINISTRATOR_APPOINTED;
      case UploadRejected _ -> What.UPLOAD_REJECTED;
      case DocumentWithdrawn _ -> What.DOCUMENT_WITHDRAWN;
    };
  }

  /** Returns the notice for an addressee who can no longer see what it is about. */
  Notice withoutNames() {
    return new Notice(
        id,
        what,
        firm,
        firmName,
        client,
        clientName,
        folder,
        Optional.empty(),
        documentId,
        Optional.empty(),
        Optional.empty(),
        rejection,
        by,
        at);
  }

  /** Returns the keys of the items that {@link #isOpenTo} needs. */
  List<Key> subject() {
    return Stream.concat(folder.map(TableKeys::folder).stream(), document().stream()).toList();
  }

  /** Returns the two keys that the document can have; none if the notice is of no document. */
  List<Key> document() {
    return folder
        .flatMap(in -> documentId.map(id -> TableKeys.documentKeys(new DocumentPath(in, id))))
        .orElse(List.of());
  }

  /**
   * Tells whether somebody may read what the notice is about now.
   *
   * @param items read with {@link #subject}
   */
  boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
    if (folder.isEmpty()) {
      Action action = client.isPresent() ? Action.READ_CLIENT : Action.READ_STAFF;
      return Decision.decide(affiliation, action, Grants.NONE, now) == Verdict.ALLOWED;
    }
    Grants ofDocument =
        items
            .newest(document())
            .map(item -> SharedDocument.fromItem(item).grants())
            .orElse(Grants.NONE);
    return items
        .at(TableKeys.folder(folder.get()))
        .map(item -> Folder.fromItem(item).grants().and(ofDocument))
        .filter(grants -> Decision.decide(affiliation, Action.READ, grants, now) == Verdict.ALLOWED)
        .isPresent();
  }

  Item toItem(Key key) {
    return Fields.of()
        .with("eventId", id.value())
        .with("type", what.text())
        .with("firmId", firm.value())
        .with("firmName", firmName)
        .with("clientId", client.map(path -> path.client().value()))
        .with("clientName", clientName)
        .with("folderId", folder.map(path -> path.folder().value()))
        .with("folderName", folderName)
        .with("documentId", documentId.map(DocumentId::value))
        .with("documentName", documentName)
        .with("name", name)
        .with("rejection", rejection.map(RejectionCode::text))
        .with("by", by)
        .with("at", at)
        .at(key);
  }

  static Notice fromItem(Item item) {
    Fields fields = item.fields();
    FirmId firm = new FirmId(fields.text("firmId"));
    Optional<ClientPath> client =
        fields.optionalText("clientId").map(id -> new ClientPath(firm, new ClientId(id)));
    return new Notice(
        new EventId(fields.text("eventId")),
        What.of(fields.text("type")),
        firm,
        fields.text("firmName"),
        client,
        fields.optionalText("clientName"),
        client.flatMap(
            of -> fields.optionalText("folderId").map(id -> new FolderPath(of, new FolderId(id)))),
        fields.optionalText("folderName"),
        fields.optionalText("documentId").map(DocumentId::new),
        fields.optionalText("documentName"),
        fields.optionalText("name"),
        fields.optionalText("rejection").map(RejectionCode::of),
        fields.text("by"),
        fields.instant("at"));
  }
}
