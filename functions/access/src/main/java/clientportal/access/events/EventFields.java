package clientportal.access.events;

import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.AccessTakenAway;
import clientportal.access.events.EventData.AccountActivated;
import clientportal.access.events.EventData.AccountBounced;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.AccountRevoked;
import clientportal.access.events.EventData.AddressChanged;
import clientportal.access.events.EventData.ClientCreated;
import clientportal.access.events.EventData.ClientUpdated;
import clientportal.access.events.EventData.ContactCreated;
import clientportal.access.events.EventData.ContactUpdated;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentArchived;
import clientportal.access.events.EventData.DocumentRejected;
import clientportal.access.events.EventData.DocumentRenamed;
import clientportal.access.events.EventData.DocumentRestored;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.FirmCreated;
import clientportal.access.events.EventData.FirmUpdated;
import clientportal.access.events.EventData.FolderArchived;
import clientportal.access.events.EventData.FolderCreated;
import clientportal.access.events.EventData.FolderRenamed;
import clientportal.access.events.EventData.FolderRestored;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.events.EventData.OfAddress;
import clientportal.access.events.EventData.OfClient;
import clientportal.access.events.EventData.OfDocument;
import clientportal.access.events.EventData.OfFirm;
import clientportal.access.events.EventData.OfHolder;
import clientportal.access.events.EventData.PasswordReset;
import clientportal.access.events.EventData.PasswordResetRequested;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.events.EventData.RegistrationReceived;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.events.EventData.RegistrationResolved;
import clientportal.access.events.EventData.Shared;
import clientportal.access.events.EventData.SiteCreated;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.EventData.StaffUpdated;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.TeamChanged;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.platform.table.Fields;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What items say of each type of event: its data, and its audience beside it. */
final class EventFields {
  private EventFields() {}

  static List<String> audience(EventData data) {
    return data instanceof Subscription.Notices notices
        ? switch (notices) {
          case Shared shared -> recipients(shared.audience());
          case DocumentAdded added -> recipients(added.audience());
          case DocumentUploaded uploaded -> staff(uploaded.audience());
        }
        : List.of();
  }

  static Fields of(EventData data) {
    return data(data).build();
  }

  private static Fields.Builder data(EventData data) {
    return switch (data) {
      case FirmCreated it -> firm(it).with("name", it.name()).with("slug", it.slug());
      case FirmUpdated it ->
          firm(it)
              .with("name", it.name())
              .with("digestMinutes", it.digestMinutes())
              .with("selfRegistration", it.selfRegistration())
              .with("timeZone", it.timeZone().getId());
      case SiteCreated it -> firm(it).with("slug", it.slug()).with("name", it.name());
      case StaffInvited it -> holder(it).with("name", it.name());
      case StaffUpdated it ->
          firm(it)
              .with("staffId", it.staff().value())
              .with("role", it.role().map(Role::text))
              .with("webPortal", it.webPortal())
              .with("enabled", it.enabled());
      case ClientCreated it -> folder(it.uploads()).with("name", it.name()).with("kind", it.kind());
      case ClientUpdated it -> client(it).withTexts("changed", it.changed());
      case TeamChanged it ->
          client(it)
              .withTexts("added", staff(it.added()))
              .withTexts("removed", staff(it.removed()));
      case ContactCreated it ->
          client(it)
              .with("contactId", it.contact().value())
              .with("name", it.name())
              .with("relationship", it.relationship())
              .with("webPortal", it.webPortal());
      case ContactUpdated it ->
          client(it)
              .with("contactId", it.contact().value())
              .withTexts("changed", it.changed())
              .with("webPortal", it.webPortal());
      case AccountInvited it -> holder(it);
      case AccountActivated it -> holder(it);
      case AccountBounced it ->
          holder(it)
              .with("why", it.why())
              .with("invitedBy", it.invitedBy().toFields())
              .with("invitedAt", it.invitedAt());
      case AccountRevoked it -> holder(it);
      case AddressChanged it -> holder(it).with("email", it.email().value());
      case AccessTakenAway it -> holder(it).with("email", it.email().value());
      case VerificationRequested it ->
          Fields.of().with("tokenHash", it.tokenHash()).with("browserKeyHash", it.browserKeyHash());
      case RegistrationRequested it ->
          address(it)
              .with("firmId", it.firm().value())
              .with("site", it.site())
              .with("name", it.name())
              .with("browserKeyHash", it.browserKeyHash());
      case RegistrationReceived it -> firm(it).with("registrationId", it.registration().value());
      case RegistrationResolved it ->
          firm(it)
              .with("registrationId", it.registration().value())
              .with("linked", it.linked().map(Holder::toFields));
      case PasswordResetRequested it -> address(it).with("browserKeyHash", it.browserKeyHash());
      case PasswordReset it -> address(it).with("personId", it.person().value());
      case FolderCreated it -> folder(it.folder());
      case FolderRenamed it -> folder(it.folder()).with("formerName", it.formerName());
      case FolderArchived it -> folder(it.folder());
      case FolderRestored it -> folder(it.folder());
      case FolderShared it -> shared(folder(it.folder()), it.recipients());
      case DocumentShared it -> shared(document(it), it.recipients());
      case DocumentAdded it -> document(it).with("version", it.version());
      case DocumentUploaded it -> document(it).with("version", it.version());
      case DocumentRejected it -> document(it).with("version", it.version());
      case DocumentRenamed it -> document(it).with("formerName", it.formerName());
      case DocumentArchived it -> document(it);
      case DocumentRestored it -> document(it);
    };
  }

