package clientportal.notifications;

import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedEngagement;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.Reminders;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AnsweredItem;
import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.Folder;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.delivery.EventMessage;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An engagement in a scene, and what happens in it. */
final class TestEngagement {
  private final Scene scene;
  private WholeEngagement whole;

  TestEngagement(Scene scene, String name, Optional<LocalDate> dueOn) {
    this.scene = scene;
    Engagement begun =
        Engagement.create(
            new EngagementPath(scene.path, new EngagementId(scene.ids.next())),
            name,
            new FolderId(scene.ids.next()),
            dueOn,
            Optional.empty(),
            by());
    whole = new WholeEngagement(begun, List.of());
    scene.write(Write.create(begun.toItem()));
  }

  private By by() {
    return new By(Scene.ADA, scene.clock.instant());
  }

  EngagementPath path() {
    return whole.path();
  }

  /** Asks for documents, and records nothing of it. */
  List<ItemId> ask(Recipient.Party assignee, String... names) {
    return ask(assignee, Kind.DOCUMENT, names);
  }

  List<ItemId> ask(Recipient.Party assignee, Kind kind, String... names) {
    return ask(assignee, kind, true, Optional.empty(), names);
  }

  /** Asks for documents by a day of their own. */
  List<ItemId> askBy(LocalDate dueOn, Recipient.Party assignee, String... names) {
    return ask(assignee, Kind.DOCUMENT, true, Optional.of(dueOn), names);
  }

  List<ItemId> askOptional(Recipient.Party assignee, String... names) {
    return ask(assignee, Kind.DOCUMENT, false, Optional.empty(), names);
  }

  private List<ItemId> ask(
      Recipient.Party assignee,
      Kind kind,
      boolean required,
      Optional<LocalDate> dueOn,
      String... names) {
    List<Long> ranks = whole.ranksAtTheEnd(names.length);
    List<RequestItem> items = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      Wanted wanted =
          new Wanted(
              names[i],
              Optional.empty(),
              kind,
              required,
              List.of(),
              List.of(),
              Optional.empty(),
              Optional.empty());
      RequestItem draft =
          RequestItem.draft(
              path().item(new ItemId(scene.ids.next())), wanted, assignee, dueOn, ranks.get(i));
      items.add(draft.with(draft.state().asked(scene.clock.instant())));
    }
    apply(whole.add(items));
    return items.stream().map(RequestItem::id).toList();
  }

  /** Does the same to several items. */
  void change(List<ItemId> items, ItemAction action) {
    apply(
        whole.apply(items.stream().map(id -> new WholeEngagement.Step(id, action)).toList(), by()));
  }

  void arrive(List<ItemId> items) {
    change(items, new ItemAction.Arrive(1));
  }

  void submit(List<ItemId> items) {
    arrive(items);
    change(items, new ItemAction.Submit());
  }

  /** Uploads a document that answers an item. */
  EventMessage upload(Actor by, Folder folder, ItemId item, String name, List<StaffId> team) {
    RequestItem asked =
        whole.items().stream().filter(each -> each.id().equals(item)).findFirst().orElseThrow();
    if (!asked.state().isStarted()) {
      change(List.of(item), new ItemAction.Arrive(asked.state().round()));
    }
    NamedDocument document = scene.document(folder, name);
    scene.write(
        Write.create(
            Fields.of()
                .with("name", name)
                .with("createdAt", scene.clock.instant())
                .with(AnsweredItem.ATTRIBUTE, AnsweredItem.of(asked).toFields())
                .with(Item.REVISION, 1)
                .at(TableKeys.document(folder.path(), document.id()))));
    return event(by, _ -> new DocumentUploaded(document, 1, Optional.empty(), team));
  }

  void reject(List<ItemId> items, String reason) {
    change(items, new ItemAction.Reject(Review.Code.INCOMPLETE, reason));
  }

  /** Gives it reminders of its own. */
  void remind(Reminders reminders) {
    apply(
        whole.change(of ->
            of.withDetails(of.name(), of.dueOn(), Optional.of(reminders), of.progressShown())));
  }

  WholeEngagement whole() {
    return whole;
  }

  void cancel() {
    apply(whole.cancel());
  }

  private void apply(Outcome outcome) {
    if (!(outcome instanceof Outcome.Changed changed)) {
      throw new AssertionError(outcome);
    }
    scene.write(RequestWrites.of(changed, scene.clock.instant()).toArray(Write[]::new));
    whole = changed.after();
  }

  /** Opens the engagement to others than those who are asked. */
  void open(Grants grants) {
    Engagement now = whole.engagement();
    Engagement other =
        now.following(whole.items().size(), whole.progress(), grants, now.lastRank());
    scene.write(other.save(now, whole.progress()));
    whole = new WholeEngagement(other, whole.items());
  }

  NamedEngagement named() {
    return new NamedEngagement(path(), whole.engagement().name());
  }

  /** Records an event of the engagement by Ada. */
  EventMessage event(Function<NamedEngagement, EventData> data) {
    return event(Scene.ADA, data);
  }

  /** Ids of events of one instant are in no order, so that each has an instant of its own. */
  EventMessage event(Actor actor, Function<NamedEngagement, EventData> data) {
    scene.clock.advance(Duration.ofMillis(1));
    return scene.event(actor, data.apply(named()));
  }

  EventMessage requested(List<ItemId> items, Recipient... audience) {
    return event(name -> new DocumentsRequested(name, items, List.of(audience), List.of()));
  }

  /** Records that contacts without account are asked. */
  EventMessage requestedOf(List<ItemId> items, Recipient.Party... invited) {
    return event(name ->
        new DocumentsRequested(
            name, items, Stream.<Recipient>of(invited).toList(), List.of(invited)));
  }
}
