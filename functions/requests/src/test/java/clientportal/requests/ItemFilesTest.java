package clientportal.requests;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.events.EventData.FileAttached;
import clientportal.access.events.EventData.FileDetached;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.Progress;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of an item: who sees them, what staff keep, attach and detach. */
final class ItemFilesTest {
  private static final String IN_PART =
      ", \"code\": \"incomplete\", \"reason\": \"April is missing.\"";

  private final FileWorld world = new FileWorld();
  private final TestRequests requests = world.requests;
  private final Table table = requests.table;

  private Map<Key, Item> everything() {
    return requests.firm.table.everything();
  }

  private static List<Object> each(Exchange.Answer answer, String member) {
    return TestRequests.members(answer, "items", file -> requireNonNull(file.get(member)));
  }

  private static String keep(DocumentPath... files) {
    return IN_PART
        + ", \"keep\": ["
        + String.join(", ", List.of(files).stream().map(f -> "\"" + f.document() + "\"").toList())
        + "]";
  }

  // ---- listItemFiles ----

  @Test
  void list_showsStaffAndTheAssignee_whatHasArrived_newestFirst() {
    List<DocumentPath> both =
        Stream.of(world.arrived(), world.arrived())
            .sorted(Comparator.comparing((DocumentPath path) -> path.document().value()))
            .toList();
    DocumentPath first = both.getFirst();
    DocumentPath second = both.getLast();

    for (PersonId caller : List.of(requests.staff, requests.carla)) {
      Exchange.Answer answer = world.list(table, caller);
      assertThat(each(answer, "documentId"))
          .containsExactly(second.document().value(), first.document().value());
      assertThat(((List<?>) answer.get("items")).getFirst())
          .isEqualTo(
              Map.of(
                  "documentId",
                  second.document().value(),
                  "folderId",
                  second.folder().folder().value(),
                  "name",
                  "Payslip March.pdf",
                  "size",
                  FileWorld.SIZE,
                  "uploadedBy",
                  Map.of("name", "Carla Client", "as", "client"),
                  "at",
                  "2026-03-01T09:30:00.000Z",
                  "round",
                  1L,
                  "verdict",
                  "none",
                  "late",
                  false,
                  "status",
                  "available"));
    }
  }

  @Test
  void list_ofWhatIsOfOthers_isNotFound() {
    world.arrived();

    for (PersonId caller : List.of(requests.colin, TestFirm.person())) {
      assertThat(world.list(table, caller).problem()).isEqualTo("not-found");
    }
  }

  @Test
  void list_showsTheAssigneeNothingThatIsNotOpenToThem() {
    DocumentPath unshared = world.arrived();
    world.grant(unshared, new Recipient.Contact(requests.contact), Optional.empty());
    assertThat(each(world.list(table, requests.carla), "documentId")).isEmpty();
    assertThat(each(world.list(table, requests.staff), "documentId")).hasSize(1);

    world.grant(unshared, Recipient.CLIENT, Optional.empty());
    assertThat(each(world.list(table, requests.carla), "documentId")).hasSize(1);
    requests.firm.policy(SharePolicy.Mode.ONLY);
    assertThat(each(world.list(table, requests.carla), "documentId")).isEmpty();
  }

  @Test
  void list_saysWhichAreInTheArchive() {
    world.archive(world.arrived());

    assertThat(each(world.list(table, requests.staff), "status")).containsExactly("archived");
  }

  // ---- keep ----

  private Map<Object, Object> verdicts() {
    Exchange.Answer answer = world.list(table, requests.carla);
    Map<Object, Object> verdicts = new HashMap<>();
    List<Object> documents = each(answer, "documentId");
    for (int i = 0; i < documents.size(); i++) {
      verdicts.put(documents.get(i), each(answer, "verdict").get(i));
    }
    return verdicts;
  }

  @Test
  void acceptInPart_keepsWhatIsNamed_andRejectsTheRest() {
    DocumentPath rest = world.arrived();
    DocumentPath kept = world.arrived();

    TestRequests.ok(world.review(table, "accept-in-part", keep(kept)));
    DocumentPath next = world.arrived();

    assertThat(verdicts())
        .isEqualTo(
            Map.of(
                rest.document().value(), "rejected",
                kept.document().value(), "kept",
                next.document().value(), "none"));
    assertThat(world.file(kept)).get().matches(ItemFile::kept);
    assertThat(world.file(rest)).get().matches(file -> !file.kept());
    assertThat(world.stored().state().round()).isEqualTo(2);
    TestRequests.ok(world.review(table, "accept", ""));
    assertThat(verdicts().get(next.document().value())).isEqualTo("accepted");
    assertThat(verdicts().get(rest.document().value())).isEqualTo("rejected");
  }