  /** Reads what happened from the fields of an item. */
  static EventData read(String type, Fields item) {
    Fields data = item.map("data");
    return switch (type) {
      case "FirmCreated" -> new FirmCreated(firm(data), data.text("name"), data.text("slug"));
      case "FirmUpdated" ->
          new FirmUpdated(
              firm(data),
              data.text("name"),
              data.number("digestMinutes"),
              data.text("selfRegistration"),
              ZoneId.of(data.text("timeZone")));
      case "SiteCreated" -> new SiteCreated(firm(data), data.text("slug"), data.text("name"));
      case "StaffInvited" -> new StaffInvited((Holder.Staff) holder(data), data.text("name"));
      case "StaffUpdated" ->
          new StaffUpdated(
              firm(data),
              new StaffId(data.text("staffId")),
              data.optionalText("role").map(Role::of),
              flag(data, "webPortal"),
              flag(data, "enabled"));
      case "ClientCreated" ->
          new ClientCreated(client(data), data.text("name"), data.text("kind"), folder(data));
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
      case "AccountInvited" -> new AccountInvited(party(data));
      case "AccountActivated" -> new AccountActivated(holder(data));
      case "AccountBounced" ->
          new AccountBounced(
              holder(data),
              data.text("why"),
              Actor.fromFields(data.map("invitedBy")),
              data.instant("invitedAt"));
      case "AccountRevoked" -> new AccountRevoked(party(data));
      case "AddressChanged" -> new AddressChanged(party(data), email(data));
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
      case "RegistrationReceived" -> new RegistrationReceived(firm(data), registration(data));
      case "RegistrationResolved" ->
          new RegistrationResolved(
              firm(data),
              registration(data),
              data.optionalMap("linked").map(Holder::fromFields).map(Holder.Party.class::cast));
      case "PasswordResetRequested" ->
          new PasswordResetRequested(email(data), data.text("browserKeyHash"));
      case "PasswordReset" -> new PasswordReset(email(data), new PersonId(data.text("personId")));
      case "FolderCreated" -> new FolderCreated(folder(data));
      case "FolderRenamed" -> new FolderRenamed(folder(data), data.text("formerName"));
      case "FolderArchived" -> new FolderArchived(folder(data));
      case "FolderRestored" -> new FolderRestored(folder(data));
      case "FolderShared" ->
          new FolderShared(folder(data), shared(data), recipients(item, "audience"));
      case "DocumentShared" ->
          new DocumentShared(document(data), shared(data), recipients(item, "audience"));
      case "DocumentAdded" ->
          new DocumentAdded(document(data), version(data), recipients(item, "audience"));
      case "DocumentUploaded" ->
          new DocumentUploaded(document(data), version(data), staff(item, "audience"));
      case "DocumentRejected" -> new DocumentRejected(document(data), version(data));
      case "DocumentRenamed" -> new DocumentRenamed(document(data), data.text("formerName"));
      case "DocumentArchived" -> new DocumentArchived(document(data));
      case "DocumentRestored" -> new DocumentRestored(document(data));
      default -> throw new IllegalStateException("no type of event: " + type);
    };
  }

