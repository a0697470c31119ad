package clientportal.access.events;

import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SecondFactor;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.Absence;
import clientportal.access.ids.ChecklistId;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.Language;
import clientportal.access.ids.LogoVersion;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.ReminderSettings;
import clientportal.access.ids.SiteSettings;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ChecklistPath;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.RequestItemPath;
import clientportal.platform.table.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened, one record for each type of event; the record's name is the type in items and
 * subscriptions. The data also says what the event is kept with: a firm, a client, the holder of an
 * account, a token or an address.
 */
public sealed interface EventData {

  /** The attribute of an event item with {@link #listsToFollow}. */
  String PARTICIPANTS = "participants";

  /** An event of a firm. */
  sealed interface OfFirm extends EventData {
    FirmId firm();
  }

  /** An event of a client. */
  sealed interface OfClient extends EventData {
    ClientPath client();
  }

  /** An event of the holder of an account, kept with their firm or client. */
  sealed interface OfHolder extends EventData {
    Holder holder();
  }

  /** An event of a token that was presented; its owner is known only after a look-up. */
  sealed interface OfToken extends EventData {
    String tokenHash();
  }

  /** An event of an address; its owner is known only after a look-up. */
  sealed interface OfAddress extends EventData {
    EmailAddress email();
  }

  // ---- Firms ----

  record FirmCreated(FirmId firm, String name, String slug) implements OfFirm {}

  record FirmUpdated(
      FirmId firm,
      String name,
      long digestMinutes,
      String selfRegistration,
      ZoneId timeZone,
      Language language,
      boolean passwordClasses,
      SecondFactor secondFactor,
      boolean noteMails,
      boolean noteTexts,
      Optional<EmailAddress> replyTo,
      MailTimes mailTimes,
      ReminderSettings reminders,
      Deliveries deliveries)
      implements OfFirm {}

  /** A document type, with its name at the time of the event. */
  record NamedType(DocumentTypeId id, String name, boolean retired) {
    private Fields fields() {
      return Fields.of()
          .with("documentTypeId", id.value())
          .with("name", name)
          .with("retired", retired)
          .build();
    }

    private static NamedType of(Fields type) {
      return new NamedType(
          new DocumentTypeId(type.text("documentTypeId")), type.text("name"), type.flag("retired"));
    }
  }

  /** The document types of a firm were set; the event has those that are new or have changed. */
  record DocumentTypesSet(FirmId firm, List<NamedType> changed) implements OfFirm {}

  /** An operator set which document types may be open to readers. */
  record SharePolicySet(FirmId firm, SharePolicy policy, String reason) implements OfFirm {}

  record SiteCreated(FirmId firm, String slug, String name) implements OfFirm {}

  /** How the pages of a site look was set. */
  record SiteSettingsSet(FirmId firm, String slug, SiteSettings settings) implements OfFirm {}

  /** A site has another logo, or none any more. */
  record LogoChanged(FirmId firm, String slug, Optional<LogoVersion> version) implements OfFirm {}

  record StaffInvited(Holder.Staff holder, String name)
      implements OfHolder, Subscription.Invitations {}

  /** A field that is empty has not changed. */
  record StaffUpdated(
      FirmId firm,
      StaffId staff,
      Optional<Role> role,
      Optional<Boolean> webPortal,
      Optional<Boolean> enabled,
      Optional<NoticeMails> noticeMails)
      implements OfFirm {}

  /** The absence of a staff member was set; it is empty if they are back. */
  record AbsenceSet(FirmId firm, StaffId staff, Optional<Absence> absence) implements OfFirm {}

  /** An administrator has all that a staff member is responsible for pass to another one. */
  record HandOverStarted(FirmId firm, StaffId staff, StaffId to, long step)
      implements OfFirm, Subscription.HandOvers {}

  /** Another step of a hand-over is to be made. */
  record HandOverContinued(FirmId firm, StaffId staff, StaffId to, long step)
      implements OfFirm, Subscription.HandOvers {}

  /** A hand-over ended before everything had passed on: the successor does not work here. */
  record HandOverStopped(FirmId firm, StaffId staff, StaffId to, long passedOn) implements OfFirm {}

  /**
   * Everything that a staff member was responsible for has passed to another one, who is notified.
   *
   * @param name of the staff member
   * @param passedOn the number of clients
   */
  record HandOverCompleted(Holder.Staff holder, String name, StaffId to, long passedOn)
      implements OfHolder, Subscription.Notices {
    @Override
    public FirmId firm() {
      return holder.firm();
    }
  }

  /** An operator made somebody an administrator of the firm; all administrators are notified. */
  record AdministratorAppointed(Holder.Staff holder, String name)
      implements OfHolder, Subscription.Notices {
    @Override
    public FirmId firm() {
      return holder.firm();
    }
  }

  /**
   * The second factor of a staff member was reset, by an administrator or with a recovery code; all
   * administrators are notified.
   */
  record SecondFactorReset(Holder.Staff holder, String name)
      implements OfHolder, Subscription.Notices {
    @Override
    public FirmId firm() {
      return holder.firm();
    }
  }

  // ---- Clients ----

  /** A client was created, with a folder to upload into. */
  record ClientCreated(ClientPath client, String name, String kind, NamedFolder uploads)
      implements OfClient {}

  record ClientUpdated(ClientPath client, List<String> changed) implements OfClient {}

  record TeamChanged(ClientPath client, List<StaffId> added, List<StaffId> removed)
      implements OfClient {}

  record ContactCreated(
      ClientPath client, ContactId contact, String name, String relationship, boolean webPortal)
      implements OfClient {}

  record ContactUpdated(
      ClientPath client, ContactId contact, List<String> changed, boolean webPortal)
      implements OfClient {}

  // ---- Accounts ----

  record AccountInvited(Holder.Reader holder) implements OfHolder, Subscription.Invitations {}

  record AccountActivated(Holder holder) implements OfHolder {}

  /** An invitation did not arrive; the event names its sender and when they sent it. */
  record AccountBounced(Holder holder, String why, Actor invitedBy, Instant invitedAt)
      implements OfHolder, Subscription.Bounces {}

  /**
   * A mail to a client, contact or member did not arrive, because their address is dead.
   *
   * @param name of the addressee
   * @param senders the staff who caused the mail
   */
  record AddressBounced(Holder.Reader holder, String name, String why, List<StaffId> senders)
      implements OfHolder, Subscription.Notices {
    @Override
    public FirmId firm() {
      return holder.firm();
    }
  }

  record AccountRevoked(Holder.Reader holder) implements OfHolder, Subscription.AccountAlerts {}

  /**
   * The holder of an active account has another address on file, which is not verified yet.
   *
   * @param email the verified address
   */
  record AddressChanged(Holder.Reader holder, EmailAddress email)
      implements OfHolder, Subscription.AccountAlerts {}

  /** A contact lost the permission for the portal, and access with it. */
  record AccessTakenAway(Holder.Party holder, EmailAddress email)
      implements OfHolder, Subscription.AccountAlerts {}

  record VerificationRequested(String tokenHash, String browserKeyHash)
      implements OfToken, Subscription.Verifications {}

  record RegistrationRequested(
      FirmId firm, String site, String name, EmailAddress email, String browserKeyHash)
      implements OfAddress, Subscription.Verifications {}

  /** A registration waits for staff; the administrators are notified. */
  record RegistrationReceived(FirmId firm, RegistrationId registration, String name)
      implements OfFirm, Subscription.Notices {}