  @Test
  void acceptInPart_ofAFileThatIsNotOfTheRound_changesNothing() {
    DocumentPath before = world.arrived();
    TestRequests.ok(world.review(table, "reject", IN_PART));
    world.arrived();
    Map<Key, Item> all = everything();

    for (DocumentPath other : List.of(before, world.document(world.uploads))) {
      Exchange.Answer refused = world.review(table, "accept-in-part", keep(other));
      assertThat(refused.problem()).isEqualTo("unknown-reference");
      assertThat(refused.get("errors").toString()).contains("/reviews/0/keep/0");
    }
    assertThat(world.file(before)).get().matches(file -> !file.kept());
    assertThat(world.stored().status()).isEqualTo(ItemStatus.OPEN);
    assertThat(everything()).hasSize(all.size() + 1);
  }

  @Test
  void acceptInPart_withFaults_namesThem() {
    DocumentPath file = world.arrived();

    assertThat(world.review(table, "accept-in-part", keep(file, file)).get("errors").toString())
        .contains("/reviews/0/keep");
    assertThat(world.review(table, "reject", keep(file)).get("errors").toString())
        .contains("/reviews/0/keep");
    assertThat(
            world
                .review(table, "accept-in-part", IN_PART + ", \"keep\": [\"x\"]")
                .get("errors")
                .toString())
        .contains("/reviews/0/keep/0");
    DocumentPath[] many = new DocumentPath[21];
    for (int i = 0; i < many.length; i++) {
      many[i] = new DocumentPath(world.uploads, new DocumentId(requests.firm.ids.next()));
    }
    assertThat(world.review(table, "accept-in-part", keep(many)).get("errors").toString())
        .contains("/reviews/0/keep");
  }

  // ---- attachFile ----

