package clientportal.access.events;

import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.RegistrationId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What happened, one record for each type of event: the record's name is the type that items and
 * subscriptions spell. The data also says what the event is kept with: a firm, a client, the holder
 * of an account, a token or an address.
 */
public sealed interface EventData {

  /** An event of a firm. */
  sealed interface OfFirm extends EventData {
    FirmId firm();
  }

  /** An event of a client. */
  sealed interface OfClient extends EventData {
    ClientPath client();
  }

  /** An event of somebody who has an account, kept with their firm or client. */
  sealed interface OfHolder extends EventData {
    Holder holder();
  }

  /** A secret was presented. Whose it is shows only when it is looked up. */
  sealed interface OfToken extends EventData {
    String tokenHash();
  }

  /** Something was asked by, or happened to, the owner of an address, whoever that is. */
  sealed interface OfAddress extends EventData {
    EmailAddress email();
  }

  // ---- Firms ----

  record FirmCreated(FirmId firm, String name, String slug) implements OfFirm {}

  record FirmUpdated(
      FirmId firm, String name, long digestMinutes, String selfRegistration, ZoneId timeZone)
      implements OfFirm {}

  record SiteCreated(FirmId firm, String slug, String name) implements OfFirm {}

  record StaffInvited(Holder.Staff holder, String name)
      implements OfHolder, Subscription.Invitations {}

  /** What is empty has not changed. */
  record StaffUpdated(
      FirmId firm,
      StaffId staff,
      Optional<Role> role,
      Optional<Boolean> webPortal,
      Optional<Boolean> enabled)
      implements OfFirm {}

  // ---- Clients ----

  /** The client has a folder to upload into from the start. */
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

  record AccountInvited(Holder.Party holder) implements OfHolder, Subscription.Invitations {}

  record AccountActivated(Holder holder) implements OfHolder {}

  /** An invitation did not arrive; the event names who sent it, and when. */
  record AccountBounced(Holder holder, String why, Actor invitedBy, Instant invitedAt)
      implements OfHolder, Subscription.Bounces {}

  record AccountRevoked(Holder.Party holder) implements OfHolder, Subscription.Alerts {}

  /**
   * The holder of an active account has another address on file, which is still to be proved.
   *
   * @param email the address that was proved before
   */
  record AddressChanged(Holder.Party holder, EmailAddress email)
      implements OfHolder, Subscription.Alerts {}

  /** A relationship lost the permission for the portal, and the contact lost access with it. */
  record AccessTakenAway(Holder.Party holder, EmailAddress email)
      implements OfHolder, Subscription.Alerts {}

  record VerificationRequested(String tokenHash, String browserKeyHash)
      implements OfToken, Subscription.Verifications {}

  record RegistrationRequested(
      FirmId firm, String site, String name, EmailAddress email, String browserKeyHash)
      implements OfAddress, Subscription.Verifications {}

  record RegistrationReceived(FirmId firm, RegistrationId registration) implements OfFirm {}

  /**
   * Staff resolved a registration.
   *
   * @param linked who the person is; empty if staff rejected them
   */
  record RegistrationResolved(
      FirmId firm, RegistrationId registration, Optional<Holder.Party> linked)
      implements OfFirm, Subscription.Verifications {}

  record PasswordResetRequested(EmailAddress email, String browserKeyHash)
      implements OfAddress, Subscription.Verifications {}

  record PasswordReset(EmailAddress email, PersonId person) implements OfAddress {}

  // ---- Folders ----

  /** A folder, with its name at the time of the event. */
  record NamedFolder(FolderPath path, String name) {}

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
  record NamedDocument(NamedFolder folder, DocumentId id, String name) {}

  /** An event of a document. */
  sealed interface OfDocument extends OfClient {
    NamedDocument document();

    @Override
    default ClientPath client() {
      return document().folder().path().client();
    }
  }

  /** Staff added a version; the readers are notified. */
  record DocumentAdded(NamedDocument document, int version, List<Recipient> audience)
      implements OfDocument, Subscription.Notices {}

  /** A client or contact uploaded a version; the client's team is notified. */
  record DocumentUploaded(NamedDocument document, int version, List<StaffId> audience)
      implements OfDocument, Subscription.Notices {}

  record DocumentRejected(NamedDocument document, int version) implements OfDocument {}

  record DocumentRenamed(NamedDocument document, String formerName) implements OfDocument {}

  record DocumentArchived(NamedDocument document) implements OfDocument {}

  record DocumentRestored(NamedDocument document) implements OfDocument {}

  // ---- Sharing ----

  /**
   * How the recipients of an item changed.
   *
   * @param openBefore those to whom it was open already, so that they are not notified again
   * @param invited those who gained it and are notified by an invitation of their own
   */
  record Recipients(
      List<Recipient> gained,
      List<Recipient> lost,
      List<Recipient> changed,
      List<Recipient> openBefore,
      List<Recipient.Party> invited) {}

  /** An item was opened to recipients, or closed; those who gained it are notified. */
  sealed interface Shared extends Subscription.Invitations, Subscription.Notices {
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

  // ---- Subscriptions ----

  /**
   * Events that a queue subscribes to: those that the subscription's filter passes, and that its
   * consumer handles. {@code NoticesSubscription} of the template is {@link Notices} here.
   */
  sealed interface Subscription extends EventData {

    /** Somebody is invited. */
    sealed interface Invitations extends Subscription
        permits StaffInvited, AccountInvited, Shared {}

    /** An invitation did not arrive. */
    sealed interface Bounces extends Subscription permits AccountBounced {}

    /** Somebody asked for something, or waits for it, and is answered by mail. */
    sealed interface Verifications extends Subscription
        permits VerificationRequested,
            RegistrationRequested,
            RegistrationResolved,
            PasswordResetRequested {}

    /** Staff did something to an account, and its holder is warned. */
    sealed interface Alerts extends Subscription
        permits AddressChanged, AccessTakenAway, AccountRevoked {
      Holder.Party holder();
    }

    /** There is something new to read. */
    sealed interface Notices extends OfClient, Subscription
        permits Shared, DocumentAdded, DocumentUploaded {}
  }
}