  /**
   * A person who registered has the account of a client or contact, by themselves or by staff's
   * resolution; the client's team is notified, or the administrators.
   *
   * @param name of the client or contact
   */
  record RegistrationCompleted(Holder.Party holder, String name)
      implements OfHolder, Subscription.Notices {
    @Override
    public FirmId firm() {
      return holder.firm();
    }
  }

  /**
   * Staff resolved a registration.
   *
   * @param linked the client or contact that the person is; empty if staff rejected them
   */
  record RegistrationResolved(
      FirmId firm, RegistrationId registration, Optional<Holder.Party> linked)
      implements OfFirm, Subscription.Verifications {}

  record PasswordResetRequested(EmailAddress email, String browserKeyHash)
      implements OfAddress, Subscription.Verifications {}

  /** A person proved the mailbox and set a password; what signed them in before is gone. */
  record PasswordReset(EmailAddress email, PersonId person)
      implements OfAddress, Subscription.Alerts {}

  /**
   * A person whose access had been revoked proved the mailbox again; what signed them in before is
   * gone.
   */
  record SignInRenewed(EmailAddress email, PersonId person)
      implements OfAddress, Subscription.Alerts {}

  /** The operator of the stage ended a person's sessions; what signed them in before is gone. */
  record SessionsRevoked(EmailAddress email, PersonId person)
      implements OfAddress, Subscription.Alerts {}

  /** An administrator reset a person's second factor; what signed them in before is gone. */
  record SignInReset(EmailAddress email, PersonId person)
      implements OfAddress, Subscription.Alerts {}

  /**
   * A person proved the mailbox and set a password, with a recovery code in place of their
   * authenticator app; what signed them in before is gone.
   */
  record SignInRecovered(EmailAddress email, PersonId person)
      implements OfAddress, Subscription.Alerts {}

  /** A person made new recovery codes; the ones before are no longer valid. */
  record RecoveryCodesReplaced(EmailAddress email, PersonId person)
      implements OfAddress, Subscription.Alerts {}

  // ---- Folders ----

  /** A folder, with its name at the time of the event. */
  record NamedFolder(FolderPath path, String name) {
    private Fields.Builder fields() {
      return client(path.client()).with("folderId", path.folder().value()).with("folderName", name);
    }

    private static NamedFolder of(Fields data) {
      FolderPath path = new FolderPath(client(data), new FolderId(data.text("folderId")));
      return new NamedFolder(path, data.text("folderName"));
    }
  }

  /** An event of a folder. */
  sealed interface OfFolder extends OfClient {
    NamedFolder folder();

    @Override
    default ClientPath client() {
      return folder().path().client();
    }
  }

  record FolderCreated(NamedFolder folder) implements OfFolder {}

  record FolderRenamed(NamedFolder folder, String formerName) implements OfFolder {}

  record FolderArchived(NamedFolder folder) implements OfFolder {}

  record FolderRestored(NamedFolder folder) implements OfFolder {}

  // ---- Documents ----

  /** A document and its folder, with their names at the time of the event. */
  record NamedDocument(NamedFolder folder, DocumentId id, String name) {
    private Fields.Builder fields() {
      return folder.fields().with("documentId", id.value()).with("documentName", name);
    }

    private static NamedDocument of(Fields data) {
      DocumentId id = new DocumentId(data.text("documentId"));
      return new NamedDocument(NamedFolder.of(data), id, data.text("documentName"));
    }
  }

  /** An event of a document. */
  sealed interface OfDocument extends OfClient {
    NamedDocument document();

    @Override
    default ClientPath client() {
      return document().folder().path().client();
    }
  }

  /**
   * The item of an engagement that a document answers.
   *
   * @param late whether the item had moved on when the document arrived
   * @param openTo to whom the document is open since then
   */
  record Answering(EngagementId engagement, ItemId item, boolean late, Recipient.Party openTo) {
    private Fields fields() {
      return Fields.of()
          .with("engagementId", engagement.value())
          .with("itemId", item.value())
          .with("late", late)
          .with("openTo", openTo.text())
          .build();
    }

    private static Optional<Answering> in(Fields data) {
      return data.optionalMap("answers")
          .map(fields ->
              new Answering(
                  new EngagementId(fields.text("engagementId")),
                  new ItemId(fields.text("itemId")),
                  fields.flag("late"),
                  Recipient.party(fields.text("openTo"))));
    }
  }

  /** Staff added a version; the readers are notified. */
  record DocumentAdded(
      NamedDocument document, int version, Optional<Answering> answers, List<Recipient> audience)
      implements OfDocument, Subscription.ItemNotices {}

  /** A client or contact uploaded a version; the client's team is notified. */
  record DocumentUploaded(
      NamedDocument document, int version, Optional<Answering> answers, List<StaffId> audience)
      implements OfDocument, Subscription.ItemNotices {}

  /**
   * The bytes of a version were rejected; its uploader and the client's team are notified.
   *
   * @param answers the item for which it was uploaded, if it was for one
   * @param audience the client's team
   */
  record UploadRejected(
      NamedDocument document,
      int version,
      RejectionCode reason,
      Actor uploadedBy,
      Optional<RequestItemPath> answers,
      List<StaffId> audience)
      implements OfDocument, Subscription.ItemNotices {}

  /** A client or contact withdrew what they had uploaded; the client's team is notified. */
  record DocumentWithdrawn(NamedDocument document, List<StaffId> audience)
      implements OfDocument, Subscription.ItemNotices {}

  /** Somebody got a URL to download a version. */
  record DocumentDownloaded(NamedDocument document, int version) implements OfDocument {}

  record DocumentRenamed(NamedDocument document, String formerName) implements OfDocument {}

  /** A document got another type, or none; nobody is notified. */
  record DocumentTypeChanged(NamedDocument document, Optional<DocumentTypeId> type)
      implements OfDocument {}

  record DocumentArchived(NamedDocument document) implements OfDocument {}

  record DocumentRestored(NamedDocument document) implements OfDocument {}

  // ---- Notes ----

  /** A note, with its title at the time of the event; no event has its text. */
  record NamedNote(NotePath path, String title) {
    private Fields.Builder fields() {
      return client(path.client()).with("noteId", path.note().value()).with("noteTitle", title);
    }

    private static NamedNote of(Fields data) {
      NotePath path = new NotePath(client(data), new NoteId(data.text("noteId")));
      return new NamedNote(path, data.text("noteTitle"));
    }
  }

  /** An event of a note. */
  sealed interface OfNote extends OfClient {
    NamedNote note();

    @Override
    default ClientPath client() {
      return note().path().client();
    }
  }

  record NoteCreated(NamedNote note) implements OfNote {}

  /**
   * The title or the text of a note changed; nobody is notified.
   *
   * @param version the number of the new text
   */
  record NoteEdited(NamedNote note, int version) implements OfNote {}

  /** A note got another type, or none; nobody is notified. */
  record NoteTypeChanged(NamedNote note, Optional<DocumentTypeId> type) implements OfNote {}

  record NoteArchived(NamedNote note) implements OfNote {}

  record NoteRestored(NamedNote note) implements OfNote {}

  // ---- Group notes ----

  /** A group note, with its title at the time of the event; no event has its text. */
  record NamedGroupNote(GroupNotePath path, String title) {
    private Fields.Builder fields() {
      return Fields.of()
          .with("firmId", path.firm().value())
          .with("noteId", path.note().value())
          .with("noteTitle", title);
    }

