package clientportal.requests;

import clientportal.access.Reach;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ContactId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.RequestItem;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was asked for, and who is not notified of it because they have no account or because its
 * invitation did not arrive.
 */
record Asked(List<RequestItem> items, List<NotNotified> notNotified) {
  /** A recipient who is not notified. */
  record NotNotified(Recipient.Party recipient, String reason) {}

  /**
   * Says who is not notified; contacts that were not read with the reach are read.
   *
   * @param reach with the client
   */
  static Asked of(List<RequestItem> items, ClientPath client, Reach reach, Table table) {
    Set<Recipient.Party> assignees =
        items.stream()
            .filter(item -> item.state().isAsked())
            .map(RequestItem::assignee)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<Key> missing =
        assignees.stream()
            .map(assignee -> key(client, assignee))
            .filter(key -> reach.items().at(key).isEmpty())
            .toList();
    Items people =
        missing.isEmpty() ? reach.items() : reach.items().with(missing, table.read(missing));
    return new Asked(
        items,
        assignees.stream()
            .flatMap(assignee ->
                reason(account(client, assignee, people))
                    .map(reason -> new NotNotified(assignee, reason))
                    .stream())
            .toList());
  }

  /**
   * Requires that a contact has the permission for the portal.
   *
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
        };
    if (!permitted) {
      throw new ProblemException(
          ProblemType.RECIPIENT_NOT_PERMITTED,
          "The client has no contact " + assignee.text() + " with webPortal.");
    }
  }

  /** Returns the key of the client or contact. */
  static Key key(ClientPath client, Recipient.Party assignee) {
    return switch (assignee) {
      case Recipient.Client _ -> TableKeys.client(client);
      case Recipient.Contact(ContactId contact) -> TableKeys.contact(client, contact);
    };
  }

  private static AccountStatus account(ClientPath client, Recipient.Party assignee, Items people) {
    return people
        .at(key(client, assignee))
        .map(item ->
            switch (assignee) {
              case Recipient.Client _ -> Client.fromItem(item).account();
              case Recipient.Contact _ -> Contact.fromItem(item).account();
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

  JsonObject json() {
    return Json.object()
        .with("items", items.stream().map(ItemView::ofStaff).toList())
        .with(
            "notNotified",
            notNotified.stream()
                .map(each ->
                    Json.object()
                        .with("recipient", each.recipient().text())
                        .with("reason", each.reason()))
                .toList());
  }
}
