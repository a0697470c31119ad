package clientportal.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.PortalMember;
import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.ids.StaffId;
import clientportal.access.ids.TaskId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.Folder;
import clientportal.access.records.GrantFields;
import clientportal.access.records.Member;
import clientportal.access.records.SharedDocument;
import clientportal.access.records.Task;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks of a client with an active account, a contact, two members of a portal and a team of one,
 * without I/O.
 */
final class TestTasks {
  final TestFirm firm;
  final Table table;
  final ClientPath client;
  final StaffId team;
  final PersonId staff;
  final PersonId sharer;
  final PersonId carla;
  final ContactId contact;
  final PersonId colin;
  final MemberId full;
  final PersonId fay;
  final MemberId contributor;
  final PersonId cora;
  final FolderPath folder;

  TestTasks() {
    this(new InMemoryTable());
  }

  TestTasks(InMemoryTable empty) {
    firm = new TestFirm(empty);
    table = firm.table;
    client = new ClientPath(firm.id, new ClientId(firm.ids.next()));
    team = new StaffId(firm.ids.next());
    staff = firm.staff(Role.STAFF, false);
    sharer = firm.staff(Role.STAFF, true);
    write(Write.create(client(AccountStatus.ACTIVE).toItem()));
    carla = firm.link(client);
    contact = firm.contact(client, Optional.empty(), true).id();
    colin = firm.linkContact(client, contact, true);
    full = new MemberId(firm.ids.next());
    contributor = new MemberId(firm.ids.next());
    fay = member(full, "Fay");
    cora = member(contributor, "Cora");
    write(
        new ClientPortals(client, List.of(), 0)
            .with(
                new ClientPortals.Portal(
                    new PortalId(firm.ids.next()),
                    "meyer",
                    Map.of(full, PortalRole.FULL_ACCESS, contributor, PortalRole.CONTRIBUTOR)))
            .save());
    folder = firm.folder(client, AccessLevel.VIEW).path();
  }

  Client client(AccountStatus account) {
    return new Client(
        client,
        Client.Kind.CLIENT,
        "Carla Client",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        TestFirm.NOW,
        List.of(team),
        account,
        1);
  }

  private PersonId member(MemberId id, String name) {
    PersonId person = TestFirm.person();
    EmailAddress email = new EmailAddress(name.toLowerCase(Locale.ROOT) + "@home.test");
    List<Write> writes =
        new ArrayList<>(Member.create(firm.id, id, name, email, TestFirm.NOW).create());
    writes.add(Affiliations.put(firm.id, person, new PortalMember(id, name)));
    table.write(writes);
    return person;
  }

  void write(Write... writes) {
    table.write(List.of(writes));
  }

  TasksModule module(Table through) {
    return new TasksModule(new Access(through, firm.clock), through, firm.ids);
  }