    private static NamedGroupNote of(Fields data) {
      GroupNotePath path = new GroupNotePath(firm(data), new NoteId(data.text("noteId")));
      return new NamedGroupNote(path, data.text("noteTitle"));
    }
  }

  /** An event of a group note, kept with the firm: a client's events name no other client. */
  sealed interface OfGroupNote extends OfFirm {
    NamedGroupNote note();

    @Override
    default FirmId firm() {
      return note().path().firm();
    }
  }

  record GroupNoteCreated(NamedGroupNote note, List<ClientId> clients) implements OfGroupNote {}

  /**
   * The title or the text of a group note changed; nobody is notified.
   *
   * @param version the number of the new text
   * @param participants none if the title is the same, so that lists stay as they are
   */
  record GroupNoteEdited(NamedGroupNote note, int version, int participants)
      implements OfGroupNote, Subscription.GroupNotes {}

  /** Lists have the type, so that they follow. */
  record GroupNoteTypeChanged(
      NamedGroupNote note, Optional<DocumentTypeId> documentType, int participants)
      implements OfGroupNote, Subscription.GroupNotes {}

  record GroupNoteArchived(NamedGroupNote note, int participants)
      implements OfGroupNote, Subscription.GroupNotes {}

  record GroupNoteRestored(NamedGroupNote note, int participants)
      implements OfGroupNote, Subscription.GroupNotes {}

  /** A group note was opened to all participants; their readers are notified one by one. */
  record GroupNoteOpened(NamedGroupNote note, int participants)
      implements OfGroupNote, Subscription.GroupNotes {}

  record GroupNoteClosed(NamedGroupNote note, int participants)
      implements OfGroupNote, Subscription.GroupNotes {}

  record ParticipantsChanged(NamedGroupNote note, List<ClientId> added, List<ClientId> removed)
      implements OfGroupNote, Subscription.GroupNotes {

    /** Returns the clients whose lists follow. */
    public List<ClientId> clients() {
      return Stream.concat(added.stream(), removed.stream()).toList();
    }

    @Override
    public int participants() {
      return clients().size();
    }
  }

  // ---- Portals ----

  /**
   * A portal, with its name at the time of the event.
   *
   * @param site the slug of its site
   */
  record NamedPortal(PortalPath path, String name, String site) {
    private Fields.Builder fields() {
      return Fields.of()
          .with("firmId", path.firm().value())
          .with("portalId", path.portal().value())
          .with("portalName", name)
          .with("site", site);
    }

    private static NamedPortal of(Fields data) {
      return new NamedPortal(
          new PortalPath(firm(data), new PortalId(data.text("portalId"))),
          data.text("portalName"),
          data.text("site"));
    }
  }

  /** An event of a portal, kept with the firm: a client's events name no other client. */
  sealed interface OfPortal extends OfFirm {
    NamedPortal portal();

    @Override
    default FirmId firm() {
      return portal().path().firm();
    }
  }

  /** Members were let into a portal; they are invited or notified. */
  sealed interface Joined extends Subscription.Invitations, Subscription.PortalNotices {
    /** Returns all who were let in. */
    List<MemberId> members();

    /** Returns those of them who had no account and are notified by their own invitation. */
    List<MemberId> invited();

    @Override
    default List<MemberId> audience() {
      return members().stream().filter(member -> !invited().contains(member)).toList();
    }
  }

  record PortalCreated(
      NamedPortal portal, List<ClientId> clients, List<MemberId> members, List<MemberId> invited)
      implements Joined {}

  record PortalRenamed(NamedPortal portal, String formerName) implements OfPortal {}

  /** A portal was closed; its members are notified. */
  record PortalArchived(NamedPortal portal, List<MemberId> members)
      implements Subscription.PortalAlerts {
    @Override
    public List<MemberId> alerted() {
      return members;
    }
  }

  /** A portal is open again; its members are notified. */
  record PortalRestored(NamedPortal portal, List<MemberId> members)
      implements Subscription.PortalNotices {
    @Override
    public List<MemberId> audience() {
      return members;
    }
  }

  record PortalClientsAdded(NamedPortal portal, List<ClientId> clients) implements OfPortal {}

  record PortalClientRemoved(NamedPortal portal, ClientId client) implements OfPortal {}

  record PortalMembersAdded(NamedPortal portal, List<MemberId> members, List<MemberId> invited)
      implements Joined {}

  /** A member has another role; they are notified of a narrower one at once. */
  record PortalMemberChanged(NamedPortal portal, MemberId member, PortalRole role)
      implements Subscription.PortalAlerts, Subscription.PortalNotices {
    @Override
    public List<MemberId> alerted() {
      return role == PortalRole.CONTRIBUTOR ? List.of(member) : List.of();
    }

    @Override
    public List<MemberId> audience() {
      return role == PortalRole.FULL_ACCESS ? List.of(member) : List.of();
    }
  }

  /** A member is let in no more; they are notified. */
  record PortalMemberRemoved(NamedPortal portal, MemberId member)
      implements Subscription.PortalAlerts {
    @Override
    public List<MemberId> alerted() {
      return List.of(member);
    }
  }

  /** The name or the address of a member changed. */
  record MemberUpdated(Holder.Member holder, List<String> changed) implements OfHolder {}

  // ---- Requests ----

  /** A checklist, with its name at the time of the event. */
  record NamedChecklist(ChecklistPath path, String name) {
    private Fields.Builder fields() {
      return Fields.of()
          .with("firmId", path.firm().value())
          .with("checklistId", path.checklist().value())
          .with("checklistName", name);
    }

    private static NamedChecklist of(Fields data) {
      return new NamedChecklist(
          new ChecklistPath(firm(data), new ChecklistId(data.text("checklistId"))),
          data.text("checklistName"));
    }
  }

  /** An event of a checklist; nobody is notified. */
  sealed interface OfChecklist extends OfFirm {
    NamedChecklist checklist();

    @Override
    default FirmId firm() {
      return checklist().path().firm();
    }
  }

  record ChecklistCreated(NamedChecklist checklist) implements OfChecklist {}

  /** The name, the description or the items of a checklist changed. */
  record ChecklistUpdated(NamedChecklist checklist) implements OfChecklist {}

  record ChecklistArchived(NamedChecklist checklist) implements OfChecklist {}

  record ChecklistRestored(NamedChecklist checklist) implements OfChecklist {}

  /** An engagement, with its name at the time of the event. */
  record NamedEngagement(EngagementPath path, String name) {
    private Fields.Builder fields() {
      return EventData.client(path.client())
          .with("engagementId", path.engagement().value())
          .with("engagementName", name);
    }

    private static NamedEngagement of(Fields data) {
      EngagementPath path =
          new EngagementPath(EventData.client(data), new EngagementId(data.text("engagementId")));
      return new NamedEngagement(path, data.text("engagementName"));
    }
  }

  /** An event of an engagement; none has an answer or a reason in it. */
  sealed interface OfEngagement extends OfClient {
    NamedEngagement engagement();

    @Override
    default ClientPath client() {
      return engagement().path().client();
    }
  }

  /** An event of items of an engagement. */
  sealed interface OfItems extends OfEngagement {
    List<ItemId> items();
  }

  /** An event of items of which the assignees or the team are notified. */
  sealed interface RequestNotices extends OfItems, Subscription.ItemNotices {}

  /** An engagement was begun, with the folder in which its files arrive. */
  record EngagementCreated(NamedEngagement engagement, NamedFolder folder)
      implements OfEngagement {}

