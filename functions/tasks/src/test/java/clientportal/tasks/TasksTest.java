package clientportal.tasks;

import static clientportal.tasks.TestTasks.attachment;
import static clientportal.tasks.TestTasks.body;
import static clientportal.tasks.TestTasks.list;
import static clientportal.tasks.TestTasks.titles;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.TaskAssigned;
import clientportal.access.events.EventData.TaskChanged;
import clientportal.access.events.EventData.TaskCommented;
import clientportal.access.events.EventData.TaskDone;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.TaskStatus;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes of tasks, their documents and comments, and who sees what. */
class TasksTest {
  private final TestTasks tasks = new TestTasks();
  private final Recipient.Contact toColin = new Recipient.Contact(tasks.contact);

  private Exchange.Answer create(PersonId caller, String json) {
    return tasks.create(tasks.table, caller, json);
  }

  private Exchange.Answer refused(String json) {
    Map<Key, Item> before = tasks.firm.table.everything();
    Exchange.Answer answer = create(tasks.sharer, json);
    assertThat(tasks.firm.table.everything()).isEqualTo(before);
    return answer;
  }

  private static String attachments(DocumentPath... documents) {
    return ", \"attachments\": [%s]"
        .formatted(
            String.join(", ", List.of(documents).stream().map(TestTasks::attachment).toList()));
  }