  /** A document that is open to the recipients. */
  DocumentPath document(FolderPath in, Recipient... recipients) {
    DocumentPath document = new DocumentPath(in, new DocumentId(firm.ids.next()));
    List<Grant> grants = new ArrayList<>();
    for (Recipient recipient : recipients) {
      grants.add(new Grant(recipient, AccessLevel.VIEW, TestFirm.NOW, Optional.empty()));
    }
    write(
        Write.create(
            Fields.of()
                .with("version", 1)
                .with("name", "Form.pdf")
                .with("createdAt", TestFirm.NOW)
                .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(new Grants(grants)))
                .with(Item.REVISION, 1)
                .at(TableKeys.document(in, document.document()))));
    return document;
  }

  /** Archives a document. */
  void archive(DocumentPath document) {
    Item item = table.require(TableKeys.document(document.folder(), document.document()));
    write(
        Write.delete(item.key()),
        Write.create(
            Fields.of()
                .withAll(item.fields())
                .with(Item.REVISION, 2)
                .at(TableKeys.archivedDocument(document.folder(), document.document()))));
  }

  SharedDocument stored(DocumentPath document) {
    return SharedDocument.fromItem(
        table
            .read(TableKeys.documentKeys(document))
            .newest(TableKeys.documentKeys(document))
            .orElseThrow());
  }

  Folder stored(FolderPath path) {
    return Folder.fromItem(table.require(TableKeys.folder(path)));
  }

  Task stored(TaskPath path) {
    return Task.fromItem(table.require(TaskKeys.task(path)));
  }

  static String attachment(DocumentPath document) {
    return "{\"folderId\": \"%s\", \"documentId\": \"%s\"}"
        .formatted(document.folder().folder(), document.document());
  }

  /** The body of a task for these assignees. */
  static String body(String title, List<String> assignees, String more) {
    return "{\"title\": \"%s\", \"assignees\": [%s]%s}"
        .formatted(
            title,
            String.join(", ", assignees.stream().map(each -> '"' + each + '"').toList()),
            more);
  }

  private Exchange to(String method, PersonId caller, String below) {
    return Exchange.of(method, client + below)
        .as(caller.value())
        .path("firmId", client.firm())
        .path("clientId", client.client());
  }

  private Exchange to(String method, PersonId caller, TaskPath task, String below) {
    return to(method, caller, "/tasks/" + task.task() + below).path("taskId", task.task());
  }

  Exchange.Answer create(Table through, PersonId caller, String json) {
    return to("POST", caller, "/tasks")
        .header("idempotency-key", "k" + Integer.toHexString(json.hashCode()))
        .json(json)
        .send(new CreateTaskHandler(module(through).createTask()));
  }

  /** Assigns a task without documents. */
  TaskPath task(String title, String... assignees) {
    return path(create(table, sharer, body(title, List.of(assignees), "")));
  }

  TaskPath path(Exchange.Answer created) {
    assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
    return new TaskPath(client, new TaskId((String) created.get("taskId")));
  }

  Exchange.Answer get(Table through, PersonId caller, TaskPath path) {
    return to("GET", caller, path, "").send(new GetTaskHandler(module(through).getTask()));
  }

  Exchange.Answer list(Table through, PersonId caller, Map<String, String> query) {
    Exchange exchange = to("GET", caller, "/tasks");
    query.forEach(exchange::query);
    return exchange.send(new ListTasksHandler(module(through).listTasks()));
  }

  Exchange.Answer listOfFirm(Table through, PersonId caller, Map<String, String> query) {
    Exchange exchange =
        Exchange.of("GET", "/v1/firms/" + firm.id + "/tasks")
            .as(caller.value())
            .path("firmId", firm.id);
    query.forEach(exchange::query);
    return exchange.send(new ListFirmTasksHandler(module(through).listFirmTasks()));
  }

  Exchange.Answer update(Table through, PersonId caller, TaskPath path, String json) {
    return to("PATCH", caller, path, "")
        .json(json)
        .send(new UpdateTaskHandler(module(through).updateTask()));
  }

  Exchange.Answer set(Table through, PersonId caller, TaskPath path, String status, String more) {
    return to("PUT", caller, path, "/status")
        .json("{\"status\": \"%s\"%s}".formatted(status, more))
        .send(new SetTaskStatusHandler(module(through).setTaskStatus()));
  }

  Exchange.Answer comment(Table through, PersonId caller, TaskPath path, String text) {
    return to("POST", caller, path, "/comments")
        .header("idempotency-key", "k" + Integer.toHexString(text.hashCode()))
        .json("{\"text\": \"%s\"}".formatted(text))
        .send(new AddCommentHandler(module(through).addComment()));
  }

  Exchange.Answer comments(Table through, PersonId caller, TaskPath path) {
    return to("GET", caller, path, "/comments")
        .send(new ListCommentsHandler(module(through).listComments()));
  }

  <E extends EventData> List<E> events(Class<E> type) {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .map(Event::data)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Exchange.Answer answer, String name) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return (List<Map<String, Object>>) answer.get(name);
  }

  static List<Object> titles(Exchange.Answer answer) {
    return list(answer, "items").stream().map(task -> task.get("title")).toList();
  }
}