  /** Staff prepared what they will ask for; nobody sees it yet. */
  record ItemsPrepared(NamedEngagement engagement, List<ItemId> items) implements OfItems {}

  /**
   * Something is asked for, however much at once, or shown by an answer.
   *
   * @param audience the assignees
   * @param invited those of them who had no account and are notified by their own invitation
   */
  record DocumentsRequested(
      NamedEngagement engagement,
      List<ItemId> items,
      List<Recipient> audience,
      List<Recipient.Party> invited)
      implements RequestNotices, Subscription.Invitations {}

  /**
   * People were reminded of what is asked of them and open.
   *
   * @param audience the assignees
   */
  record RequestReminded(NamedEngagement engagement, List<ItemId> items, List<Recipient> audience)
      implements RequestNotices {}

  /**
   * Somebody was reminded as often as they may be, and something is open all the same.
   *
   * @param reminders how often
   * @param audience the client's team
   */
  record RemindersUnanswered(
      NamedEngagement engagement,
      List<ItemId> items,
      Recipient.Party recipient,
      int reminders,
      List<StaffId> audience)
      implements RequestNotices {}

  /** A question was answered, or the answer taken back. */
  record ItemsAnswered(NamedEngagement engagement, List<ItemId> items) implements OfItems {}

  /**
   * Items were submitted.
   *
   * @param audience the client's team
   */
  record ItemsSubmitted(NamedEngagement engagement, List<ItemId> items, List<StaffId> audience)
      implements RequestNotices {}

  /**
   * Items were accepted.
   *
   * @param audience the assignees who have nothing open or in review any more
   */
  record ItemsAccepted(NamedEngagement engagement, List<ItemId> items, List<Recipient> audience)
      implements RequestNotices {}

  /**
   * Items were not accepted, or in part only, and are asked for again.
   *
   * @param audience the assignees
   */
  record ItemsRejected(NamedEngagement engagement, List<ItemId> items, List<Recipient> audience)
      implements RequestNotices {}

  /** An event of a document that answers an item, besides its upload. */
  sealed interface OfFile extends OfEngagement {
    ItemId item();

    NamedDocument document();
  }

  /**
   * A document that came another way answers an item from now on; nobody is notified.
   *
   * @param openTo to whom it is open since then, at the latest
   */
  record FileAttached(
      NamedEngagement engagement, ItemId item, NamedDocument document, Recipient.Party openTo)
      implements OfFile {}

  /** A document answers an item no more; it stays where it is. Nobody is notified. */
  record FileDetached(NamedEngagement engagement, ItemId item, NamedDocument document)
      implements OfFile {}

  /**
   * What was settled is asked for again.
   *
   * @param audience the assignees
   */
  record ItemsReopened(NamedEngagement engagement, List<ItemId> items, List<Recipient> audience)
      implements RequestNotices {}

  /**
   * Items are no more asked for; drafts are gone.
   *
   * @param audience the assignees who had something open or in review
   */
  record ItemsCancelled(NamedEngagement engagement, List<ItemId> items, List<Recipient> audience)
      implements RequestNotices {}

  /**
   * An engagement was cancelled.
   *
   * @param items those that were cancelled with it
   * @param audience the assignees
   */
  record EngagementCancelled(
      NamedEngagement engagement, List<ItemId> items, List<Recipient> audience)
      implements RequestNotices {}

  /**
   * The client said that there is no such thing.
   *
   * @param audience the client's team
   */
  record ItemMarkedNotApplicable(
      NamedEngagement engagement, List<ItemId> items, List<StaffId> audience)
      implements RequestNotices {}

  /**
   * The client took back what was submitted, or that there is no such thing.
   *
   * @param audience the client's team
   */
  record ItemWithdrawn(NamedEngagement engagement, List<ItemId> items, List<StaffId> audience)
      implements RequestNotices {}

  /** The name, the due date or the reminders of an engagement changed; nobody is notified. */
  record EngagementUpdated(NamedEngagement engagement) implements OfEngagement {}

  /** An engagement was completed; nobody is notified. */
  record EngagementCompleted(NamedEngagement engagement) implements OfEngagement {}

  /** An engagement that had ended goes on; nobody is notified. */
  record EngagementReopened(NamedEngagement engagement) implements OfEngagement {}

  /** An item was changed, or moved among the others; nobody is notified. */
  record ItemUpdated(NamedEngagement engagement, List<ItemId> items) implements OfItems {}

  // ---- Sharing ----

  /**
   * How the recipients of an item changed.
   *
   * @param openBefore those to whom it was open already; they are not notified again
   * @param invited those who gained it and are notified by their own invitation
   * @param published whether it was open to nobody before; members with full access are notified
   *     then, and not of each further recipient
   */
  record Recipients(
      List<Recipient> gained,
      List<Recipient> lost,
      List<Recipient> changed,
      List<Recipient> openBefore,
      List<Recipient.Party> invited,
      boolean published) {
    private void addTo(Fields.Builder fields) {
      fields
          .withTexts("gained", texts(gained))
          .withTexts("lost", texts(lost))
          .withTexts("changed", texts(changed))
          .withTexts("openBefore", texts(openBefore))
          .withTexts("invited", texts(invited))
          .with("published", published);
    }

    private static Recipients of(Fields data) {
      return new Recipients(
          recipients(data, "gained"),
          recipients(data, "lost"),
          recipients(data, "changed"),
          recipients(data, "openBefore"),
          parties(data, "invited"),
          data.flag("published"));
    }
  }

  /** An item was opened to recipients, or closed; those who gained it are notified. */
  sealed interface Shared extends Subscription.Invitations, Subscription.ItemNotices {
    Recipients recipients();

    List<Recipient> audience();

    /** Returns the name of the item. */
    String name();
  }

  record FolderShared(NamedFolder folder, Recipients recipients, List<Recipient> audience)
      implements OfFolder, Shared {
    @Override
    public String name() {
      return folder.name();
    }
  }

  record DocumentShared(NamedDocument document, Recipients recipients, List<Recipient> audience)
      implements OfDocument, Shared {
    @Override
    public String name() {
      return document.name();
    }
  }

  record NoteShared(NamedNote note, Recipients recipients, List<Recipient> audience)
      implements OfNote, Shared {
    @Override
    public String name() {
      return note.title();
    }
  }

  /**
   * A group note under one of its participants, with its title at the time of the event; it names
   * no other participant.
   */
  record NamedParticipation(ParticipantPath path, String title) {
    private Fields.Builder fields() {
      return EventData.client(path.client())
          .with("noteId", path.note().value())
          .with("noteTitle", title);
    }

    private static NamedParticipation of(Fields data) {
      ParticipantPath path =
          new ParticipantPath(EventData.client(data), new NoteId(data.text("noteId")));
      return new NamedParticipation(path, data.text("noteTitle"));
    }
  }

  /** A group note was opened to recipients of one participant, or closed. */
  record GroupNoteShared(NamedParticipation note, Recipients recipients, List<Recipient> audience)
      implements OfClient, Shared {
    @Override
    public ClientPath client() {
      return note.path().client();
    }

    @Override
    public String name() {
      return note.title();
    }
  }

  // ---- Subscriptions ----

  /**
   * Events that a queue subscribes to: the subscription's filter passes them and its consumer
   * handles them. {@code NoticesSubscription} of the template is {@link Notices} here.
   */
  sealed interface Subscription extends EventData {

    /** Somebody is invited. */
    sealed interface Invitations extends Subscription {}

