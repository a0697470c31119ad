package clientportal.access.requests;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.records.RequestItem.ShowIf;
import clientportal.access.records.RequestItem.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An engagement and its items, for tests of what is done to them. */
public final class TestItems {
  public static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  public static final By BY = new By(Actor.PORTAL, NOW);
  public static final Recipient.Contact CONTACT =
      new Recipient.Contact(new ContactId("01arz3ndektsv4rrffq69g5fk1"));
  public static final EngagementPath PATH =
      new EngagementPath(
          new ClientPath(
              new FirmId("01arz3ndektsv4rrffq69g5ff1"), new ClientId("01arz3ndektsv4rrffq69g5fc1")),
          new EngagementId("01arz3ndektsv4rrffq69g5fe1"));

  private TestItems() {}

  /** The id of the item with a number, from 0. */
  public static ItemId id(int number) {
    return new ItemId("01arz3ndektsv4rrffq69g5a%02d".formatted(number));
  }

  public static Wanted wanted(Kind kind, boolean required, Optional<ShowIf> showIf) {
    return new Wanted(
        "Passport",
        Optional.empty(),
        kind,
        required,
        List.of(),
        kind == Kind.CHOICE ? List.of("a", "b") : List.of(),
        Optional.empty(),
        showIf);
  }

  public static RequestItem draft(int number, Wanted wanted, Recipient.Party assignee) {
    return RequestItem.draft(
        PATH.item(id(number)), wanted, assignee, Optional.empty(), Ranks.anew(number));
  }

  /** A required item that depends on nothing. */
  public static RequestItem draft(int number, Kind kind) {
    return draft(number, wanted(kind, true, Optional.empty()), Recipient.CLIENT);
  }

  /** An engagement with these items. */
  public static WholeEngagement whole(List<RequestItem> items) {
    Engagement empty =
        Engagement.create(
            PATH,
            "Loan",
            new FolderId("01arz3ndektsv4rrffq69g5fd1"),
            Optional.empty(),
            Optional.empty(),
            BY);
    return items.isEmpty()
        ? new WholeEngagement(empty, List.of())
        : after(new WholeEngagement(empty, List.of()).add(items));
  }

  public static WholeEngagement whole(RequestItem... items) {
    return whole(List.of(items));
  }

  /** An engagement with a number of drafts. */
  public static WholeEngagement drafts(int number) {
    return whole(IntStream.range(0, number).mapToObj(i -> draft(i, Kind.DOCUMENT)).toList());
  }

  /** Returns what an action made of an engagement. */
  public static WholeEngagement after(Outcome outcome) {
    if (!(outcome instanceof Outcome.Changed(WholeEngagement _, WholeEngagement after))) {
      throw new AssertionError(outcome);
    }
    return after;
  }

  /** Does several things to an item, each of which must change something. */
  public static WholeEngagement after(WholeEngagement whole, int number, ItemAction... actions) {
    WholeEngagement at = whole;
    for (ItemAction action : actions) {
      at = after(apply(at, number, action));
    }
    return at;
  }

  public static Outcome apply(WholeEngagement whole, int number, ItemAction action) {
    return whole.apply(List.of(new WholeEngagement.Step(id(number), action)), BY);
  }

  /** Asks for all items. */
  public static WholeEngagement asked(WholeEngagement whole) {
    List<WholeEngagement.Step> steps = new ArrayList<>();
    whole
        .items()
        .forEach(item -> steps.add(new WholeEngagement.Step(item.id(), new ItemAction.Ask())));
    return after(whole.apply(steps, BY));
  }

  public static ItemAction answer(String text) {
    return new ItemAction.Answer(Optional.of(text));
  }

  public static ItemAction reject() {
    return new ItemAction.Reject(Review.Code.UNREADABLE, "It cannot be read.");
  }

  public static ItemAction inPart() {
    return new ItemAction.AcceptInPart(Review.Code.INCOMPLETE, "The second page is missing.");
  }

  public static Optional<ShowIf> showIf(int number, String is) {
    return Optional.of(new ShowIf(id(number), is));
  }

  /** Moves an item behind another one, or to the first place. */
  public static Outcome move(WholeEngagement whole, ItemId id, Optional<ItemId> after) {
    RequestItem item = whole.item(id).orElseThrow();
    return whole.update(item, item.assignee(), Optional.of(new WholeEngagement.Place(after)), NOW);
  }
}
