package clientportal.requests;

import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Contact;
import clientportal.access.records.Member;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.WholeEngagement;
import clientportal.access.shares.Invitations;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * The assignees of items, without what is hidden as yet, as they are before it is written that they
 * are asked.
 *
 * @param people the client, the contacts and the members
 */
record Assignees(ClientPath client, List<RequestItem> items, Items people) {

  /**
   * Reads those who were not read with the reach.
   *
   * @param reach with the client
   */
  static Assignees of(List<RequestItem> items, ClientPath client, Reach reach, Table table) {
    List<Key> missing =
        parties(items).stream()
            .map(assignee -> key(client, assignee))
            .filter(key -> reach.items().at(key).isEmpty())
            .toList();
    Items people =
        missing.isEmpty() ? reach.items() : reach.items().with(missing, table.read(missing));
    return new Assignees(client, items, people);
  }

  /** Returns the key of the client, contact or member. */
  static Key key(ClientPath client, Recipient.Party assignee) {
    return switch (assignee) {
      case Recipient.Client _ -> TableKeys.client(client);
      case Recipient.Contact(ContactId contact) -> TableKeys.contact(client, contact);
      case Recipient.Member(MemberId member) -> PortalKeys.member(client.firm(), member);
    };
  }

  /**
   * Requires that a contact has the permission for the portal, and that a member is in a portal of
   * the client.
   *
   * @param reach with the contact
   * @throws ProblemException {@code recipient-not-permitted}
   */
  static void requirePermitted(Recipient.Party assignee, ClientPath client, Reach reach) {
    boolean permitted =
        switch (assignee) {
          case Recipient.Client _ -> true;
          case Recipient.Contact _ ->
              reach
                  .items()
                  .at(key(client, assignee))
                  .map(Contact::fromItem)
                  .filter(Contact::webPortal)
                  .isPresent();
          case Recipient.Member(MemberId member) ->
              ClientPortals.of(client, reach.items()).role(member).isPresent();
        };
    if (!permitted) {
      throw new ProblemException(
          ProblemType.RECIPIENT_NOT_PERMITTED,
          "The client has no contact or member " + assignee.text() + " who may use the portal.");
    }
  }

  /** Returns the assignees, without those of what is hidden as yet. */
  static List<Recipient.Party> parties(List<RequestItem> items) {
    return items.stream()
        .filter(item -> item.state().isAsked())
        .map(RequestItem::assignee)
        .distinct()
        .toList();
  }

  /** Returns who is invited because something is asked of them. */
  Invitations invitations() {
    return Invitations.of(
        parties(items).stream()
            .filter(Recipient.Contact.class::isInstance)
            .flatMap(contact -> people.at(key(client, contact)).stream())
            .map(Contact::fromItem)
            .toList());
  }

  /** Returns the event by which they are asked. */
  DocumentsRequested requested(WholeEngagement whole) {
    return new DocumentsRequested(
        Changes.named(whole),
        Changes.ids(items),
        List.copyOf(parties(items)),
        List.copyOf(invitations().recipients()));
  }

  /** Returns what was asked for, once it is written. */
  Asked asked() {
    List<Recipient.Contact> invited = invitations().recipients();
    return new Asked(
        items,
        parties(items).stream()
            .filter(assignee -> !invited.contains(assignee))
            .flatMap(assignee ->
                notReached(assignee)
                    .map(reason -> new Asked.NotNotified(assignee, reason))
                    .stream())
            .toList());
  }

  /** Returns why somebody is not notified; empty if they are. */
  Optional<String> notReached(Recipient.Party assignee) {
    return reason(account(assignee));
  }

  private AccountStatus account(Recipient.Party assignee) {
    return people
        .at(key(client, assignee))
        .map(item ->
            switch (assignee) {
              case Recipient.Client _ -> Client.fromItem(item).account();
              case Recipient.Contact _ -> Contact.fromItem(item).account();
              case Recipient.Member _ -> Member.fromItem(item).account();
            })
        .orElse(AccountStatus.NONE);
  }

  private static Optional<String> reason(AccountStatus account) {
    return switch (account) {
      case INVITED, ACTIVE -> Optional.empty();
      case BOUNCED -> Optional.of("bounced");
      case NONE, REVOKED -> Optional.of("no-account");
    };
  }
}
