package clientportal.clients;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.addresses.AddressChange;
import clientportal.access.addresses.AddressWrites;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.AccessTakenAway;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.ContactUpdated;
import clientportal.access.events.Recorder;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ContactPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Contact;
import clientportal.access.records.Links;
import clientportal.access.records.MailCause;
import clientportal.access.records.OpenItems;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.Precondition;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes a contact and whether the relationship has the web portal permission: without it the
 * contact's access ends at the next request; with it again, everything is as before.
 */
record UpdateContact(Access access, Table table, Ids ids) {
  Contact handle(
      Caller caller, ContactPath path, Body<ContactPatch> body, Precondition precondition) {
    return Attempts.run(() -> attempt(caller, path, body, precondition));
  }

  private Contact attempt(
      Caller caller, ContactPath path, Body<ContactPatch> body, Precondition precondition) {
    Recipient.OfClient party = new Recipient.Contact(path.contact());
    Holder.Party holder = new Holder.Party(path.client(), party);
    Key accountKey = TableKeys.account(holder);
    Reach reach = access.reach(caller, holder, List.of(accountKey));
    reach.require(Action.CHANGE_CLIENT);
    ContactPatch patch = body.read();
    Contact before = Contact.fromItem(reach.item(TableKeys.contact(path.client(), path.contact())));
    Optional<Account> account = reach.items().at(accountKey).map(Account::fromItem);
    AddressChange change =
        new AddressChange(patch.email(), before.email(), before.emailConfirmedAt(), account);
    boolean permitted = patch.webPortal().orElse(before.webPortal());
    if (permitted != before.webPortal()) {
      reach.require(Action.AUTHORIZE_CONTACT);
    }
    change.require(reach, () -> OpenItems.of(before).any(table));
    precondition.check(before.revision());
    AddressChange.Outcome outcome = change.outcome(reach);
    Contact after =
        before.withDetails(
            patch.name().orElse(before.name()),
            change.after(),
            change.confirmedAt(reach),
            patch.phone().applyTo(before.phone()),
            patch.relationship().orElse(before.relationship()),
            permitted,
            outcome.status(before.account()));
    List<String> changed = changed(before, after, outcome);
    if (changed.isEmpty()) {
      return before;
    }
    Recorder recorder = reach.recorder(ids);
    List<Write> writes = new ArrayList<>();
    writes.add(after.saveDetails());
    writes.addAll(AddressWrites.of(holder, change, outcome, permitted, recorder));
    if (changed.contains("name") || changed.contains("webPortal")) {
      account
          .flatMap(Account::person)
          .flatMap(person -> relink(after, person))
          .ifPresent(writes::add);
    }
    if (permitted != before.webPortal()) {
      account
          .map(is -> permissionWrites(is, permitted, outcome, holder, recorder))
          .ifPresent(writes::addAll);
    }
    writes.add(
        recorder.record(
            new ContactUpdated(path.client(), path.contact(), changed, after.webPortal())));
    table.write(writes);
    return after;
  }

  /**
   * A contact who had access is notified that it was taken away. One who was not invited for lack
   * of the permission is invited once it is there.
   *
   * <p>Taking access away is never refused. Giving it back counts as a mail instead, for the one
   * that is sent when it is taken away again.
   */
  private static List<Write> permissionWrites(
      Account account,
      boolean permitted,
      AddressChange.Outcome outcome,
      Holder.Party holder,
      Recorder recorder) {
    boolean active = account.status() == AccountStatus.ACTIVE;
    if (!permitted) {
      return active
          ? List.of(recorder.record(new AccessTakenAway(holder, account.email())))
          : List.of();
    }
    boolean heldBack = account.isOpen() && account.invitations().isEmpty();
    if (!(outcome instanceof AddressChange.Outcome.Unchanged) || !(active || heldBack)) {
      return List.of();
    }
    Write counted = account.requireMail(MailCause.STAFF, recorder.at()).replace();
    return heldBack
        ? List.of(counted, recorder.record(new AccountInvited(holder)))
        : List.of(counted);
  }

  /** Decisions read the permission from the person's link, and events the name. */
  private Optional<Write> relink(Contact contact, PersonId person) {
    return table
        .find(TableKeys.link(contact.client(), person))
        .map(link ->
            Links.change(
                contact.client(),
                person,
                new Recipient.Contact(contact.id()),
                capacity -> capacity.named(contact.name()).permitted(contact.webPortal()),
                link));
  }

  private static List<String> changed(
      Contact before, Contact after, AddressChange.Outcome outcome) {
    return Stream.of(
            Optional.of("name").filter(_ -> !after.name().equals(before.name())),
            Optional.of("email").filter(_ -> !after.email().equals(before.email())),
            Optional.of("emailConfirmedAt")
                .filter(_ -> after.email().equals(before.email()))
                .filter(_ ->
                    outcome instanceof AddressChange.Outcome.Confirmed
                        || !after.emailConfirmedAt().equals(before.emailConfirmedAt())),
            Optional.of("phone").filter(_ -> !after.phone().equals(before.phone())),
            Optional.of("relationship")
                .filter(_ -> !after.relationship().equals(before.relationship())),
            Optional.of("webPortal").filter(_ -> after.webPortal() != before.webPortal()))
        .flatMap(Optional::stream)
        .toList();
  }
}
