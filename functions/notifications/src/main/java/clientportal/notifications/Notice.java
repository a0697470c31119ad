package clientportal.notifications;

import clientportal.access.decision.Action;
import clientportal.access.decision.Affiliation;
import clientportal.access.decision.Decision;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
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
import clientportal.access.events.EventData.SecondFactorReset;
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
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Firm;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.access.records.StaffMember;
import clientportal.notifications.mail.Author;
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
 * @param about the staff member, client or contact who has that name
 * @param rejection why an upload was rejected
 * @param by the actor as they were called then, and the uploader if the portal rejected an upload
 * @param reason what the addressee must still be to be mailed
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
    Optional<Holder> about,
    Optional<RejectionCode> rejection,
    Author by,
    Instant at,
    NoticeReason reason) {

  static Notice of(
      Event event,
      Subscription.Notices data,
      Firm firm,
      Optional<Client> client,
      NoticeReason reason) {
    Optional<NamedFolder> folder =
        switch (data) {
          case FolderShared shared -> Optional.of(shared.folder());
          case OfDocument of -> Optional.of(of.document().folder());
          case RegistrationCompleted _,
              RegistrationReceived _,
              AdministratorAppointed _,
              SecondFactorReset _ ->
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
        about(data),
        data instanceof UploadRejected rejected ? Optional.of(rejected.reason()) : Optional.empty(),
        by(data instanceof UploadRejected rejected ? rejected.uploadedBy() : event.actor()),
        event.at(),
        reason);
  }

  /** Returns the client that an event is about; empty if it concerns the firm. */
  static Optional<ClientPath> client(Subscription.Notices data) {
    return switch (data) {
      case Subscription.ItemNotices of -> Optional.of(of.client());
      case RegistrationCompleted completed -> Optional.of(completed.holder().client());
      case RegistrationReceived _, AdministratorAppointed _, SecondFactorReset _ ->
          Optional.empty();
    };
  }

  private static Optional<String> name(Subscription.Notices data) {
    return switch (data) {
      case Subscription.ItemNotices _ -> Optional.empty();
      case RegistrationCompleted completed -> Optional.of(completed.name());
      case RegistrationReceived received -> Optional.of(received.name());
      case AdministratorAppointed appointed -> Optional.of(appointed.name());
      case SecondFactorReset reset -> Optional.of(reset.name());
    };
  }

  private static Optional<Holder> about(Subscription.Notices data) {
    return switch (data) {
      case RegistrationCompleted completed -> Optional.of(completed.holder());
      case AdministratorAppointed appointed -> Optional.of(appointed.holder());
      case SecondFactorReset reset -> Optional.of(reset.holder());
      case RegistrationReceived _, Subscription.ItemNotices _ -> Optional.empty();
    };
  }

  private static Author by(Actor actor) {
    return switch (actor.as()) {
      case STAFF, CLIENT, CONTACT -> Author.person(actor.name());
      case OPERATOR -> Author.OPERATOR;
      case PORTAL -> Author.PORTAL;
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
      case SecondFactorReset _ -> What.SECOND_FACTOR_RESET;
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
        about,
        rejection,
        by,
        at,
        reason);
  }

  /**
   * Returns the notice with present names. What no longer exists keeps its old one, and so does an
   * upload that was rejected: the document has the name of another version.
   */
  Notice named(Items items) {
    return new Notice(
        id,
        what,
        firm,
        items.at(TableKeys.firm(firm)).map(item -> Firm.fromItem(item).name()).orElse(firmName),
        client,
        client(items).map(Client::name).or(() -> clientName),
        folder,
        folder
            .flatMap(path -> items.at(TableKeys.folder(path)))
            .map(item -> Folder.fromItem(item).name())
            .or(() -> folderName),
        documentId,
        what == What.UPLOAD_REJECTED
            ? documentName
            : document(items).map(SharedDocument::name).or(() -> documentName),
        about.flatMap(holder -> name(holder, items)).or(() -> name),
        about,
        rejection,
        by,
        at,
        reason);
  }

  private static Optional<String> name(Holder holder, Items items) {
    return items
        .at(TableKeys.holder(holder))
        .map(item ->
            switch (holder) {
              case Holder.Staff _ -> StaffMember.fromItem(item).name();
              case Holder.Party(var _, Recipient.Client _) -> Client.fromItem(item).name();
              case Holder.Party(var _, Recipient.Contact _) -> Contact.fromItem(item).name();
            });
  }

  /** Returns the keys of the items that {@link #isOpenTo} and {@link #named} need. */
  List<Key> subject() {
    return Stream.of(
            Stream.of(TableKeys.firm(firm)),
            client.map(TableKeys::client).stream(),
            folder.map(TableKeys::folder).stream(),
            documentKeys().stream(),
            about.map(TableKeys::holder).stream())
        .flatMap(keys -> keys)
        .toList();
  }

  /** Returns the client that the notice is about, as it is now. */
  Optional<Client> client(Items items) {
    return client.flatMap(path -> items.at(TableKeys.client(path))).map(Client::fromItem);
  }

  private Optional<SharedDocument> document(Items items) {
    return items.newest(documentKeys()).map(SharedDocument::fromItem);
  }

  /**
   * Tells whether the document was found at none of its keys although the addressee may see it: it
   * may have moved meanwhile. A rejected upload need not have a document.
   */
  boolean missesDocument(Affiliation affiliation, Items items, Instant now) {
    return documentId.isPresent()
        && items.newest(documentKeys()).isEmpty()
        && !affiliation.isStranger()
        && (what != What.UPLOAD_REJECTED || !isOpenTo(affiliation, items, now));
  }

  /** Returns the two keys that the document can have; none if the notice is of no document. */
  List<Key> documentKeys() {
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
    Grants ofDocument = document(items).map(SharedDocument::grants).orElse(Grants.NONE);
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
        .with("about", about.map(Holder::toFields))
        .with("rejection", rejection.map(RejectionCode::text))
        .with("by", by.name())
        .with("author", by.kind().text())
        .with("at", at)
        .with("reason", reason.text())
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
        fields.optionalMap("about").map(Holder::fromFields),
        fields.optionalText("rejection").map(RejectionCode::of),
        new Author(Author.Kind.of(fields.text("author")), fields.text("by")),
        fields.instant("at"),
        fields.optionalText("reason").map(NoticeReason::of).orElse(NoticeReason.READER));
  }
}