    /** An invitation did not arrive. */
    sealed interface Bounces extends Subscription {}

    /** Somebody requested a mail, or waits for one. */
    sealed interface Verifications extends Subscription {}

    /** A person's access or sign-in changed; the person is notified. */
    sealed interface Alerts extends Subscription {}

    /** Staff did something to an account. */
    sealed interface AccountAlerts extends Alerts {
      Holder.Reader holder();
    }

    /** Members of a portal see less from now on. */
    sealed interface PortalAlerts extends OfPortal, Alerts {
      /** Returns the members who are notified at once, by a mail. */
      List<MemberId> alerted();
    }

    /** The lists of the participants of a group note follow, in parts. */
    sealed interface GroupNotes extends Subscription {
      NamedGroupNote note();

      /** Returns the number of participants whose lists follow. */
      int participants();
    }

    /** A step of a hand-over is to be made. */
    sealed interface HandOvers extends Subscription {
      FirmId firm();

      /** Returns the staff member whose responsibilities pass on. */
      StaffId staff();

      StaffId to();

      /** Returns the number of the step. */
      long step();
    }

    /** Somebody is notified, in the portal and by a digest. */
    sealed interface Notices extends Subscription {
      FirmId firm();
    }

    /** Members of a portal see more from now on. */
    sealed interface PortalNotices extends OfPortal, Notices {
      /** Returns the members who are notified. */
      List<MemberId> audience();

      @Override
      default FirmId firm() {
        return portal().path().firm();
      }
    }

    /** There is something new of a client. */
    sealed interface ItemNotices extends OfClient, Notices {
      @Override
      default FirmId firm() {
        return client().firm();
      }
    }
  }

  // ---- Items ----

  /** Returns the data as items store it, without the audience. */
  default Fields toFields() {
    Fields.Builder fields = common();
    switch (this) {
      case FirmCreated it -> fields.with("name", it.name()).with("slug", it.slug());
      case FirmUpdated it ->
          fields
              .with("name", it.name())
              .with("digestMinutes", it.digestMinutes())
              .with("selfRegistration", it.selfRegistration())
              .with("timeZone", it.timeZone().getId())
              .with("language", it.language().tag())
              .with("passwordClasses", it.passwordClasses())
              .with("secondFactor", it.secondFactor().text())
              .with("noteMails", it.noteMails())
              .with("noteTexts", it.noteTexts())
              .with("replyTo", it.replyTo().map(EmailAddress::value))
              .with("mailTimes", it.mailTimes().toFields())
              .with("reminders", it.reminders().toFields())
              .with("deliveries", it.deliveries().toFields());
      case DocumentTypesSet it ->
          fields.withMaps("changed", it.changed().stream().map(NamedType::fields).toList());
      case SharePolicySet it ->
          fields
              .with("mode", it.policy().mode().text())
              .withTexts("documentTypes", it.policy().texts())
              .with("reason", it.reason());
      case SiteCreated it -> fields.with("slug", it.slug()).with("name", it.name());
      case SiteSettingsSet it ->
          fields.with("slug", it.slug()).with("settings", it.settings().toFields());
      case LogoChanged it ->
          fields.with("slug", it.slug()).with("version", it.version().map(LogoVersion::value));
      case StaffInvited it -> fields.with("name", it.name());
      case StaffUpdated it ->
          fields
              .with("staffId", it.staff().value())
              .with("role", it.role().map(Role::text))
              .with("webPortal", it.webPortal())
              .with("enabled", it.enabled())
              .with("noticeMails", it.noticeMails().map(NoticeMails::text));
      case AbsenceSet it ->
          fields
              .with("staffId", it.staff().value())
              .with("absence", it.absence().map(Absence::toFields));
      case ClientCreated it ->
          fields
              .withAll(it.uploads().fields().build())
              .with("name", it.name())
              .with("kind", it.kind());
      case ClientUpdated it -> fields.withTexts("changed", it.changed());
      case TeamChanged it ->
          fields.withTexts("added", ids(it.added())).withTexts("removed", ids(it.removed()));
      case ContactCreated it ->
          fields
              .with("contactId", it.contact().value())
              .with("name", it.name())
              .with("relationship", it.relationship())
              .with("webPortal", it.webPortal());
      case ContactUpdated it ->
          fields
              .with("contactId", it.contact().value())
              .withTexts("changed", it.changed())
              .with("webPortal", it.webPortal());
      case AccountBounced it ->
          fields
              .with("why", it.why())
              .with("invitedBy", it.invitedBy().toFields())
              .with("invitedAt", it.invitedAt());
      case AddressBounced it ->
          fields
              .with("name", it.name())
              .with("why", it.why())
              .withTexts("senders", ids(it.senders()));
      case AddressChanged it -> fields.with("email", it.email().value());
      case AccessTakenAway it -> fields.with("email", it.email().value());
      case VerificationRequested it -> fields.with("browserKeyHash", it.browserKeyHash());
      case RegistrationRequested it ->
          fields
              .with("firmId", it.firm().value())
              .with("site", it.site())
              .with("name", it.name())
              .with("browserKeyHash", it.browserKeyHash());
      case RegistrationReceived it ->
          fields.with("registrationId", it.registration().value()).with("name", it.name());
      case RegistrationCompleted it -> fields.with("name", it.name());
      case AdministratorAppointed it -> fields.with("name", it.name());
      case Subscription.HandOvers it ->
          fields
              .with("staffId", it.staff().value())
              .with("to", it.to().value())
              .with("step", it.step());
      case HandOverStopped it ->
          fields
              .with("staffId", it.staff().value())
              .with("to", it.to().value())
              .with("passedOn", it.passedOn());
      case HandOverCompleted it ->
          fields
              .with("name", it.name())
              .with("to", it.to().value())
              .with("passedOn", it.passedOn());
      case SecondFactorReset it -> fields.with("name", it.name());
      case RegistrationResolved it ->
          fields
              .with("registrationId", it.registration().value())
              .with("linked", it.linked().map(Holder::toFields));
      case PasswordResetRequested it -> fields.with("browserKeyHash", it.browserKeyHash());
      case PasswordReset it -> fields.with("personId", it.person().value());
      case SignInRenewed it -> fields.with("personId", it.person().value());
      case SessionsRevoked it -> fields.with("personId", it.person().value());
      case SignInReset it -> fields.with("personId", it.person().value());
      case SignInRecovered it -> fields.with("personId", it.person().value());
      case RecoveryCodesReplaced it -> fields.with("personId", it.person().value());
      case FolderRenamed it -> fields.with("formerName", it.formerName());
      case DocumentRenamed it -> fields.with("formerName", it.formerName());
      case DocumentTypeChanged it ->
          fields.with("documentType", it.type().map(DocumentTypeId::value));
      case DocumentAdded it ->
          fields.with("version", it.version()).with("answers", it.answers().map(Answering::fields));
      case DocumentUploaded it ->
          fields.with("version", it.version()).with("answers", it.answers().map(Answering::fields));
      case DocumentDownloaded it -> fields.with("version", it.version());
      case UploadRejected it ->
          fields
              .with("version", it.version())
              .with("reason", it.reason().text())
              .with("uploadedBy", it.uploadedBy().toFields())
              .with("answers", it.answers().map(RequestItemPath::toFields));
      case Shared it -> it.recipients().addTo(fields);
      case AccountInvited _, AccountActivated _, AccountRevoked _ -> {}
      case FolderCreated _, FolderArchived _, FolderRestored _ -> {}
      case DocumentArchived _, DocumentRestored _, DocumentWithdrawn _ -> {}
      case NoteEdited it -> fields.with("version", it.version());
      case NoteTypeChanged it -> fields.with("documentType", it.type().map(DocumentTypeId::value));
      case NoteCreated _, NoteArchived _, NoteRestored _ -> {}
      case GroupNoteCreated it -> fields.withTexts("clientIds", clientIds(it.clients()));
      case GroupNoteEdited it -> fields.with("version", it.version());
      case GroupNoteTypeChanged it ->
          fields.with("documentType", it.documentType().map(DocumentTypeId::value));
      case ParticipantsChanged it ->
          fields
              .withTexts("added", clientIds(it.added()))
              .withTexts("removed", clientIds(it.removed()));
      case GroupNoteArchived _, GroupNoteRestored _, GroupNoteOpened _, GroupNoteClosed _ -> {}
      case PortalCreated it ->
          fields
              .withTexts("clientIds", clientIds(it.clients()))
              .withTexts("memberIds", memberIds(it.members()))
              .withTexts("invited", memberIds(it.invited()));
      case PortalRenamed it -> fields.with("formerName", it.formerName());
      case PortalArchived it -> fields.withTexts("memberIds", memberIds(it.members()));
      case PortalRestored it -> fields.withTexts("memberIds", memberIds(it.members()));
      case PortalClientsAdded it -> fields.withTexts("clientIds", clientIds(it.clients()));
      case PortalClientRemoved it -> fields.with("clientId", it.client().value());
      case PortalMembersAdded it ->
          fields
              .withTexts("memberIds", memberIds(it.members()))
              .withTexts("invited", memberIds(it.invited()));
      case PortalMemberChanged it ->
          fields.with("memberId", it.member().value()).with("role", it.role().text());
      case PortalMemberRemoved it -> fields.with("memberId", it.member().value());
      case MemberUpdated it -> fields.withTexts("changed", it.changed());
      case ChecklistCreated _, ChecklistUpdated _ -> {}
      case ChecklistArchived _, ChecklistRestored _ -> {}
      case EngagementCreated it -> fields.withAll(it.folder().fields().build());
      case OfFile it -> {
        fields.withAll(it.document().fields().build()).with("itemId", it.item().value());
        if (it instanceof FileAttached attached) {
          fields.with("openTo", attached.openTo().text());
        }
      }
      case EngagementUpdated _, EngagementCompleted _ -> {}
      case EngagementReopened _ -> {}
      case DocumentsRequested it ->
          fields
              .withTexts("itemIds", itemTexts(it.items()))
              .withTexts("invited", texts(it.invited()));
      case RemindersUnanswered it ->
          fields
              .withTexts("itemIds", itemTexts(it.items()))
              .with("recipient", it.recipient().text())
              .with("reminders", it.reminders());
      case OfItems it -> fields.withTexts("itemIds", itemTexts(it.items()));
    }
    return fields.build();
  }

