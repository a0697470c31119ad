package clientportal.delivery;

import clientportal.access.decision.Affiliation;
import clientportal.access.decision.PortalRole;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.AddressBounced;
import clientportal.access.events.EventData.AdministratorAppointed;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.DocumentWithdrawn;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.EngagementCancelled;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.GroupNoteShared;
import clientportal.access.events.EventData.HandOverCompleted;
import clientportal.access.events.EventData.ItemMarkedNotApplicable;
import clientportal.access.events.EventData.ItemWithdrawn;
import clientportal.access.events.EventData.ItemsAccepted;
import clientportal.access.events.EventData.ItemsCancelled;
import clientportal.access.events.EventData.ItemsRejected;
import clientportal.access.events.EventData.ItemsReopened;
import clientportal.access.events.EventData.ItemsSubmitted;
import clientportal.access.events.EventData.Joined;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.events.EventData.NamedNote;
import clientportal.access.events.EventData.NamedParticipation;
import clientportal.access.events.EventData.NamedPortal;
import clientportal.access.events.EventData.NoteShared;
import clientportal.access.events.EventData.PortalMemberChanged;
import clientportal.access.events.EventData.PortalRestored;
import clientportal.access.events.EventData.RegistrationCompleted;
import clientportal.access.events.EventData.RegistrationReceived;
import clientportal.access.events.EventData.RemindersUnanswered;
import clientportal.access.events.EventData.RequestNotices;
import clientportal.access.events.EventData.RequestReminded;
import clientportal.access.events.EventData.SecondFactorReset;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Firm;
import clientportal.access.records.LastReminder;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One event for one addressee.
 *
 * @param clientName empty for what concerns the firm
 * @param by the actor as they were called then, and the uploader if the portal rejected an upload
 * @param reason what the addressee must still be to be mailed
 */