  private static Fields.Builder firm(OfFirm event) {
    return Fields.of().with("firmId", event.firm().value());
  }

  private static FirmId firm(Fields data) {
    return new FirmId(data.text("firmId"));
  }

  private static Fields.Builder client(OfClient event) {
    return client(event.client());
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

  private static Fields.Builder holder(OfHolder event) {
    return Fields.of().with("holder", event.holder().toFields());
  }

  private static Holder holder(Fields data) {
    return Holder.fromFields(data.map("holder"));
  }

  private static Holder.Party party(Fields data) {
    return (Holder.Party) holder(data);
  }

  private static Fields.Builder address(OfAddress event) {
    return Fields.of().with("email", event.email().value());
  }

  private static EmailAddress email(Fields data) {
    return new EmailAddress(data.text("email"));
  }

  private static RegistrationId registration(Fields data) {
    return new RegistrationId(data.text("registrationId"));
  }

  private static Fields.Builder folder(NamedFolder folder) {
    return client(folder.path().client())
        .with("folderId", folder.path().folder().value())
        .with("folderName", folder.name());
  }

  private static NamedFolder folder(Fields data) {
    return new NamedFolder(
        new FolderPath(client(data), new FolderId(data.text("folderId"))), data.text("folderName"));
  }

  private static Fields.Builder document(OfDocument event) {
    NamedDocument document = event.document();
    return folder(document.folder())
        .with("documentId", document.id().value())
        .with("documentName", document.name());
  }

  private static NamedDocument document(Fields data) {
    return new NamedDocument(
        folder(data), new DocumentId(data.text("documentId")), data.text("documentName"));
  }

  private static int version(Fields data) {
    return Math.toIntExact(data.number("version"));
  }

  private static Fields.Builder shared(Fields.Builder item, Recipients recipients) {
    return item.withTexts("gained", recipients(recipients.gained()))
        .withTexts("lost", recipients(recipients.lost()))
        .withTexts("changed", recipients(recipients.changed()))
        .withTexts("openBefore", recipients(recipients.openBefore()))
        .withTexts("invited", recipients(recipients.invited()));
  }

  private static Recipients shared(Fields data) {
    return new Recipients(
        recipients(data, "gained"),
        recipients(data, "lost"),
        recipients(data, "changed"),
        recipients(data, "openBefore"),
        data.texts("invited").stream().map(Recipient::party).toList());
  }

  private static List<String> recipients(List<? extends Recipient> recipients) {
    return recipients.stream().map(Recipient::text).toList();
  }

  private static List<Recipient> recipients(Fields fields, String name) {
    return fields.texts(name).stream().map(Recipient::of).toList();
  }

  private static List<String> staff(List<StaffId> staff) {
    return staff.stream().map(StaffId::value).toList();
  }

  private static List<StaffId> staff(Fields fields, String name) {
    return fields.texts(name).stream().map(StaffId::new).toList();
  }

  private static Optional<Boolean> flag(Fields data, String name) {
    return data.has(name) ? Optional.of(data.flag(name)) : Optional.empty();
  }
}