  /** Starts the fields with what the event is kept with. */
  private Fields.Builder common() {
    return switch (this) {
      case OfGroupNote of -> of.note().fields();
      case GroupNoteShared of -> of.note().fields();
      case OfChecklist of -> of.checklist().fields();
      case OfPortal of -> of.portal().fields();
      case OfFirm of -> Fields.of().with("firmId", of.firm().value());
      case OfFolder of -> of.folder().fields();
      case OfDocument of -> of.document().fields();
      case OfNote of -> of.note().fields();
      case OfEngagement of -> of.engagement().fields();
      case OfClient of -> client(of.client());
      case OfHolder of -> Fields.of().with("holder", of.holder().toFields());
      case OfToken of -> Fields.of().with("tokenHash", of.tokenHash());
      case OfAddress of -> Fields.of().with("email", of.email().value());
    };
  }

  /** Returns who is to be notified: recipients, or ids of staff members; empty if nobody is. */
  default List<String> audienceTexts() {
    return this instanceof Subscription.ItemNotices notices
        ? switch (notices) {
          case Shared it -> texts(it.audience());
          case DocumentAdded it -> texts(it.audience());
          case DocumentUploaded it -> ids(it.audience());
          case UploadRejected it -> ids(it.audience());
          case DocumentWithdrawn it -> ids(it.audience());
          case DocumentsRequested it -> texts(it.audience());
          case RequestReminded it -> texts(it.audience());
          case RemindersUnanswered it -> ids(it.audience());
          case ItemsSubmitted it -> ids(it.audience());
          case ItemsAccepted it -> texts(it.audience());
          case ItemsRejected it -> texts(it.audience());
          case ItemsReopened it -> texts(it.audience());
          case ItemsCancelled it -> texts(it.audience());
          case EngagementCancelled it -> texts(it.audience());
          case ItemMarkedNotApplicable it -> ids(it.audience());
          case ItemWithdrawn it -> ids(it.audience());
        }
        : List.of();
  }

  /** Returns the number of participants whose lists follow; empty if it is about no group note. */
  default Optional<Long> listsToFollow() {
    return this instanceof Subscription.GroupNotes of
        ? Optional.of((long) of.participants())
        : Optional.empty();
  }

