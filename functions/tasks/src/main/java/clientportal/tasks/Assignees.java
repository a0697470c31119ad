package clientportal.tasks;

import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
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
import clientportal.access.shares.Invitations;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * The assignees of a task, as they are before anything is written.
 *
 * @param people the client, the contacts and the members
 */
record Assignees(ClientPath client, List<Recipient.Party> all, Items people) {

  /** Reads those who were not read with the reach. */
  static Assignees of(List<Recipient.Party> all, ClientPath client, Reach reach, Table table) {
    List<Key> missing = keys(all, client).filter(key -> reach.items().at(key).isEmpty()).toList();
    Items people =
        missing.isEmpty() ? reach.items() : reach.items().with(missing, table.read(missing));
    return new Assignees(client, all, people);
  }

  /** Returns the keys of the client, contacts and members. */
  static Stream<Key> keys(List<Recipient.Party> all, ClientPath client) {
    return all.stream().map(assignee -> key(assignee, client));
  }

  private static Key key(Recipient.Party assignee, ClientPath client) {
    return switch (assignee) {
      case Recipient.Client _ -> TableKeys.client(client);
      case Recipient.Contact(ContactId contact) -> TableKeys.contact(client, contact);
      case Recipient.Member(MemberId member) -> PortalKeys.member(client.firm(), member);
    };
  }

  /** Returns some of them. */
  Assignees only(List<Recipient.Party> some) {
    return new Assignees(client, some, people);
  }

  /**
   * Requires that they may use the portal, as recipients of a share must.
   *
   * @throws ProblemException {@code recipient-not-permitted}, {@code account-required}
   */
  void requirePermitted() {
    for (Recipient.Party assignee : all) {
      if (!isPermitted(assignee)) {
        throw new ProblemException(
            ProblemType.RECIPIENT_NOT_PERMITTED,
            "The client has no contact or member " + assignee.text() + " who may use the portal.");
      }
    }
    if (all.contains(Recipient.CLIENT) && !account(Recipient.CLIENT).counts()) {
      throw new ProblemException(
          ProblemType.ACCOUNT_REQUIRED,
          "Create the client's account, then give the client something to do.");
    }
  }

  private boolean isPermitted(Recipient.Party assignee) {
    return switch (assignee) {
      case Recipient.Client _ -> true;
      case Recipient.Contact _ ->
          people
              .at(key(assignee, client))
              .map(Contact::fromItem)
              .filter(Contact::webPortal)
              .isPresent();
      case Recipient.Member(MemberId member) ->
          ClientPortals.of(client, people).role(member).isPresent();
    };
  }

  /** Returns who is invited because there is something for them to do. */
  Invitations invitations() {
    return Invitations.of(
        all.stream()
            .filter(Recipient.Contact.class::isInstance)
            .flatMap(contact -> people.at(key(contact, client)).stream())
            .map(Contact::fromItem)
            .toList());
  }

  /** Returns the name of an assignee, or the id of one who is there no more. */
  String name(Recipient.Party assignee) {
    return people
        .at(key(assignee, client))
        .map(item ->
            switch (assignee) {
              case Recipient.Client _ -> Client.fromItem(item).name();
              case Recipient.Contact _ -> Contact.fromItem(item).name();
              case Recipient.Member _ -> Member.fromItem(item).name();
            })
        .orElseGet(assignee::text);
  }

  /** Tells whether notices reach an assignee. */
  boolean isReachable(Recipient.Party assignee) {
    return isPermitted(assignee) && account(assignee).receives();
  }

  private AccountStatus account(Recipient.Party assignee) {
    return people
        .at(key(assignee, client))
        .map(item ->
            switch (assignee) {
              case Recipient.Client _ -> Client.fromItem(item).account();
              case Recipient.Contact _ -> Contact.fromItem(item).account();
              case Recipient.Member _ -> Member.fromItem(item).account();
            })
        .orElse(AccountStatus.NONE);
  }
}