  @Test
  void attach_makesItAFile_openToTheAssignee_andNotifiesNobody() {
    DocumentPath document = world.document(world.uploads);

    Exchange.Answer answer = world.attach(table, requests.sharer, document);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("verdict")).isEqualTo("none");
    assertThat(answer.get("uploadedBy", "as")).isEqualTo("client");
    assertThat(world.filed(document).answers().orElseThrow().item()).isEqualTo(world.item);
    assertThat(world.filed(document).shared().grants().all())
        .containsExactly(
            new Grant(Recipient.CLIENT, AccessLevel.VIEW, TestFirm.NOW, Optional.empty()));
    assertThat(
            requests.firm.table.partition(
                TableKeys.feed(requests.client, FeedName.of(Recipient.CLIENT), false)))
        .hasSize(1);
    assertThat(world.stored().state().isStarted()).isTrue();
    assertThat(requests.stored(world.path).engagement().progress().started()).isEqualTo(1);
    assertThat(requests.events(FileAttached.class))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.item()).isEqualTo(world.item);
          assertThat(event.document().id()).isEqualTo(document.document());
          assertThat(event.openTo()).isEqualTo(Recipient.CLIENT);
        });
    assertThat(each(world.list(table, requests.carla), "documentId"))
        .containsExactly(document.document().value());
  }

  @Test
  void attach_again_changesNothing() {
    DocumentPath document = world.document(world.uploads);
    Exchange.Answer first = world.attach(table, requests.sharer, document);
    Map<Key, Item> before = everything();

    assertThat(world.attach(table, requests.sharer, document).body()).isEqualTo(first.body());
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void attach_ofWhatIsOpenForATime_opensItWithoutAnEnd() {
    DocumentPath document = world.document(world.uploads);
    world.grant(document, Recipient.CLIENT, Optional.of(TestFirm.NOW.plusSeconds(60)));

    TestRequests.ok(world.attach(table, requests.sharer, document));

    assertThat(world.filed(document).shared().grants().all())
        .containsExactly(
            new Grant(Recipient.CLIENT, AccessLevel.VIEW, TestFirm.NOW, Optional.empty()));
  }

  @Test
  void attach_byOthers_orOfWhatIsNotThere_isRefused() {
    DocumentPath document = world.document(world.uploads);
    DocumentPath gone = new DocumentPath(world.uploads, new DocumentId(requests.firm.ids.next()));
    Map<Key, Item> before = everything();

    for (PersonId caller : List.of(requests.staff, requests.carla)) {
      assertThat(world.attach(table, caller, document).problem()).isEqualTo("permission-required");
    }
    assertThat(world.attach(table, requests.colin, document).problem()).isEqualTo("not-found");
    assertThat(world.attach(table, requests.sharer, gone).problem()).isEqualTo("not-found");
    assertThat(world.attach(table, requests.sharer, document, "x").problem())
        .isEqualTo("invalid-request");
    assertThat(
            world
                .attach(table, requests.sharer, document, world.path.engagement().value())
                .problem())
        .isEqualTo("not-found");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void attach_whereItCannotBe_saysWhy() {
    DocumentPath archived = world.document(world.uploads);
    world.archive(archived);
    assertThat(world.attach(table, requests.sharer, archived).problem()).isEqualTo("archived");
    DocumentPath document = world.document(world.uploads);
    requests.firm.policy(SharePolicy.Mode.ONLY);
    assertThat(world.attach(table, requests.sharer, document).problem()).isEqualTo("not-shareable");
    requests.firm.policy(SharePolicy.Mode.ALL);
    DocumentPath answering = world.arrived();
    ItemId another = requests.asked(world.path, "\"name\": \"Letter\"").getFirst();
    assertThat(
            requests
                .to("PUT", requests.sharer, world.path, "/items/" + another + "/files")
                .path("itemId", another)
                .path("documentId", answering.document())
                .json("{\"folderId\": \"%s\"}".formatted(answering.folder().folder()))
                .send(new AttachFileHandler(requests.module(table).attachFile()))
                .problem())
        .isEqualTo("conflict");
    TestRequests.ok(world.review(table, "accept", ""));
    assertThat(world.attach(table, requests.sharer, document).get("state")).isEqualTo("accepted");
  }

  // ---- detachFile ----

  @Test
  void detach_leavesTheDocumentWhereItIs_andTheItemWithoutAStart() {
    DocumentPath first = world.arrived();
    DocumentPath last = world.arrived();

    assertThat(world.detach(table, requests.carla, first).status()).isEqualTo(204);
    assertThat(world.stored().state().isStarted()).isTrue();
    assertThat(world.detach(table, requests.sharer, last).status()).isEqualTo(204);

    assertThat(world.stored().state().isStarted()).isFalse();
    assertThat(requests.stored(world.path).engagement().progress())
        .isEqualTo(Progress.of(requests.stored(world.path).items()));
    for (DocumentPath document : List.of(first, last)) {
      assertThat(world.filed(document).answers()).isEmpty();
      assertThat(world.filed(document).shared().grants().all()).hasSize(1);
    }
    assertThat(requests.events(FileDetached.class)).hasSize(2);
    assertThat(each(world.list(table, requests.carla), "documentId")).isEmpty();
    assertThat(world.detach(table, requests.sharer, last).problem()).isEqualTo("not-found");
  }

  @Test
  void detach_byOthers_isRefused() {
    DocumentPath document = world.document(world.uploads);
    TestRequests.ok(world.attach(table, requests.sharer, document));
    DocumentPath uploaded = world.arrived();
    Map<Key, Item> before = everything();

    assertThat(world.detach(table, requests.staff, uploaded).problem())
        .isEqualTo("permission-required");
    assertThat(world.detach(table, requests.colin, uploaded).problem()).isEqualTo("not-found");
    assertThat(world.detach(table, TestFirm.person(), uploaded).problem()).isEqualTo("not-found");
    assertThat(
            world
                .detach(
                    table,
                    requests.carla,
                    new DocumentPath(world.uploads, new DocumentId(requests.firm.ids.next())))
                .problem())
        .isEqualTo("not-found");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void detach_whereTheItemStands() {
    DocumentPath file = world.arrived();
    TestRequests.ok(
        requests.submit(table, requests.carla, world.path, TestRequests.named(world.item)));
    for (PersonId caller : List.of(requests.carla, requests.sharer)) {
      assertThat(world.detach(table, caller, file).get("state")).isEqualTo("submitted");
    }
    TestRequests.ok(world.review(table, "reject", IN_PART));
    assertThat(world.detach(table, requests.carla, file).get("state")).isEqualTo("open");
    assertThat(world.detach(table, requests.sharer, file).status()).isEqualTo(204);
    DocumentPath second = world.arrived();
    if (!(requests.stored(world.path).cancel() instanceof Outcome.Changed cancelled)) {
      throw new AssertionError("not cancelled");
    }
    table.write(RequestWrites.of(cancelled, TestFirm.NOW));
    assertThat(world.detach(table, requests.sharer, second).get("state")).isEqualTo("cancelled");
  }

  @Test
  void detach_thatEndsAtAnyOfItsCalls_andIsMadeAgain_leavesNoFileWithoutAStart() {
    int points =
        CallSchedule.everywhere(crashes -> {
          FileWorld here = new FileWorld();
          DocumentPath file = here.arrived();
          crashes.run(
              () -> here.detach(crashes.around(here.requests.table), here.requests.sharer, file));

          here.detach(here.requests.table, here.requests.sharer, file);

          assertThat(here.file(file)).isEmpty();
          assertThat(here.stored().state().isStarted()).isFalse();
          assertThat(here.requests.events(FileDetached.class)).hasSize(1);
        });

    assertThat(points).isGreaterThanOrEqualTo(8);
  }
}