public record Notice(
    EventId id,
    NoticeType type,
    FirmId firm,
    String firmName,
    Optional<String> clientName,
    Subject subject,
    Author by,
    Instant at,
    NoticeReason reason) {
  private static final String READ = "read";
  private static final String READ_AT = "readAt";

  /** Returns the notice of an event. */
  public static Notice of(
      Event event,
      Subscription.Notices data,
      Firm firm,
      Optional<Client> client,
      NoticeReason reason) {
    return new Notice(
        event.id(),
        type(data),
        firm.id(),
        firm.name(),
        client.map(Client::name),
        subject(data),
        by(data instanceof UploadRejected rejected ? rejected.uploadedBy() : event.actor()),
        event.at(),
        reason);
  }

  /** Returns what an event is about. */
  public static Subject subject(Subscription.Notices data) {
    return switch (data) {
      case FolderShared(NamedFolder folder, var _, var _) -> subject(folder);
      case DocumentShared(NamedDocument document, var _, var _) -> subject(document);
      case NoteShared(NamedNote note, var _, var _) ->
          new Subject.OfNote(note.path(), Optional.of(note.title()));
      case GroupNoteShared(NamedParticipation note, var _, var _) ->
          new Subject.OfGroupNote(note.path(), Optional.of(note.title()));
      case DocumentAdded(NamedDocument document, var _, var _, var _) -> subject(document);
      case DocumentUploaded(NamedDocument document, var _, var _, var _) -> subject(document);
      case DocumentWithdrawn(NamedDocument document, var _) -> subject(document);
      case UploadRejected rejected -> {
        NamedDocument document = rejected.document();
        NamedFolder folder = document.folder();
        yield new Subject.OfUpload(
            folder.path(),
            Optional.of(folder.name()),
            document.id(),
            Optional.of(document.name()),
            rejected.reason(),
            rejected.answers());
      }
      case RequestNotices of ->
          new Subject.OfRequest(
              of.engagement().path(), Optional.of(of.engagement().name()), of.items());
      case RegistrationCompleted(Holder.Party holder, String name) ->
          person(Optional.of(holder.client()), Optional.of(holder), name);
      case RegistrationReceived received ->
          person(Optional.empty(), Optional.empty(), received.name());
      case AdministratorAppointed(Holder.Staff holder, String name) ->
          person(Optional.empty(), Optional.of(holder), name);
      case SecondFactorReset(Holder.Staff holder, String name) ->
          person(Optional.empty(), Optional.of(holder), name);
      case HandOverCompleted(Holder.Staff holder, String name, var _, var _) ->
          person(Optional.empty(), Optional.of(holder), name);
      case AddressBounced(Holder.Reader holder, String name, var _, var _) ->
          person(
              holder instanceof Holder.Party party ? Optional.of(party.client()) : Optional.empty(),
              Optional.of(holder),
              name);
      case Joined joined -> subject(joined.portal(), PortalRole.CONTRIBUTOR);
      case PortalRestored(NamedPortal portal, var _) -> subject(portal, PortalRole.CONTRIBUTOR);
      case PortalMemberChanged(NamedPortal portal, var _, PortalRole role) -> subject(portal, role);
    };
  }

  private static Subject subject(NamedPortal portal, PortalRole role) {
    return new Subject.OfPortal(portal.path(), Optional.of(portal.name()), portal.site(), role);
  }

  private static Subject subject(NamedFolder folder) {
    return new Subject.OfFolder(folder.path(), Optional.of(folder.name()));
  }

  private static Subject subject(NamedDocument document) {
    NamedFolder folder = document.folder();
    return new Subject.OfDocument(
        folder.path(), Optional.of(folder.name()), document.id(), Optional.of(document.name()));
  }

  private static Subject person(Optional<ClientPath> client, Optional<Holder> holder, String name) {
    return new Subject.OfPerson(client, holder, Optional.of(name));
  }

  private static Author by(Actor actor) {
    return switch (actor.as()) {
      case STAFF, CLIENT, CONTACT, MEMBER -> Author.person(actor.name());
      case OPERATOR -> Author.OPERATOR;
      case PORTAL -> Author.PORTAL;
    };
  }

  private static NoticeType type(Subscription.Notices data) {
    return switch (data) {
      case FolderShared _ -> NoticeType.FOLDER_SHARED;
      case DocumentShared _ -> NoticeType.DOCUMENT_SHARED;
      case DocumentAdded _ -> NoticeType.DOCUMENT_ADDED;
      case DocumentUploaded _ -> NoticeType.DOCUMENT_UPLOADED;
      case RegistrationCompleted _ -> NoticeType.REGISTRATION_COMPLETED;
      case RegistrationReceived _ -> NoticeType.REGISTRATION_RECEIVED;
      case AdministratorAppointed _ -> NoticeType.ADMINISTRATOR_APPOINTED;
      case SecondFactorReset _ -> NoticeType.SECOND_FACTOR_RESET;
      case AddressBounced _ -> NoticeType.ADDRESS_BOUNCED;
      case HandOverCompleted _ -> NoticeType.HANDED_OVER;
      case UploadRejected _ -> NoticeType.UPLOAD_REJECTED;
      case DocumentWithdrawn _ -> NoticeType.DOCUMENT_WITHDRAWN;
      case NoteShared _ -> NoticeType.NOTE_SHARED;
      case GroupNoteShared _ -> NoticeType.GROUP_NOTE_SHARED;
      case DocumentsRequested _ -> NoticeType.DOCUMENTS_REQUESTED;
      case ItemsRejected _ -> NoticeType.ITEMS_REJECTED;
      case ItemsReopened _ -> NoticeType.ITEMS_REOPENED;
      case ItemsAccepted _ -> NoticeType.ITEMS_ACCEPTED;
      case ItemsCancelled _ -> NoticeType.ITEMS_CANCELLED;
      case EngagementCancelled _ -> NoticeType.ENGAGEMENT_CANCELLED;
      case RequestReminded _ -> NoticeType.REQUEST_REMINDED;
      case RemindersUnanswered _ -> NoticeType.NO_ANSWER;
      case ItemsSubmitted _ -> NoticeType.ITEMS_SUBMITTED;
      case ItemMarkedNotApplicable _ -> NoticeType.ITEM_NOT_APPLICABLE;
      case ItemWithdrawn _ -> NoticeType.ITEM_WITHDRAWN;
      case Joined _, PortalRestored _ -> NoticeType.PORTAL_OPENED;
      case PortalMemberChanged _ -> NoticeType.PORTAL_ROLE_WIDENED;
    };
  }

  /** Returns the client that the notice is about; empty if it concerns the firm. */
  public Optional<ClientPath> client() {
    return subject.client();
  }

  /** Returns the client that the notice is about, as it is now. */
  public Optional<Client> client(Items items) {
    return client().flatMap(path -> items.at(TableKeys.client(path))).map(Client::fromItem);
  }

  /** Returns the keys of the items that {@link #isOpenTo} and {@link #named} need. */
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>(List.of(TableKeys.firm(firm)));
    client().map(TableKeys::client).ifPresent(keys::add);
    keys.addAll(subject.keys());
    return keys;
  }

  /**
   * Tells whether somebody may read what the notice is about now.
   *
   * @param items read with {@link #keys}
   */
  public boolean isOpenTo(Affiliation affiliation, Items items, Instant now) {
    return subject.isOpenTo(affiliation, items, now);
  }

  /** Returns the notice for an addressee who can no longer see what it is about. */
  public Notice withoutNames() {
    return with(firmName, clientName, subject.withoutNames());
  }

  /** Returns the notice with present names. What no longer exists keeps its old one. */
  public Notice named(Items items) {
    return with(
        items.at(TableKeys.firm(firm)).map(item -> Firm.fromItem(item).name()).orElse(firmName),
        client(items).map(Client::name).or(() -> clientName),
        subject.named(items));
  }

  /** Returns the notice about something else, such as what several notices are about together. */
  public Notice about(Subject other) {
    return with(firmName, clientName, other);
  }

  private Notice with(String nameOfFirm, Optional<String> nameOfClient, Subject other) {
    return new Notice(id, type, firm, nameOfFirm, nameOfClient, other, by, at, reason);
  }

  /**
   * Returns what is noted once a reminder has reached its addressee, by mail or in the portal
   * alone: the next one waits for it. Nothing is noted of other notices.
   */
  public Optional<Write> arrived(Holder addressee, Instant now) {
    return type == NoticeType.REQUEST_REMINDED
        ? addressee.recipient().flatMap(to -> client().map(of -> LastReminder.mailed(of, to, now)))
        : Optional.empty();
  }

  /** Marks a notice as read by the person who has it. */
  public static Write markRead(PersonId person, EventId id, Instant now) {
    return Write.update(TableKeys.notice(person, id))
        .set(Fields.of().with(READ, true).with(READ_AT, now).build())
        .when(Condition.present());
  }

  /** Tells whether the person who has the item of a notice has read it. */
  public static boolean isRead(Item item) {
    return item.fields().flag(READ);
  }

  /** Returns when the person who has the item of a notice marked it as read. */
  public static Optional<Instant> readAt(Item item) {
    return item.fields().optionalInstant(READ_AT);
  }

  /** Returns the item of the notice at a key: it is kept with its addressee and in a digest. */
  public Item toItem(Key key) {
    Fields.Builder fields =
        Fields.of()
            .with("eventId", id.value())
            .with("type", type.text())
            .with("firmId", firm.value())
            .with("firmName", firmName)
            .with("clientId", client().map(path -> path.client().value()))
            .with("clientName", clientName)
            .with("by", by.name())
            .with("author", by.kind().text())
            .with("at", at)
            .with("reason", reason.text());
    switch (subject) {
      case Subject.OfFolder(FolderPath path, Optional<String> name) ->
          fields.with("folderId", path.folder().value()).with("folderName", name);
      case Subject.OfNote(NotePath path, Optional<String> name) ->
          fields.with("noteId", path.note().value()).with("noteTitle", name);
      case Subject.OfGroupNote(ParticipantPath path, Optional<String> name) ->
          fields.with("noteId", path.note().value()).with("noteTitle", name);
      case Subject.OfRequest(EngagementPath path, Optional<String> name, List<ItemId> items) ->
          fields
              .with("engagementId", path.engagement().value())
              .with("engagementName", name)
              .withTexts("itemIds", items.stream().map(ItemId::value).toList());
      case Subject.InFolder in -> {
        fields
            .with("folderId", in.folder().folder().value())
            .with("folderName", in.folderName())
            .with("documentId", in.id().value())
            .with("documentName", in.name());
        if (in instanceof Subject.OfUpload upload) {
          fields
              .with("rejection", upload.rejection().text())
              .with("answers", upload.answers().map(RequestItemPath::toFields));
        }
      }
      case Subject.OfPerson(var _, Optional<Holder> holder, Optional<String> name) ->
          fields.with("about", holder.map(Holder::toFields)).with("name", name);
      case Subject.OfPortal(PortalPath path, Optional<String> name, String site, PortalRole role) ->
          fields
              .with("portalId", path.portal().value())
              .with("portalName", name)
              .with("site", site)
              .with("role", role.text());
    }
    return fields.at(key);
  }

  /** Returns the notice of an item. */
  public static Notice fromItem(Item item) {
    Fields fields = item.fields();
    FirmId firm = new FirmId(fields.text("firmId"));
    NoticeType type = NoticeType.of(fields.text("type"));
    return new Notice(
        new EventId(fields.text("eventId")),
        type,
        firm,
        fields.text("firmName"),
        fields.optionalText("clientName"),
        subject(type, firm, fields),
        new Author(
            fields.optionalText("author").map(Author.Kind::of).orElse(Author.Kind.PERSON),
            fields.text("by")),
        fields.instant("at"),
        fields.optionalText("reason").map(NoticeReason::of).orElse(NoticeReason.READER));
  }

  private static Subject subject(NoticeType type, FirmId firm, Fields fields) {
    return switch (type) {
      case FOLDER_SHARED ->
          new Subject.OfFolder(folder(firm, fields), fields.optionalText("folderName"));
      case NOTE_SHARED ->
          new Subject.OfNote(
              new NotePath(client(firm, fields), new NoteId(fields.text("noteId"))),
              fields.optionalText("noteTitle"));
      case GROUP_NOTE_SHARED ->
          new Subject.OfGroupNote(
              new ParticipantPath(client(firm, fields), new NoteId(fields.text("noteId"))),
              fields.optionalText("noteTitle"));
      case DOCUMENT_SHARED, DOCUMENT_ADDED, DOCUMENT_UPLOADED, DOCUMENT_WITHDRAWN ->
          new Subject.OfDocument(
              folder(firm, fields),
              fields.optionalText("folderName"),
              new DocumentId(fields.text("documentId")),
              fields.optionalText("documentName"));
      case UPLOAD_REJECTED ->
          new Subject.OfUpload(
              folder(firm, fields),
              fields.optionalText("folderName"),
              new DocumentId(fields.text("documentId")),
              fields.optionalText("documentName"),
              RejectionCode.of(fields.text("rejection")),
              fields
                  .optionalMap("answers")
                  .map(answers -> RequestItemPath.fromFields(client(firm, fields), answers)));
      case DOCUMENTS_REQUESTED,
          ITEMS_REJECTED,
          ITEMS_REOPENED,
          ITEMS_ACCEPTED,
          ITEMS_CANCELLED,
          ENGAGEMENT_CANCELLED,
          REQUEST_REMINDED,
          NO_ANSWER,
          ITEMS_SUBMITTED,
          ITEM_NOT_APPLICABLE,
          ITEM_WITHDRAWN ->
          new Subject.OfRequest(
              new EngagementPath(
                  client(firm, fields), new EngagementId(fields.text("engagementId"))),
              fields.optionalText("engagementName"),
              fields.texts("itemIds").stream().map(ItemId::new).toList());
      case REGISTRATION_COMPLETED,
          REGISTRATION_RECEIVED,
          ADMINISTRATOR_APPOINTED,
          SECOND_FACTOR_RESET,
          ADDRESS_BOUNCED,
          HANDED_OVER ->
          new Subject.OfPerson(
              fields.optionalText("clientId").map(id -> new ClientPath(firm, new ClientId(id))),
              fields.optionalMap("about").map(Holder::fromFields),
              fields.optionalText("name"));
      case PORTAL_OPENED, PORTAL_ROLE_WIDENED ->
          new Subject.OfPortal(
              new PortalPath(firm, new PortalId(fields.text("portalId"))),
              fields.optionalText("portalName"),
              fields.text("site"),
              PortalRole.of(fields.text("role")));
    };
  }

  private static FolderPath folder(FirmId firm, Fields fields) {
    return new FolderPath(client(firm, fields), new FolderId(fields.text("folderId")));
  }

  private static ClientPath client(FirmId firm, Fields fields) {
    return new ClientPath(firm, new ClientId(fields.text("clientId")));
  }
}
