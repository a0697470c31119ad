package clientportal.firms;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.TeamChanged;
import clientportal.access.events.Recorder;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Teams;
import clientportal.delivery.EventMessage;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A firm in which Leo leaves, and others take over what Leo is responsible for. */
final class HandOvers {
  final TestFirm firm = new TestFirm();
  final StaffCalls calls = new StaffCalls(firm);
  final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  final StaffId leo = calls.staffId(firm.staff(Role.STAFF, false));
  final PersonId suesPerson = firm.staff(Role.STAFF, false);
  final StaffId sue = calls.staffId(suesPerson);
  final StaffId tom = calls.staffId(firm.staff(Role.STAFF, false));

  /** The whole table as tests see it. */
  Table table() {
    return firm.table;
  }

  /** Adds a client with a team. */
  ClientPath client(StaffId... team) {
    ClientPath path = firm.client(Client.Kind.CLIENT, Optional.empty()).path();
    assign(path, team);
    return path;
  }

  void assign(ClientPath path, StaffId... team) {
    Client before = stored(path);
    table().write(Teams.change(before, before.withTeam(List.of(team)), recorder()));
  }

  private Recorder recorder() {
    Actor ada =
        new Actor(
            Optional.of(new PersonId(UUID.randomUUID().toString())),
            Actor.As.STAFF,
            tom.value(),
            "Tom");
    return new Recorder(firm.ids, ada, firm.clock.instant());
  }

  Client stored(ClientPath path) {
    return Client.fromItem(table().require(TableKeys.client(path)));
  }

  List<StaffId> team(ClientPath path) {
    return stored(path).team();
  }

  /** Returns the number of rows of what a staff member is responsible for. */
  int responsibilities(StaffId staff) {
    return firm.table.partition(TableKeys.responsibilities(firm.id, staff)).size();
  }

  void enable(StaffId staff, boolean enabled) {
    StaffMember before = StaffMember.fromItem(table().require(TableKeys.staff(firm.id, staff)));
    StaffMember after = before.withPlace(before.role(), before.webPortal(), enabled);
    table().write(List.of(Write.replace(after.toItem(), before.revision())));
  }

  Exchange.Answer begin(Table on, StaffId from, Object to) {
    return calls
        .handOver(administrator, from, "{\"to\": \"" + to + "\"}")
        .send(new HandOverHandler(new HandOver(firm.access(), on, firm.ids)));
  }

  Exchange.Answer begin(StaffId to) {
    return begin(firm.table, leo, to);
  }

  Exchange.Answer read() {
    return calls
        .getHandOver(administrator, leo)
        .send(new GetHandOverHandler(new GetHandOver(firm.access(), firm.table)));
  }

  /** Returns how far the last hand-over is: its status, and how much has passed on. */
  String progress() {
    return read().get("handOver", "status") + " " + read().get("handOver", "passedOn");
  }

  /** Returns the messages of the steps that there were until now. */
  List<EventMessage> steps() {
    return events().stream()
        .filter(event -> event.data() instanceof Subscription.HandOvers)
        .sorted(Comparator.comparingLong(event -> ((Subscription.HandOvers) event.data()).step()))
        .map(event -> new EventMessage(event.key(), Optional.empty()))
        .toList();
  }

  List<Event> events() {
    return calls.events();
  }

  /** Returns what happened to the firm besides steps. */
  List<EventData> happened() {
    return events().stream()
        .map(Event::data)
        .filter(data -> !(data instanceof Subscription.HandOvers))
        .toList();
  }

  List<TeamChanged> changes(ClientPath path) {
    return events(path).stream().map(event -> (TeamChanged) event.data()).toList();
  }

  List<Event> events(ClientPath path) {
    return firm.table.partition(TableKeys.people(path) + "#EVENTS").stream()
        .map(Event::fromItem)
        .toList();
  }

  void step(Table on, EventMessage message) {
    new ContinueHandOver(on, firm.ids, firm.clock).handle(message);
  }

  /** Makes all steps, to the last. */
  void settle() {
    List<EventMessage> made = new ArrayList<>();
    for (List<EventMessage> steps = steps(); made.size() < steps.size(); steps = steps()) {
      EventMessage next = steps.get(made.size());
      step(firm.table, next);
      made.add(next);
    }
  }

  /** Returns the item of the hand-over from Leo. */
  Item item() {
    return table().require(TableKeys.handOver(firm.id, leo));
  }
}