  /** Reads the data and the audience from the fields of an item. */
  static EventData of(String type, Fields item) {
    Fields data = item.map("data");
    return switch (type) {
      case "FirmCreated" -> new FirmCreated(firm(data), data.text("name"), data.text("slug"));
      case "FirmUpdated" ->
          new FirmUpdated(
              firm(data),
              data.text("name"),
              data.number("digestMinutes"),
              data.text("selfRegistration"),
              ZoneId.of(data.text("timeZone")),
              data.optionalText("language").map(Language::of).orElse(Language.ENGLISH),
              data.flag("passwordClasses"),
              data.optionalText("secondFactor")
                  .map(SecondFactor::of)
                  .orElse(SecondFactor.ADMINISTRATORS),
              flag(data, "noteMails").orElse(true),
              flag(data, "noteTexts").orElse(false),
              data.optionalText("replyTo").map(EmailAddress::new),
              MailTimes.of(data.optionalMap("mailTimes")),
              ReminderSettings.of(data.optionalMap("reminders")),
              Deliveries.of(data.optionalMap("deliveries")));
      case "DocumentTypesSet" ->
          new DocumentTypesSet(
              firm(data), data.maps("changed").stream().map(NamedType::of).toList());
      case "SharePolicySet" ->
          new SharePolicySet(
              firm(data),
              SharePolicy.of(SharePolicy.Mode.of(data.text("mode")), data.texts("documentTypes")),
              data.text("reason"));
      case "SiteCreated" -> new SiteCreated(firm(data), data.text("slug"), data.text("name"));
      case "SiteSettingsSet" ->
          new SiteSettingsSet(
              firm(data), data.text("slug"), SiteSettings.fromFields(data.map("settings")));
      case "LogoChanged" ->
          new LogoChanged(
              firm(data), data.text("slug"), data.optionalText("version").map(LogoVersion::new));
      case "StaffInvited" -> new StaffInvited((Holder.Staff) holder(data), data.text("name"));
      case "StaffUpdated" ->
          new StaffUpdated(
              firm(data),
              staff(data),
              data.optionalText("role").map(Role::of),
              flag(data, "webPortal"),
              flag(data, "enabled"),
              data.optionalText("noticeMails").map(NoticeMails::of));
      case "AbsenceSet" ->
          new AbsenceSet(
              firm(data), staff(data), data.optionalMap("absence").map(Absence::fromFields));
      case "ClientCreated" ->
          new ClientCreated(
              client(data), data.text("name"), data.text("kind"), NamedFolder.of(data));
      case "ClientUpdated" -> new ClientUpdated(client(data), data.texts("changed"));
      case "TeamChanged" ->
          new TeamChanged(client(data), staff(data, "added"), staff(data, "removed"));
      case "ContactCreated" ->
          new ContactCreated(
              client(data),
              contact(data),
              data.text("name"),
              data.text("relationship"),
              data.flag("webPortal"));
      case "ContactUpdated" ->
          new ContactUpdated(
              client(data), contact(data), data.texts("changed"), data.flag("webPortal"));
      case "AccountInvited" -> new AccountInvited(reader(data));
      case "AccountActivated" -> new AccountActivated(holder(data));
      case "AccountBounced" ->
          new AccountBounced(
              holder(data),
              data.text("why"),
              Actor.fromFields(data.map("invitedBy")),
              data.instant("invitedAt"));
      case "AddressBounced" ->
          new AddressBounced(
              reader(data),
              data.text("name"),
              data.text("why"),
              data.texts("senders").stream().map(StaffId::new).toList());
      case "AccountRevoked" -> new AccountRevoked(reader(data));
      case "AddressChanged" -> new AddressChanged(reader(data), email(data));
      case "AccessTakenAway" -> new AccessTakenAway(party(data), email(data));
      case "VerificationRequested" ->
          new VerificationRequested(data.text("tokenHash"), data.text("browserKeyHash"));
      case "RegistrationRequested" ->
          new RegistrationRequested(
              firm(data),
              data.text("site"),
              data.text("name"),
              email(data),
              data.text("browserKeyHash"));
      case "RegistrationReceived" ->
          new RegistrationReceived(firm(data), registration(data), data.text("name"));
      case "RegistrationCompleted" -> new RegistrationCompleted(party(data), data.text("name"));
      case "HandOverStarted" ->
          new HandOverStarted(firm(data), staff(data), successor(data), data.number("step"));
      case "HandOverContinued" ->
          new HandOverContinued(firm(data), staff(data), successor(data), data.number("step"));
      case "HandOverStopped" ->
          new HandOverStopped(firm(data), staff(data), successor(data), data.number("passedOn"));
      case "HandOverCompleted" ->
          new HandOverCompleted(
              (Holder.Staff) holder(data),
              data.text("name"),
              successor(data),
              data.number("passedOn"));
      case "SecondFactorReset" ->
          new SecondFactorReset((Holder.Staff) holder(data), data.text("name"));
      case "AdministratorAppointed" ->
          new AdministratorAppointed((Holder.Staff) holder(data), data.text("name"));
      case "RegistrationResolved" ->
          new RegistrationResolved(
              firm(data),
              registration(data),
              data.optionalMap("linked").map(Holder::fromFields).map(Holder.Party.class::cast));
      case "PasswordResetRequested" ->
          new PasswordResetRequested(email(data), data.text("browserKeyHash"));
      case "PasswordReset" -> new PasswordReset(email(data), new PersonId(data.text("personId")));
      case "SessionsRevoked" ->
          new SessionsRevoked(email(data), new PersonId(data.text("personId")));
      case "SignInReset" -> new SignInReset(email(data), new PersonId(data.text("personId")));
      case "SignInRecovered" ->
          new SignInRecovered(email(data), new PersonId(data.text("personId")));
      case "RecoveryCodesReplaced" ->
          new RecoveryCodesReplaced(email(data), new PersonId(data.text("personId")));
      case "SignInRenewed" -> new SignInRenewed(email(data), new PersonId(data.text("personId")));
      case "FolderCreated" -> new FolderCreated(NamedFolder.of(data));
      case "FolderRenamed" -> new FolderRenamed(NamedFolder.of(data), data.text("formerName"));
      case "FolderArchived" -> new FolderArchived(NamedFolder.of(data));
      case "FolderRestored" -> new FolderRestored(NamedFolder.of(data));
      case "FolderShared" ->
          new FolderShared(NamedFolder.of(data), Recipients.of(data), recipients(item, "audience"));
      case "DocumentShared" ->
          new DocumentShared(
              NamedDocument.of(data), Recipients.of(data), recipients(item, "audience"));
      case "DocumentAdded" ->
          new DocumentAdded(
              NamedDocument.of(data),
              version(data),
              Answering.in(data),
              recipients(item, "audience"));
      case "DocumentUploaded" ->
          new DocumentUploaded(
              NamedDocument.of(data), version(data), Answering.in(data), staff(item, "audience"));
      case "UploadRejected" ->
          new UploadRejected(
              NamedDocument.of(data),
              version(data),
              RejectionCode.of(data.text("reason")),
              Actor.fromFields(data.map("uploadedBy")),
              data.optionalMap("answers")
                  .map(answers -> RequestItemPath.fromFields(client(data), answers)),
              staff(item, "audience"));
      case "DocumentWithdrawn" ->
          new DocumentWithdrawn(NamedDocument.of(data), staff(item, "audience"));
      case "DocumentDownloaded" -> new DocumentDownloaded(NamedDocument.of(data), version(data));
      case "DocumentRenamed" ->
          new DocumentRenamed(NamedDocument.of(data), data.text("formerName"));
      case "DocumentTypeChanged" ->
          new DocumentTypeChanged(NamedDocument.of(data), documentType(data));
      case "DocumentArchived" -> new DocumentArchived(NamedDocument.of(data));
      case "DocumentRestored" -> new DocumentRestored(NamedDocument.of(data));
      case "NoteCreated" -> new NoteCreated(NamedNote.of(data));
      case "NoteEdited" -> new NoteEdited(NamedNote.of(data), version(data));
      case "NoteTypeChanged" -> new NoteTypeChanged(NamedNote.of(data), documentType(data));
      case "NoteArchived" -> new NoteArchived(NamedNote.of(data));
      case "NoteRestored" -> new NoteRestored(NamedNote.of(data));
      case "NoteShared" ->
          new NoteShared(NamedNote.of(data), Recipients.of(data), recipients(item, "audience"));
      case "GroupNoteCreated" ->
          new GroupNoteCreated(NamedGroupNote.of(data), clients(data, "clientIds"));
      case "GroupNoteEdited" ->
          new GroupNoteEdited(NamedGroupNote.of(data), version(data), participants(item));
      case "GroupNoteTypeChanged" ->
          new GroupNoteTypeChanged(
              NamedGroupNote.of(data),
              data.optionalText("documentType").map(DocumentTypeId::new),
              participants(item));
      case "GroupNoteArchived" ->
          new GroupNoteArchived(NamedGroupNote.of(data), participants(item));
      case "GroupNoteRestored" ->
          new GroupNoteRestored(NamedGroupNote.of(data), participants(item));
      case "GroupNoteOpened" -> new GroupNoteOpened(NamedGroupNote.of(data), participants(item));
      case "GroupNoteClosed" -> new GroupNoteClosed(NamedGroupNote.of(data), participants(item));
      case "ParticipantsChanged" ->
          new ParticipantsChanged(
              NamedGroupNote.of(data), clients(data, "added"), clients(data, "removed"));
      case "GroupNoteShared" ->
          new GroupNoteShared(
              NamedParticipation.of(data), Recipients.of(data), recipients(item, "audience"));
      case "ChecklistCreated" -> new ChecklistCreated(NamedChecklist.of(data));
      case "ChecklistUpdated" -> new ChecklistUpdated(NamedChecklist.of(data));
      case "ChecklistArchived" -> new ChecklistArchived(NamedChecklist.of(data));
      case "ChecklistRestored" -> new ChecklistRestored(NamedChecklist.of(data));
      case "PortalCreated" ->
          new PortalCreated(
              NamedPortal.of(data),
              clients(data, "clientIds"),
              members(data, "memberIds"),
              members(data, "invited"));
      case "PortalRenamed" -> new PortalRenamed(NamedPortal.of(data), data.text("formerName"));
      case "PortalArchived" -> new PortalArchived(NamedPortal.of(data), members(data, "memberIds"));
      case "PortalRestored" -> new PortalRestored(NamedPortal.of(data), members(data, "memberIds"));
      case "PortalClientsAdded" ->
          new PortalClientsAdded(NamedPortal.of(data), clients(data, "clientIds"));
      case "PortalClientRemoved" ->
          new PortalClientRemoved(NamedPortal.of(data), new ClientId(data.text("clientId")));
      case "PortalMembersAdded" ->
          new PortalMembersAdded(
              NamedPortal.of(data), members(data, "memberIds"), members(data, "invited"));
      case "PortalMemberChanged" ->
          new PortalMemberChanged(
              NamedPortal.of(data),
              new MemberId(data.text("memberId")),
              PortalRole.of(data.text("role")));
      case "PortalMemberRemoved" ->
          new PortalMemberRemoved(NamedPortal.of(data), new MemberId(data.text("memberId")));
      case "MemberUpdated" ->
          new MemberUpdated((Holder.Member) holder(data), data.texts("changed"));
      case "EngagementCreated" ->
          new EngagementCreated(NamedEngagement.of(data), NamedFolder.of(data));
      case "ItemsPrepared" -> new ItemsPrepared(NamedEngagement.of(data), itemIds(data));
      case "DocumentsRequested" ->
          new DocumentsRequested(
              NamedEngagement.of(data),
              itemIds(data),
              recipients(item, "audience"),
              parties(data, "invited"));
      case "ItemsAnswered" -> new ItemsAnswered(NamedEngagement.of(data), itemIds(data));
      case "RequestReminded" ->
          new RequestReminded(
              NamedEngagement.of(data), itemIds(data), recipients(item, "audience"));
      case "RemindersUnanswered" ->
          new RemindersUnanswered(
              NamedEngagement.of(data),
              itemIds(data),
              Recipient.party(data.text("recipient")),
              Math.toIntExact(data.number("reminders")),
              staff(item, "audience"));
      case "ItemsSubmitted" ->
          new ItemsSubmitted(NamedEngagement.of(data), itemIds(data), staff(item, "audience"));
      case "ItemsAccepted" ->
          new ItemsAccepted(NamedEngagement.of(data), itemIds(data), recipients(item, "audience"));
      case "ItemsRejected" ->
          new ItemsRejected(NamedEngagement.of(data), itemIds(data), recipients(item, "audience"));
      case "FileAttached" ->
          new FileAttached(
              NamedEngagement.of(data),
              new ItemId(data.text("itemId")),
              NamedDocument.of(data),
              Recipient.party(data.text("openTo")));
      case "FileDetached" ->
          new FileDetached(
              NamedEngagement.of(data), new ItemId(data.text("itemId")), NamedDocument.of(data));
      case "ItemsReopened" ->
          new ItemsReopened(NamedEngagement.of(data), itemIds(data), recipients(item, "audience"));
      case "ItemsCancelled" ->
          new ItemsCancelled(NamedEngagement.of(data), itemIds(data), recipients(item, "audience"));
      case "EngagementCancelled" ->
          new EngagementCancelled(
              NamedEngagement.of(data), itemIds(data), recipients(item, "audience"));
      case "ItemMarkedNotApplicable" ->
          new ItemMarkedNotApplicable(
              NamedEngagement.of(data), itemIds(data), staff(item, "audience"));
      case "ItemWithdrawn" ->
          new ItemWithdrawn(NamedEngagement.of(data), itemIds(data), staff(item, "audience"));
      case "ItemUpdated" -> new ItemUpdated(NamedEngagement.of(data), itemIds(data));
      case "EngagementUpdated" -> new EngagementUpdated(NamedEngagement.of(data));
      case "EngagementCompleted" -> new EngagementCompleted(NamedEngagement.of(data));
      case "EngagementReopened" -> new EngagementReopened(NamedEngagement.of(data));
      default -> throw new IllegalStateException("no type of event: " + type);
    };
  }

