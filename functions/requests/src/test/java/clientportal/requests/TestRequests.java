package clientportal.requests;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Engagement;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Engagements of a client with an active account and a team of one, without I/O. */
final class TestRequests {
  final TestFirm firm;
  final Table table;
  final ClientPath client;
  final StaffId team;
  final PersonId staff;
  final PersonId sharer;
  final PersonId carla;
  final ContactId contact;
  final PersonId colin;

  TestRequests() {
    this(new InMemoryTable());
  }

  TestRequests(InMemoryTable empty) {
    firm = new TestFirm(empty);
    table = firm.table;
    client = new ClientPath(firm.id, new ClientId(firm.ids.next()));
    team = new StaffId(firm.ids.next());
    staff = firm.staff(Role.STAFF, false);
    sharer = firm.staff(Role.STAFF, true);
    table.write(
        List.of(
            Write.create(
                new Client(
                        client,
                        Client.Kind.CLIENT,
                        "Carla Client",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        TestFirm.NOW,
                        List.of(team),
                        AccountStatus.ACTIVE,
                        1)
                    .toItem())));
    carla = firm.link(client);
    contact = firm.contact(client, Optional.empty(), true).id();
    colin = firm.linkContact(client, contact, true);
  }

  /** Gives Colin an account with this status. */
  void putContact(AccountStatus status) {
    Contact before = Contact.fromItem(table.require(TableKeys.contact(client, contact)));
    table.write(
        List.of(
            Write.put(
                new Contact(
                        before.client(),
                        before.id(),
                        before.name(),
                        before.email(),
                        before.emailConfirmedAt(),
                        before.phone(),
                        before.relationship(),
                        before.webPortal(),
                        status,
                        before.person(),
                        before.createdAt(),
                        before.revision() + 1)
                    .toItem())));
  }

  RequestsModule module(Table through) {
    return new RequestsModule(new Access(through, firm.clock), through, firm.ids);
  }

  Recipient.Contact toColin() {
    return new Recipient.Contact(contact);
  }

  Exchange to(String method, PersonId caller, String below) {
    return Exchange.of(method, client + below)
        .as(caller.value())
        .path("firmId", client.firm())
        .path("clientId", client.client());
  }

  Exchange to(String method, PersonId caller, EngagementPath path, String below) {
    return to(method, caller, "/engagements/" + path.engagement() + below)
        .path("engagementId", path.engagement());
  }

  Exchange.Answer create(Table through, PersonId caller, String json) {
    return to("POST", caller, "/engagements")
        .header("idempotency-key", "k")
        .json(json)
        .send(new CreateEngagementHandler(module(through).createEngagement()));
  }

  /** Begins an engagement in which nothing is asked for. */
  EngagementPath engagement(String name) {
    Exchange.Answer created =
        to("POST", staff, "/engagements")
            .json("{\"name\": \"%s\"}".formatted(name))
            .send(new CreateEngagementHandler(module(table).createEngagement()));
    return new EngagementPath(client, new EngagementId((String) ok(created).get("engagementId")));
  }

  Exchange.Answer get(Table through, PersonId caller, EngagementPath path) {
    return to("GET", caller, path, "")
        .send(new GetEngagementHandler(module(through).getEngagement()));
  }

  Exchange.Answer list(Table through, PersonId caller, Map<String, String> query) {
    Exchange exchange = to("GET", caller, "/engagements");
    query.forEach(exchange::query);
    return exchange.send(new ListEngagementsHandler(module(through).listEngagements()));
  }

  Exchange.Answer listOfFirm(Table through, PersonId caller, Map<String, String> query) {
    Exchange exchange =
        Exchange.of("GET", "/v1/firms/" + firm.id + "/engagements")
            .as(caller.value())
            .path("firmId", firm.id);
    query.forEach(exchange::query);
    return exchange.send(new ListFirmEngagementsHandler(module(through).listFirmEngagements()));
  }

  Exchange.Answer request(Table through, PersonId caller, EngagementPath path, String json) {
    return post(
        caller,
        path,
        "/items",
        json,
        new RequestDocumentsHandler(module(through).requestDocuments()));
  }

  Exchange.Answer send(Table through, PersonId caller, EngagementPath path, String json) {
    return post(
        caller, path, "/request", json, new SendRequestHandler(module(through).sendRequest()));
  }

  Exchange.Answer preview(Table through, PersonId caller, EngagementPath path, String json) {
    return to("POST", caller, path, "/items/preview")
        .json(json)
        .send(new PreviewRequestHandler(module(through).previewRequest()));
  }

  Exchange.Answer remind(Table through, PersonId caller, EngagementPath path, String json) {
    return remind(module(through), caller, path, json);
  }

  Exchange.Answer remind(RequestsModule module, PersonId caller, EngagementPath path, String json) {
    return post(caller, path, "/reminders", json, new SendReminderHandler(module.sendReminder()));
  }