  @Test
  void aTask_isCreatedOpen_andNotifiesItsAssignees() {
    Exchange.Answer created =
        create(
            tasks.sharer,
            body(
                "Sign the forms",
                List.of("client", tasks.contact.value(), "member:" + tasks.contributor),
                ", \"description\": \"Both.\\nPlease.\", \"dueOn\": \"2026-03-14\""));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.get("status")).isEqualTo("open");
    assertThat(created.get("shared")).isEqualTo(List.of());
    assertThat(created.get("createdBy", "name")).isEqualTo("Ada Staff");
    TaskPath path = tasks.path(created);
    assertThat(created.headers().get("location")).isEqualTo(path.toString());
    assertThat(tasks.stored(path).status()).isEqualTo(TaskStatus.OPEN);
    assertThat(tasks.events(TaskAssigned.class))
        .containsExactly(
            new TaskAssigned(
                tasks.stored(path).named(),
                List.of(Recipient.CLIENT, toColin, new Recipient.Member(tasks.contributor)),
                List.of()));
    for (PersonId reader : List.of(tasks.carla, tasks.colin, tasks.cora, tasks.fay)) {
      assertThat(titles(tasks.list(tasks.table, reader, Map.of())))
          .containsExactly("Sign the forms");
      assertThat(tasks.get(tasks.table, reader, path).get("assigned"))
          .isEqualTo(!reader.equals(tasks.fay));
    }
  }

  @Test
  void aRepeatedRequest_hasTheResultOfTheFirst() {
    DocumentPath form = tasks.document(tasks.folder);
    String json = body("Sign", List.of("client"), attachments(form));
    Exchange.Answer first = create(tasks.sharer, json);
    Map<Key, Item> before = tasks.firm.table.everything();

    assertThat(create(tasks.sharer, json).body()).isEqualTo(first.body());
    assertThat(tasks.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void documents_areSharedWithTheAssignees_whoDoNotReadThemAlready_andNotifyNobody() {
    FolderPath open = tasks.firm.folder(tasks.client, AccessLevel.VIEW, Recipient.CLIENT).path();
    DocumentPath form = tasks.document(tasks.folder);
    DocumentPath colins = tasks.document(tasks.folder, toColin);
    DocumentPath inOpen = tasks.document(open);
    DocumentPath ofAll = tasks.document(tasks.folder, Recipient.ALL_AUTHORIZED);

    Exchange.Answer created =
        create(
            tasks.sharer,
            body(
                "Sign",
                List.of("client", tasks.contact.value()),
                attachments(form, colins, inOpen, ofAll)));

    assertThat(created.get("shared"))
        .isEqualTo(
            List.of(form.document().value(), colins.document().value(), inOpen.document().value()));
    assertThat(tasks.stored(form).grants().all()).hasSize(2);
    assertThat(tasks.stored(colins).grants().to(Recipient.CLIENT)).isPresent();
    assertThat(tasks.stored(inOpen).grants().to(Recipient.CLIENT)).isEmpty();
    assertThat(tasks.stored(inOpen).grants().to(toColin)).isPresent();
    assertThat(tasks.stored(ofAll).revision()).isEqualTo(1);
    assertThat(tasks.events(DocumentShared.class))
        .hasSize(3)
        .allSatisfy(shared -> assertThat(shared.audience()).isEmpty());
    assertThat(tasks.events(DocumentShared.class))
        .filteredOn(shared -> shared.recipients().published())
        .extracting(shared -> shared.document().id())
        .containsExactly(form.document());
    assertThat(list(tasks.get(tasks.table, tasks.colin, tasks.path(created)), "attachments"))
        .hasSize(4)
        .allSatisfy(each -> assertThat(each).containsEntry("name", "Form.pdf"));
  }

  @Test
  void aReader_seesTheDocumentsThatAreStillOpenToThem() {
    DocumentPath form = tasks.document(tasks.folder);
    TaskPath path =
        tasks.path(create(tasks.sharer, body("Sign", List.of("client"), attachments(form))));

    assertThat(list(tasks.get(tasks.table, tasks.carla, path), "attachments")).hasSize(1);
    tasks.firm.policy(SharePolicy.Mode.ONLY);
    assertThat(list(tasks.get(tasks.table, tasks.carla, path), "attachments")).isEmpty();
    assertThat(list(tasks.get(tasks.table, tasks.staff, path), "attachments")).hasSize(1);
  }

  @Test
  void whatCannotBeAssignedOrShared_isRefused_andNothingChanges() {
    DocumentPath form = tasks.document(tasks.folder);
    DocumentPath archived = tasks.document(tasks.folder);
    tasks.archive(archived);
    DocumentPath elsewhere =
        new DocumentPath(tasks.firm.folder(tasks.client, AccessLevel.VIEW).path(), form.document());
    String nobody = tasks.firm.ids.next();
    String other = tasks.firm.contact(tasks.client, Optional.of("o@home.test"), false).id().value();

    for (String party : List.of(nobody, "member:" + nobody)) {
      Exchange.Answer answer = refused(body("Sign", List.of("client", party), ""));
      assertThat(answer.problem()).isEqualTo("unknown-reference");
      assertThat(answer.get("errors").toString()).contains("/assignees/1");
    }
    assertThat(refused(body("Sign", List.of(other), "")).problem())
        .isEqualTo("recipient-not-permitted");
    for (DocumentPath unknown : List.of(elsewhere)) {
      Exchange.Answer answer =
          refused(
              body(
                  "Sign",
                  List.of("client"),
                  attachments(form, unknown).replace(attachment(form) + ", ", "")));
      assertThat(answer.problem()).isEqualTo("unknown-reference");
      assertThat(answer.get("errors").toString()).contains("/attachments/0");
    }
    assertThat(refused(body("Sign", List.of("client"), attachments(archived))).problem())
        .isEqualTo("archived");
    assertThat(
            refused(body("Sign", List.of("client"), ", \"engagementId\": \"" + nobody + "\""))
                .problem())
        .isEqualTo("unknown-reference");
    tasks.write(Write.put(tasks.client(AccountStatus.NONE).toItem()));
    assertThat(refused(body("Sign", List.of("client"), "")).problem())
        .isEqualTo("account-required");
    tasks.write(Write.put(tasks.client(AccountStatus.ACTIVE).toItem()));
    tasks.firm.policy(SharePolicy.Mode.ONLY);
    assertThat(refused(body("Sign", List.of("client"), attachments(form))).problem())
        .isEqualTo("not-shareable");
  }

  @Test
  void aBodyWithFaults_isRefused_withAPointerToEach() {
    List<String> faulty = new ArrayList<>();
    faulty.add(body("Sign", List.of(), ""));
    faulty.add(body("Sign", List.of("client", "client"), ""));
    faulty.add(body("Sign", List.of("all-authorized"), ""));
    faulty.add(body("", List.of("client"), ""));
    faulty.add(body("Sign", List.of("client"), ", \"dueOn\": \"2026-02-30\""));
    faulty.add(body("Sign", List.of("client"), ", \"attachments\": [{}]"));
    for (String json : faulty) {
      assertThat(refused(json).status()).as(json).isEqualTo(400);
    }
  }

  @Test
  void onlyStaffWithThePermission_createTasks() {
    String json = body("Sign", List.of("client"), "");
    assertThat(create(tasks.staff, json).status()).isEqualTo(403);
    assertThat(create(tasks.carla, json).status()).isEqualTo(403);
    assertThat(create(TestFirm.person(), json).status()).isEqualTo(404);
  }

  @Test
  void aContactWithoutAccount_isInvited() {
    String nora =
        tasks.firm.contact(tasks.client, Optional.of("nora@home.test"), true).id().value();
    create(tasks.sharer, body("Sign", List.of(nora), ""));

    assertThat(tasks.events(TaskAssigned.class).getFirst().invited()).hasSize(1);
  }

  @Test
  void moreAssigneesAndDocuments_areNotifiedAndShared_eachForTheFirstTime() {
    DocumentPath form = tasks.document(tasks.folder);
    DocumentPath more = tasks.document(tasks.folder);
    TaskPath path =
        tasks.path(create(tasks.sharer, body("Sign", List.of("client"), attachments(form))));

    Exchange.Answer changed =
        tasks.update(
            tasks.table,
            tasks.sharer,
            path,
            "{\"assignees\": [\"%s\"], \"attachments\": [%s, %s], \"dueOn\": \"2026-03-14\"}"
                .formatted(tasks.contact, attachment(more), attachment(form)));

    assertThat(changed.status()).as("%s", changed.body()).isEqualTo(200);
    assertThat(changed.get("dueOn")).isEqualTo("2026-03-14");
    assertThat(tasks.stored(form).grants().to(toColin)).isPresent();
    assertThat(tasks.stored(form).grants().to(Recipient.CLIENT)).isPresent();
    assertThat(tasks.stored(more).grants().to(toColin)).isPresent();
    assertThat(tasks.stored(more).grants().to(Recipient.CLIENT)).isEmpty();
    assertThat(tasks.events(TaskChanged.class).getFirst().changed())
        .containsExactly("dueOn", "assignees", "attachments");
    assertThat(tasks.events(TaskAssigned.class))
        .extracting(TaskAssigned::audience)
        .containsExactlyInAnyOrder(List.of(Recipient.CLIENT), List.of(toColin));
    assertThat(tasks.get(tasks.table, tasks.carla, path).status()).isEqualTo(404);
    assertThat(titles(tasks.list(tasks.table, tasks.carla, Map.of()))).isEmpty();
    assertThat(titles(tasks.list(tasks.table, tasks.colin, Map.of()))).containsExactly("Sign");
  }

  @Test
  void whoIsAssignedLater_readsTheDocumentsThatTheTaskHasAlready() {
    DocumentPath form = tasks.document(tasks.folder);
    TaskPath path =
        tasks.path(create(tasks.sharer, body("Sign", List.of("client"), attachments(form))));

    tasks.update(
        tasks.table,
        tasks.sharer,
        path,
        "{\"assignees\": [\"client\", \"member:%s\"]}".formatted(tasks.contributor));

    assertThat(tasks.stored(form).grants().to(new Recipient.Member(tasks.contributor))).isPresent();
  }

  @Test
  void theSameAgain_changesNothing() {
    TaskPath path = tasks.task("Sign", "client");
    Map<Key, Item> before = tasks.firm.table.everything();

    assertThat(
            tasks
                .update(
                    tasks.table,
                    tasks.sharer,
                    path,
                    "{\"title\": \"Sign\", \"description\": null, \"assignees\": [\"client\"]}")
                .status())
        .isEqualTo(200);
    assertThat(tasks.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void anAssignee_marksTheTaskAsDone_withAComment_andTheTeamIsNotified() {
    TaskPath path = tasks.task("Sign", "client");

    Exchange.Answer done =
        tasks.set(tasks.table, tasks.carla, path, "done", ", \"comment\": \"Here it is.\"");

    assertThat(done.status()).as("%s", done.body()).isEqualTo(200);
    assertThat(done.get("status")).isEqualTo("done");
    assertThat(tasks.stored(path).comments()).isEqualTo(1);
    assertThat(tasks.stored(path).ended().orElseThrow().actor().name()).isEqualTo("Carla Client");
    assertThat(tasks.events(TaskDone.class))
        .containsExactly(
            new TaskDone(
                tasks.stored(path).named(), tasks.stored(path).creator(), List.of(tasks.team)));
    assertThat(tasks.events(TaskCommented.class).getFirst().team()).containsExactly(tasks.team);
    assertThat(titles(tasks.list(tasks.table, tasks.carla, Map.of()))).isEmpty();
    assertThat(titles(tasks.list(tasks.table, tasks.carla, Map.of("settled", "true"))))
        .containsExactly("Sign");

    Map<Key, Item> before = tasks.firm.table.everything();
    assertThat(
            tasks
                .set(tasks.table, tasks.carla, path, "done", ", \"comment\": \"Here it is.\"")
                .status())
        .isEqualTo(200);
    assertThat(tasks.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void comments_areListed_andNotifyTheOtherSide() {
    TaskPath path = tasks.task("Sign", "client", tasks.contact.value());

    assertThat(tasks.comment(tasks.table, tasks.carla, path, "Which page?").status())
        .isEqualTo(201);
    assertThat(tasks.comment(tasks.table, tasks.staff, path, "Page 2").status()).isEqualTo(201);

    assertThat(list(tasks.comments(tasks.table, tasks.colin, path), "items"))
        .extracting(comment -> comment.get("text"))
        .containsExactlyInAnyOrder("Which page?", "Page 2");
    List<TaskCommented> events = tasks.events(TaskCommented.class);
    assertThat(events)
        .filteredOn(event -> event.creator().isPresent())
        .singleElement()
        .satisfies(event -> assertThat(event.team()).containsExactly(tasks.team))
        .satisfies(event -> assertThat(event.audience()).isEmpty());
    assertThat(events)
        .filteredOn(event -> event.creator().isEmpty())
        .singleElement()
        .satisfies(event -> assertThat(event.team()).isEmpty())
        .satisfies(
            event -> assertThat(event.audience()).containsExactly(Recipient.CLIENT, toColin));
    assertThat(tasks.comment(tasks.table, tasks.fay, path, "Me too").status()).isEqualTo(403);
    assertThat(tasks.comments(tasks.table, tasks.fay, path).status()).isEqualTo(403);
    assertThat(tasks.comments(tasks.table, tasks.cora, path).status()).isEqualTo(404);
    Exchange.Answer again = tasks.comment(tasks.table, tasks.staff, path, "Page 2");
    assertThat(again.status()).isEqualTo(201);
    assertThat(tasks.stored(path).comments()).isEqualTo(2);
  }

  @Test
  void staff_seeWhoIsReachable_andReadersSeeNoAssignees() {
    TaskPath path = tasks.task("Sign", "client", tasks.contact.value());

    assertThat(list(tasks.get(tasks.table, tasks.staff, path), "assignees"))
        .containsExactly(
            Map.of("recipient", "client", "name", "Carla Client", "reachable", true),
            Map.of(
                "recipient", tasks.contact.value(), "name", "Colin Contact", "reachable", false));
    assertThat(tasks.get(tasks.table, tasks.carla, path).has("assignees")).isFalse();
  }

  @Test
  void theTasksOfAFirm_areListedByDueDate() {
    create(tasks.sharer, body("Later", List.of("client"), ""));
    create(tasks.sharer, body("Second", List.of("client"), ", \"dueOn\": \"2026-03-15\""));
    create(tasks.sharer, body("First", List.of("client"), ", \"dueOn\": \"2026-03-14\""));
    TaskPath done = tasks.task("Done", "client");
    tasks.set(tasks.table, tasks.sharer, done, "done", "");

    assertThat(titles(tasks.listOfFirm(tasks.table, tasks.staff, Map.of())))
        .containsExactly("First", "Second", "Later");
    assertThat(titles(tasks.listOfFirm(tasks.table, tasks.staff, Map.of("status", "done"))))
        .containsExactly("Done");
    assertThat(tasks.listOfFirm(tasks.table, tasks.staff, Map.of("status", "settled")).status())
        .isEqualTo(400);
    assertThat(tasks.listOfFirm(tasks.table, tasks.carla, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void pages_haveEachTaskOnce_newestFirst_ofWhoeverSomebodyIs() {
    Map<String, Object> byId = new TreeMap<>(Comparator.reverseOrder());
    for (int i = 0; i < 5; i++) {
      TaskPath path = tasks.task("Task " + i, "client", "member:" + tasks.contributor);
      byId.put(path.task().value(), "Task " + i);
    }
    for (PersonId person : List.of(tasks.carla, tasks.cora, tasks.fay, tasks.staff)) {
      List<Object> seen = new ArrayList<>();
      Optional<String> cursor = Optional.of("");
      while (cursor.isPresent()) {
        Map<String, String> query =
            cursor.get().isEmpty()
                ? Map.of("limit", "2")
                : Map.of("limit", "2", "cursor", cursor.get());
        Exchange.Answer page = tasks.list(tasks.table, person, query);
        seen.addAll(titles(page));
        cursor =
            page.has("nextCursor")
                ? Optional.of((String) page.get("nextCursor"))
                : Optional.empty();
      }
      assertThat(seen).containsExactlyElementsOf(byId.values());
    }
  }
}