  private static FirmId firm(Fields data) {
    return new FirmId(data.text("firmId"));
  }

  private static Fields.Builder client(ClientPath path) {
    return Fields.of().with("firmId", path.firm().value()).with("clientId", path.client().value());
  }

  private static ClientPath client(Fields data) {
    return new ClientPath(firm(data), new ClientId(data.text("clientId")));
  }

  private static ContactId contact(Fields data) {
    return new ContactId(data.text("contactId"));
  }

  private static Holder holder(Fields data) {
    return Holder.fromFields(data.map("holder"));
  }

  private static Holder.Reader reader(Fields data) {
    return (Holder.Reader) holder(data);
  }

  private static Holder.Party party(Fields data) {
    return (Holder.Party) holder(data);
  }

  private static EmailAddress email(Fields data) {
    return new EmailAddress(data.text("email"));
  }

  private static StaffId staff(Fields data) {
    return new StaffId(data.text("staffId"));
  }

  private static StaffId successor(Fields data) {
    return new StaffId(data.text("to"));
  }

  private static RegistrationId registration(Fields data) {
    return new RegistrationId(data.text("registrationId"));
  }

  private static Optional<DocumentTypeId> documentType(Fields data) {
    return data.optionalText("documentType").map(DocumentTypeId::new);
  }

  private static int version(Fields data) {
    return Math.toIntExact(data.number("version"));
  }

  private static int participants(Fields item) {
    return Math.toIntExact(item.number(PARTICIPANTS));
  }

  private static List<ItemId> itemIds(Fields data) {
    return data.texts("itemIds").stream().map(ItemId::new).toList();
  }

  private static List<String> itemTexts(List<ItemId> items) {
    return items.stream().map(ItemId::value).toList();
  }

  private static List<String> clientIds(List<ClientId> clients) {
    return clients.stream().map(ClientId::value).toList();
  }

  private static List<String> memberIds(List<MemberId> members) {
    return members.stream().map(MemberId::value).toList();
  }

  private static List<MemberId> members(Fields data, String name) {
    return data.texts(name).stream().map(MemberId::new).toList();
  }

  private static List<ClientId> clients(Fields data, String name) {
    return data.texts(name).stream().map(ClientId::new).toList();
  }

  private static Optional<Boolean> flag(Fields data, String name) {
    return data.has(name) ? Optional.of(data.flag(name)) : Optional.empty();
  }

  private static List<String> texts(List<? extends Recipient> recipients) {
    return recipients.stream().map(Recipient::text).toList();
  }

  private static List<Recipient> recipients(Fields fields, String name) {
    return fields.texts(name).stream().map(Recipient::of).toList();
  }

  private static List<Recipient.Party> parties(Fields fields, String name) {
    return fields.texts(name).stream().map(Recipient::party).toList();
  }

  private static List<String> ids(List<StaffId> staff) {
    return staff.stream().map(StaffId::value).toList();
  }

  private static List<StaffId> staff(Fields fields, String name) {
    return fields.texts(name).stream().map(StaffId::new).toList();
  }
}
