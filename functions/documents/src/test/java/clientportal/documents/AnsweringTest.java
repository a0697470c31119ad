package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.DocumentAdded;
import clientportal.access.events.EventData.DocumentUploaded;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.ItemTemplate;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.ShowIf;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.WholeEngagement;
import clientportal.documents.ConfirmUpload.Outcome;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files for what is asked for in an engagement: who may declare them, and what they become. */
final class AnsweringTest {
  private final AnsweringWorld world = new AnsweringWorld();
  private final TestDocuments documents = world.documents;
  private final ItemId item = world.asked(Recipient.CLIENT);
  private final Recipient.Contact toColin = new Recipient.Contact(world.contact);

  private Map<Key, Item> everything() {
    return world.firm.table.everything();
  }

  private Exchange.Answer declare(PersonId caller, ItemId answered) {
    return world.declare(caller, world.declaration("a.txt", answered));
  }

  private static List<String> pointers(Exchange.Answer answer) {
    return ((List<?>) answer.get("errors"))
        .stream().map(error -> String.valueOf(((Map<?, ?>) error).get("pointer"))).toList();
  }

  private static ItemAction reject() {
    return new ItemAction.Reject(RequestItem.Review.Code.UNREADABLE, "It cannot be read.");
  }

  // ---- requestUpload ----

  @Test
  void declaration_byWhomItIsAskedOf_inAFolderThatIsOpenToNobody() {
    Exchange.Answer answer = declare(world.carla, item);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(documents.firm.table.everything().values())
        .filteredOn(each -> TableKeys.isUpload(each.key()))
        .singleElement()
        .satisfies(each -> {
          Upload upload = Upload.fromItem(each);
          assertThat(upload.answers().orElseThrow().item()).isEqualTo(item);
          assertThat(upload.answers().orElseThrow().round()).isEqualTo(1);
          assertThat(upload.version().uploadedBy().as()).isEqualTo(Actor.As.CLIENT);
          assertThat(upload.toItem()).isEqualTo(each);
        });
    assertThat(world.item(item).state().isStarted()).isFalse();
  }

  @Test
  void declaration_byStaff_takesWebPortal_andIsTheirs() {
    assertThat(declare(world.staff, item).problem()).isEqualTo("permission-required");
    assertThat(declare(world.sharer, item).status()).isEqualTo(201);

    assertThat(documents.firm.table.everything().values())
        .filteredOn(each -> TableKeys.isUpload(each.key()))
        .singleElement()
        .satisfies(each ->
            assertThat(Upload.fromItem(each).version().uploadedBy().as())
                .isEqualTo(Actor.As.STAFF));
  }