  Exchange.Answer submit(Table through, PersonId caller, EngagementPath path, String json) {
    return post(
        caller, path, "/submissions", json, new SubmitItemsHandler(module(through).submitItems()));
  }

  Exchange.Answer review(Table through, PersonId caller, EngagementPath path, String json) {
    return post(
        caller, path, "/reviews", json, new ReviewItemsHandler(module(through).reviewItems()));
  }

  Exchange.Answer reopen(Table through, PersonId caller, EngagementPath path, String json) {
    return post(
        caller, path, "/reopenings", json, new ReopenItemsHandler(module(through).reopenItems()));
  }

  Exchange.Answer cancel(Table through, PersonId caller, EngagementPath path, String json) {
    return post(
        caller,
        path,
        "/cancellations",
        json,
        new CancelItemsHandler(module(through).cancelItems()));
  }

  Exchange.Answer setStatus(Table through, PersonId caller, EngagementPath path, String json) {
    return to("PUT", caller, path, "/status")
        .json(json)
        .send(new SetEngagementStatusHandler(module(through).setEngagementStatus()));
  }

  Exchange.Answer update(Table through, PersonId caller, EngagementPath path, String json) {
    return to("PATCH", caller, path, "")
        .json(json)
        .send(new UpdateEngagementHandler(module(through).updateEngagement()));
  }

  /** Sends a request with a key of its own body, so that it may be repeated. */
  private Exchange.Answer post(
      PersonId caller,
      EngagementPath path,
      String below,
      String json,
      RequestStreamHandler handler) {
    return to("POST", caller, path, below)
        .header("idempotency-key", "k" + Integer.toHexString(json.hashCode()))
        .json(json)
        .send(handler);
  }

  Exchange.Answer answer(
      Table through, PersonId caller, EngagementPath path, ItemId item, String json) {
    return to("PUT", caller, path, "/items/" + item + "/answer")
        .path("itemId", item)
        .json(json.isEmpty() ? "{}" : "{\"answer\": " + json + "}")
        .send(new AnswerItemHandler(module(through).answerItem()));
  }

  Exchange.Answer markNotApplicable(
      Table through, PersonId caller, EngagementPath path, ItemId item, String json) {
    return toItem("POST", caller, path, item, "/not-applicable")
        .header("idempotency-key", "k" + Integer.toHexString(json.hashCode()))
        .json(json)
        .send(new MarkItemNotApplicableHandler(module(through).markItemNotApplicable()));
  }

  Exchange.Answer withdraw(
      Table through, PersonId caller, EngagementPath path, ItemId item, String key) {
    return toItem("POST", caller, path, item, "/withdrawal")
        .header("idempotency-key", key)
        .send(new WithdrawItemHandler(module(through).withdrawItem()));
  }

  Exchange.Answer updateItem(
      Table through, PersonId caller, EngagementPath path, ItemId item, String json) {
    return toItem("PATCH", caller, path, item, "")
        .json(json)
        .send(new UpdateItemHandler(module(through).updateItem()));
  }

  private Exchange toItem(
      String method, PersonId caller, EngagementPath path, ItemId item, String below) {
    return to(method, caller, path, "/items/" + item + below).path("itemId", item);
  }

  static Exchange.Answer ok(Exchange.Answer answer) {
    if (answer.status() != 200 && answer.status() != 201) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer;
  }

  /** Asks for items, of which each is the content of a JSON object. */
  List<ItemId> asked(EngagementPath path, String... items) {
    return ids(ok(request(table, sharer, path, items(List.of(items), ""))));
  }

  static String items(List<String> items, String more) {
    return "{\"items\": [%s]%s}"
        .formatted(String.join(", ", items.stream().map("{%s}"::formatted).toList()), more);
  }

  static List<ItemId> ids(Exchange.Answer answer) {
    return members(answer, "items", item -> new ItemId(String.valueOf(item.get("itemId"))));
  }

  static <T> List<T> members(Exchange.Answer answer, String name, Function<Map<?, ?>, T> member) {
    return ((List<?>) answer.get(name))
        .stream().map(each -> member.apply((Map<?, ?>) each)).toList();
  }

  static String named(ItemId... ids) {
    return "{\"itemIds\": [%s]}"
        .formatted(String.join(", ", List.of(ids).stream().map("\"%s\""::formatted).toList()));
  }

  WholeEngagement stored(EngagementPath path) {
    return WholeEngagement.read(
        Engagement.fromItem(table.require(RequestKeys.engagement(path))), table);
  }

  RequestItem stored(EngagementPath path, ItemId item) {
    return RequestItem.fromItem(table.require(RequestKeys.requestItem(path.item(item))));
  }

  /** What happened with engagements, in the order in which it happened. */
  <T extends EventData> List<T> events(Class<T> type) {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .map(Event::data)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
