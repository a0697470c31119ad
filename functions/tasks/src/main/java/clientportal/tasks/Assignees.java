package clientportal.tasks;

import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Contact;
import clientportal.access.records.Holders;
import clientportal.access.records.Member;
import clientportal.access.shares.Invitations;
import clientportal.platform.problem.Fault;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Those to whom a task is assigned, as they are now.
 *
 * @param items read with {@link #keys}, the client and the client's portals
 */
record Assignees(ClientPath client, Items items) {

  /** Returns the keys of assignees. */
  static Stream<Key> keys(ClientPath client, List<Recipient.Party> parties) {
    return parties.stream()
        .map(party -> TableKeys.holder(Holder.of(client, party)))
        .filter(key -> !key.equals(TableKeys.client(client)));
  }

  static Assignees of(ClientPath client, Reach reach) {
    return new Assignees(client, reach.items());
  }

  /**
   * Requires that a task may be assigned to some of those whom a body names: they exist, may use
   * the portal, and the client has an account.
   *
   * @param named all of them
   * @param added those to whom it is not assigned yet
   * @throws ProblemException {@code unknown-reference}, {@code recipient-not-permitted}, {@code
   *     account-required}
   */
  void require(List<Recipient.Party> named, List<Recipient.Party> added) {
    List<Fault> unknown = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      Recipient.Party party = named.get(i);
      if (added.contains(party) && items.at(TableKeys.holder(Holder.of(client, party))).isEmpty()) {
        unknown.add(
            Fault.at(
                "/assignees/" + i,
                Fault.Code.UNKNOWN,
                "is no contact of the client, and no member of the firm's portals"));
      }
    }
    if (!unknown.isEmpty()) {
      throw ProblemException.unknownReferences(unknown);
    }
    added.stream()
        .filter(party -> !isPermitted(party))
        .findFirst()
        .ifPresent(party -> {
          throw new ProblemException(
              ProblemType.RECIPIENT_NOT_PERMITTED,
              "The client has no contact or member " + party.text() + " who may use the portal.");
        });
    if (added.contains(Recipient.CLIENT) && !account(Recipient.CLIENT).counts()) {
      throw new ProblemException(
          ProblemType.ACCOUNT_REQUIRED, "Create the client's account, then assign the task.");
    }
  }

  private boolean isPermitted(Recipient.Party party) {
    return switch (party) {
      case Recipient.Client _ -> true;
      case Recipient.Contact _ -> contact(party).filter(Contact::webPortal).isPresent();
      case Recipient.Member(var member) -> ClientPortals.of(client, items).role(member).isPresent();
    };
  }

  /** Tells whether mails reach them. */
  boolean isReachable(Recipient.Party party) {
    return isPermitted(party) && account(party).receives();
  }

  Optional<String> name(Recipient.Party party) {
    return Holders.name(Holder.of(client, party), items);
  }

  private AccountStatus account(Recipient.Party party) {
    return items
        .at(TableKeys.holder(Holder.of(client, party)))
        .map(item ->
            switch (party) {
              case Recipient.Client _ -> Client.fromItem(item).account();
              case Recipient.Contact _ -> Contact.fromItem(item).account();
              case Recipient.Member _ -> Member.fromItem(item).account();
            })
        .orElse(AccountStatus.NONE);
  }

  private Optional<Contact> contact(Recipient.Party party) {
    return items.at(TableKeys.holder(Holder.of(client, party))).map(Contact::fromItem);
  }

  /** Returns the invitations of those contacts who never had an account. */
  Invitations invitations(List<Recipient.Party> parties) {
    return Invitations.of(
        parties.stream()
            .filter(Recipient.Contact.class::isInstance)
            .flatMap(party -> contact(party).stream())
            .toList());
  }
}
