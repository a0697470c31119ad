package clientportal.access.records;

import clientportal.access.decision.Capacity;
import clientportal.access.decision.Link;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes and reads the links of people to clients; nothing else writes them. */
public final class Links {
  private Links() {}

  /**
   * Adds a capacity to a person's link with a client; it replaces an earlier one of the same party.
   *
   * @param before the item of the link as it was read, if it existed
   */
  public static List<Write> add(
      ClientPath client, PersonId person, Capacity capacity, Optional<Item> before) {
    List<Capacity> capacities =
        new ArrayList<>(before.map(Links::fromItem).map(Link::capacities).orElse(List.of()));
    capacities.removeIf(other -> other.party().equals(capacity.party()));
    capacities.add(capacity);
    long revision = before.map(item -> item.fields().number(Item.REVISION)).orElse(0L);
    Item link = toItem(client, person, new Link(capacities), revision + 1);
    Item reference =
        Fields.of().with("since", capacity.from()).at(TableKeys.personClient(person, client));
    return List.of(
        before.isPresent() ? Write.replace(link, revision) : Write.create(link),
        Write.put(reference));
  }

  /**
   * Changes the capacity of one party in a person's link, with effect from the next request.
   *
   * @param before the item of the link as it was read
   */
  public static Write change(
      ClientPath client,
      PersonId person,
      Recipient.Party party,
      UnaryOperator<Capacity> change,
      Item before) {
    List<Capacity> capacities =
        fromItem(before).capacities().stream()
            .map(capacity -> capacity.party().equals(party) ? change.apply(capacity) : capacity)
            .toList();
    long revision = before.fields().number(Item.REVISION);
    return Write.replace(toItem(client, person, new Link(capacities), revision + 1), revision);
  }

  /**
   * Removes a party's capacity from a person's link with a client. Without any capacity the link is
   * deleted, and so is the client from the list of the person's clients.
   *
   * @param before the item of the link as it was read, if it existed
   */
  public static List<Write> remove(
      ClientPath client, PersonId person, Recipient.Party party, Optional<Item> before) {
    if (before.isEmpty()) {
      return List.of();
    }
    long revision = before.get().fields().number(Item.REVISION);
    List<Capacity> left = new ArrayList<>(fromItem(before.get()).capacities());
    left.removeIf(capacity -> capacity.party().equals(party));
    return left.isEmpty()
        ? List.of(
            new Write.Delete(TableKeys.link(client, person), Condition.revision(revision)),
            Write.delete(TableKeys.personClient(person, client)))
        : List.of(Write.replace(toItem(client, person, new Link(left), revision + 1), revision));
  }

  static Item toItem(ClientPath client, PersonId person, Link link, long revision) {
    return Fields.of()
        .withMaps("capacities", link.capacities().stream().map(Links::toFields).toList())
        .with(Item.REVISION, revision)
        .at(TableKeys.link(client, person));
  }

  private static Fields toFields(Capacity capacity) {
    return Fields.of()
        .with("party", capacity.party().text())
        .with("name", capacity.name())
        .with("webPortal", capacity.webPortal())
        .with("from", capacity.from())
        .with("until", capacity.until())
        .build();
  }

  public static Link fromItem(Item item) {
    return new Link(
        item.fields().maps("capacities").stream()
            .map(fields ->
                new Capacity(
                    Recipient.ofClient(fields.text("party")),
                    fields.text("name"),
                    fields.flag("webPortal"),
                    fields.instant("from"),
                    fields.optionalInstant("until")))
            .toList());
  }
}