  @Test
  void declaration_forWhatIsOfOthers_orNotThere_hasOneAnswer() {
    ItemId ofColin = world.asked(toColin);
    ItemId draft = world.prepared(Recipient.CLIENT);
    Map<Key, Item> before = everything();
    List<Exchange.Answer> refused =
        List.of(
            declare(world.carla, ofColin),
            declare(world.colin, item),
            declare(world.carla, draft),
            declare(world.carla, new ItemId(world.firm.ids.next())),
            declare(TestFirm.person(), item),
            world.declare(
                world.carla,
                world
                    .declaration("a.txt", item)
                    .replace(world.engagement.engagement().value(), world.firm.ids.next())));

    assertThat(refused).extracting(Exchange.Answer::status).containsOnly(404);
    assertThat(refused)
        .extracting(answer -> answer.get("detail"))
        .hasSize(6)
        .containsOnly(refused.getFirst().get("detail"));
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void declaration_inAnotherFolder_isNotFound_forStaffToo() {
    AnsweringWorld other = new AnsweringWorld();
    String json = other.declaration("a.txt", other.asked(Recipient.CLIENT));
    var elsewhere =
        other.firm.folder(other.documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();

    for (PersonId caller : List.of(other.carla, other.sharer)) {
      assertThat(
              other
                  .documents
                  .upload(elsewhere, caller, json)
                  .send(other.documents.requestUpload)
                  .problem())
          .isEqualTo("not-found");
    }
  }

  @Test
  void declaration_withAFault_isToldToWhomItIsAskedOf() {
    String json = world.declaration("a.txt", item).replace("text/plain", "none");

    assertThat(pointers(world.declare(world.carla, json))).containsExactly("/contentType");
    assertThat(world.declare(world.colin, json).problem()).isEqualTo("not-found");
    assertThat(pointers(world.declare(world.sharer, json.replace(item.value(), "x"))))
        .contains("/answers/itemId");
  }

  @Test
  void declaration_ofATypeThatIsNotAsked_saysWhichAre() {
    ItemId images = world.asked(Recipient.CLIENT, "image/*", "application/pdf");

    Exchange.Answer refused = declare(world.carla, images);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo("content-type-not-accepted");
    assertThat(refused.get("accepts")).isEqualTo(List.of("image/*", "application/pdf"));
    for (String type : List.of("image/png", "IMAGE/heic", "application/pdf")) {
      String json = world.declaration("a", images).replace("text/plain", type);
      assertThat(world.declare(world.carla, json).status()).isEqualTo(201);
    }
    String json = world.declaration("a", images).replace("text/plain", "application/pdfx");
    assertThat(world.declare(world.carla, json).status()).isEqualTo(422);
  }

  record State(String name, Consumer<AnsweringWorld> reach, String status) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<State> states() {
    return Stream.of(
        state("open", "201"),
        state("started", "201", new ItemAction.Arrive(1)),
        state("submitted", "201", new ItemAction.Arrive(1), new ItemAction.Submit()),
        state("notApplicable", "not-applicable", new ItemAction.MarkNotApplicable("none")),
        state("accepted", "accepted", new ItemAction.Arrive(1), new ItemAction.Accept()),
        state("rejected", "201", new ItemAction.Arrive(1), reject()),
        state("cancelled", "cancelled", new ItemAction.Cancel()));
  }

  private static State state(String name, String status, ItemAction... actions) {
    return new State(
        name,
        world -> {
          ItemId first = world.whole().items().getFirst().id();
          for (ItemAction action : actions) {
            world.act(first, action);
          }
        },
        status);
  }

  @ParameterizedTest
  @MethodSource("states")
  void declaration_whereTheItemStands(State state) {
    state.reach().accept(world);
    Map<Key, Item> before = everything();
    for (PersonId caller : List.of(world.carla, world.sharer)) {
      Exchange.Answer answer = declare(caller, item);
      if (state.status().equals("201")) {
        assertThat(answer.status()).isEqualTo(201);
      } else {
        assertThat(answer.problem()).isEqualTo("status-conflict");
        assertThat(answer.get("state")).isEqualTo(state.status());
        assertThat(everything()).isEqualTo(before);
      }
    }
  }

  @Test
  void declaration_forADraft_aQuestion_aHiddenItem_orInAnEndedEngagement_isRefused() {
    ItemId draft = world.prepared(Recipient.CLIENT);
    ItemId question = world.prepared(Recipient.CLIENT, ItemTemplate.Kind.YES_NO, Optional.empty());
    world.act(question, new ItemAction.Ask());
    ItemId hidden =
        world.prepared(
            Recipient.CLIENT, ItemTemplate.Kind.DOCUMENT, Optional.of(new ShowIf(question, "yes")));
    world.act(hidden, new ItemAction.Ask());

    assertThat(declare(world.sharer, draft).problem()).isEqualTo("status-conflict");
    assertThat(declare(world.carla, question).problem()).isEqualTo("status-conflict");
    assertThat(declare(world.sharer, hidden).problem()).isEqualTo("status-conflict");
    assertThat(declare(world.carla, hidden).problem()).isEqualTo("not-found");
    world.change(WholeEngagement::cancel);
    assertThat(declare(world.carla, item).get("state")).isEqualTo("cancelled");
  }

  @Test
  void declaration_again_hasTheResultOfTheFirst() {
    String json = world.declaration("a.txt", item);
    Exchange first =
        documents.upload(world.folder, world.carla, json).header("idempotency-key", "k");
    Object document = first.send(documents.requestUpload).get("documentId");
    world.act(item, new ItemAction.Cancel());

    assertThat(
            documents
                .upload(world.folder, world.carla, json)
                .header("idempotency-key", "k")
                .send(documents.requestUpload)
                .get("documentId"))
        .isEqualTo(document);
  }

  @Test
  void version_answersNothing() {
    DocumentPath path = world.uploaded(world.carla, item);
    String json =
        TestDocuments.declaration("b.txt", "text/plain", AnsweringWorld.BYTES)
            .replace(
                "}", AnsweringWorld.answers(new EngagementId(world.firm.ids.next()), item) + "}");

    assertThat(pointers(documents.version(path, world.sharer, json).send(documents.requestVersion)))
        .containsExactly("/answers");
  }

  // ---- Until it arrives ----

  @Test
  void pending_isReachedByItsUploader_throughTheItem() {
    DocumentPath path = world.stored(world.carla, item);

    assertThat(documents.get(path, world.carla).get("status")).isEqualTo("pending");
    assertThat(documents.get(path, world.carla).get("answers", "itemId")).isEqualTo(item.value());
    assertThat(documents.resume(path, world.carla, 1).status()).isEqualTo(200);
    assertThat(documents.complete(path, world.carla).status()).isEqualTo(202);
    for (PersonId other : List.of(world.colin, TestFirm.person())) {
      assertThat(documents.get(path, other).status()).isEqualTo(404);
      assertThat(documents.resume(path, other, 1).status()).isEqualTo(404);
    }
    assertThat(
            documents
                .to("DELETE", path, world.carla)
                .query("version", "1")
                .send(documents.cancelUpload)
                .status())
        .isEqualTo(204);
    assertThat(documents.confirm(path)).isEqualTo(Outcome.NOT_DECLARED);
    assertThat(world.files()).isEmpty();
    assertThat(world.item(item).state().isStarted()).isFalse();
  }

  @Test
  void pending_ofWhatIsHiddenMeanwhile_isReachedByItsUploader() {
    ItemId question = world.prepared(Recipient.CLIENT, ItemTemplate.Kind.YES_NO, Optional.empty());
    world.act(question, new ItemAction.Ask());
    ItemId deeds =
        world.prepared(
            Recipient.CLIENT, ItemTemplate.Kind.DOCUMENT, Optional.of(new ShowIf(question, "yes")));
    world.act(deeds, new ItemAction.Ask());
    world.act(question, new ItemAction.Answer(Optional.of("yes")));
    DocumentPath path = world.stored(world.carla, deeds);
    world.act(question, new ItemAction.Answer(Optional.of("no")));

    assertThat(documents.get(path, world.carla).get("status")).isEqualTo("pending");
    assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE);
    assertThat(world.files(deeds)).singleElement().matches(ItemFile::late);
    assertThat(world.item(deeds).state().isStarted()).isFalse();
  }

  // ---- Its arrival ----

  @Test
  void arrival_makesADocument_openToWhomItIsAskedOf_andAFileOfTheItem() {
    DocumentPath path = world.stored(world.carla, item);

    assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE);

    Document document = world.document(path);
    assertThat(document.grants().all())
        .containsExactly(
            new Grant(Recipient.CLIENT, AccessLevel.VIEW, TestFirm.NOW, Optional.empty()));
    assertThat(document.toItem()).isEqualTo(world.table.require(Document.key(path)));
    assertThat(
            world.firm.table.partition(
                TableKeys.feed(path.client(), FeedName.of(Recipient.CLIENT), false)))
        .singleElement()
        .satisfies(row ->
            assertThat(FeedRow.fromItem(path.client(), FeedName.of(Recipient.CLIENT), row).path())
                .isEqualTo(path));
    assertThat(world.files(item))
        .singleElement()
        .satisfies(file -> {
          assertThat(file.document()).isEqualTo(path);
          assertThat(file.round()).isEqualTo(1);
          assertThat(file.late()).isFalse();
          assertThat(file.by().actor().as()).isEqualTo(Actor.As.CLIENT);
          assertThat(file.verdict(world.item(item))).isEqualTo(ItemFile.Verdict.NONE);
        });
    assertThat(world.item(item).state().startedAt()).contains(TestFirm.NOW);
    assertThat(world.whole().engagement().progress().started()).isEqualTo(1);
    assertThat(documents.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.audience()).containsExactly(documents.teamMember.value());
          assertThat(((DocumentUploaded) event.data()).answers().orElseThrow())
              .satisfies(answers -> {
                assertThat(answers.engagement()).isEqualTo(world.engagement.engagement());
                assertThat(answers.item()).isEqualTo(item);
                assertThat(answers.late()).isFalse();
                assertThat(answers.openTo()).isEqualTo(Recipient.CLIENT);
              });
        });
  }

  @Test
  void arrival_isReadByStaffAndWhomItIsAskedOf_andNobodyElse() {
    ItemId ofColin = world.asked(toColin);
    DocumentPath path = world.uploaded(world.colin, ofColin);

    assertThat(documents.get(path, world.colin).get("answers", "engagementId"))
        .isEqualTo(world.engagement.engagement().value());
    assertThat(documents.get(path, world.staff).get("answers", "itemId"))
        .isEqualTo(ofColin.value());
    assertThat(documents.download(path, world.colin).status()).isEqualTo(200);
    for (PersonId other : List.of(world.carla, TestFirm.person())) {
      assertThat(documents.get(path, other).status()).isEqualTo(404);
      assertThat(documents.download(path, other).status()).isEqualTo(404);
    }
  }

  @Test
  void arrival_ofWhatStaffUploadedOnTheirBehalf_isAnnouncedToThem() {
    DocumentPath path = world.uploaded(world.sharer, item);

    assertThat(documents.get(path, world.carla).get("status")).isEqualTo("available");
    assertThat(documents.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.data()).isInstanceOf(DocumentAdded.class);
          assertThat(event.audience()).containsExactly("client");
        });
  }

  @Test
  void arrival_ofSeveral_writesTheItemOnce() {
    List<DocumentPath> paths =
        Stream.generate(() -> world.stored(world.carla, item)).limit(3).toList();
    long revision = world.item(item).revision();

    paths.forEach(path -> assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE));
    paths.forEach(path -> assertThat(documents.confirm(path)).isEqualTo(Outcome.SETTLED_BEFORE));

    assertThat(world.item(item).revision()).isEqualTo(revision + 1);
    assertThat(world.files(item)).hasSize(3).noneMatch(ItemFile::late);
    assertThat(world.whole().engagement().progress().started()).isEqualTo(1);
    assertThat(documents.events()).hasSize(3);
  }

  record MovedOn(String name, Consumer<AnsweringWorld> how) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<MovedOn> movedOn() {
    return Stream.of(
        new MovedOn("accepted", world -> act(world, new ItemAction.Accept())),
        new MovedOn("cancelled", world -> act(world, new ItemAction.Cancel())),
        new MovedOn("next round", world -> act(world, reject())),
        new MovedOn("completed", world -> world.change(whole -> whole.complete(true))),
        new MovedOn("cancelled with it", world -> world.change(WholeEngagement::cancel)));
  }

  private static void act(AnsweringWorld world, ItemAction action) {
    world.act(world.whole().items().getFirst().id(), action);
  }

  @ParameterizedTest
  @MethodSource("movedOn")
  void arrival_whenTheItemHasMovedOn_isLate_andLeavesItAsItIs(MovedOn moved) {
    DocumentPath path = world.stored(world.carla, item);
    world.uploaded(world.carla, item);
    moved.how().accept(world);
    RequestItem before = world.item(item);

    assertThat(documents.confirm(path)).isEqualTo(Outcome.AVAILABLE);

    assertThat(world.item(item)).isEqualTo(before);
    assertThat(world.files(item))
        .filteredOn(file -> file.document().equals(path))
        .singleElement()
        .satisfies(file -> {
          assertThat(file.late()).isTrue();
          assertThat(file.round()).isEqualTo(1);
          assertThat(file.verdict(before)).isEqualTo(ItemFile.Verdict.NONE);
        });
    assertThat(documents.get(path, world.carla).get("status")).isEqualTo("available");
    assertThat(documents.events())
        .filteredOn(event ->
            event.data() instanceof DocumentUploaded uploaded
                && uploaded.document().id().equals(path.document()))
        .singleElement()
        .satisfies(
            event -> assertThat(event.audience()).containsExactly(documents.teamMember.value()));
  }

  @Test
  void arrival_inTheNextRound_startsItAnew() {
    world.uploaded(world.carla, item);
    world.act(item, reject());
    assertThat(world.whole().engagement().progress().started()).isZero();

    world.uploaded(world.carla, item);

    assertThat(world.item(item).state().isStarted()).isTrue();
    assertThat(world.whole().engagement().progress().started()).isEqualTo(1);
    assertThat(world.files(item)).extracting(ItemFile::round).containsExactlyInAnyOrder(1, 2);
    RequestItem now = world.item(item);
    assertThat(world.files(item).stream().filter(file -> file.round() == 1))
        .allMatch(file -> file.verdict(now) == ItemFile.Verdict.REJECTED);
  }

  @Test
  void arrival_ofWhoseItemItIsNoLonger_isRejected() {
    DocumentPath path = world.stored(world.sharer, item);
    documents.write(Write.delete(TableKeys.affiliation(world.firm.id, world.sharer)));

    assertThat(documents.confirm(path)).isEqualTo(Outcome.REJECTED);

    assertThat(world.files()).isEmpty();
    assertThat(world.item(item).state().isStarted()).isFalse();
  }

  @Test
  void rejected_isSeenAndDismissedByItsUploader() {
    String json = world.declaration("a.pdf", item).replace("text/plain", "application/pdf");
    DocumentPath path =
        new DocumentPath(
            world.folder,
            new DocumentId((String) world.declare(world.carla, json).get("documentId")));
    documents.store(path, "application/pdf", AnsweringWorld.BYTES);

    assertThat(documents.confirm(path)).isEqualTo(Outcome.REJECTED);

    assertThat(documents.get(path, world.carla).get("status")).isEqualTo("rejected");
    assertThat(world.files()).isEmpty();
    assertThat(world.item(item).status()).isEqualTo(ItemStatus.OPEN);
    assertThat(world.item(item).state().isStarted()).isFalse();
    assertThat(
            documents
                .to("DELETE", path, world.carla)
                .query("version", "1")
                .send(documents.dismissUpload)
                .status())
        .isEqualTo(204);
    assertThat(documents.get(path, world.carla).status()).isEqualTo(404);
  }

  @Test
  void sweep_settlesWhoseEventWasLost_asTheEventWould() {
    DocumentPath path = world.stored(world.carla, item);

    documents.sweep(Duration.ofHours(1));

    assertThat(documents.confirm(path)).isEqualTo(Outcome.SETTLED_BEFORE);
    assertThat(world.files(item)).hasSize(1);
    assertThat(world.item(item).state().isStarted()).isTrue();
  }

  @Test
  void version_ofAFile_keepsWhatItAnswers() {
    DocumentPath path = world.uploaded(world.carla, item);
    assertThat(
            documents
                .version(
                    path,
                    world.carla,
                    TestDocuments.declaration("b.txt", "text/plain", AnsweringWorld.BYTES))
                .send(documents.requestVersion)
                .problem())
        .isEqualTo("permission-required");
    int version = documents.declareVersion(path, world.sharer, AnsweringWorld.BYTES);
    documents.store(path, version, "text/plain", AnsweringWorld.BYTES);
    world.act(item, new ItemAction.Accept());

    assertThat(documents.confirm(path, version)).isEqualTo(Outcome.AVAILABLE);

    assertThat(world.document(path).answers().orElseThrow().item()).isEqualTo(item);
    assertThat(world.files(item)).hasSize(1).noneMatch(ItemFile::late);
    assertThat(world.files(item).getFirst().verdict(world.item(item)))
        .isEqualTo(ItemFile.Verdict.ACCEPTED);
  }
}
