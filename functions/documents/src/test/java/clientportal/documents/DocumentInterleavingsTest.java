package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Folder;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import clientportal.uploads.Completion;
import clientportal.uploads.PartSizes;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Every use case of the module on a document that moves meanwhile, from its declaration over each
 * version to the archive and back: it answers as before the move or as after it.
 */
final class DocumentInterleavingsTest {
  private static final byte[] FIRST = TestDocuments.ascii("first");
  private static final byte[] SECOND = TestDocuments.ascii("second, which is longer");

  /** The use cases that name a version, by default the first. */
  private static final Set<String> OF_A_VERSION =
      Set.of(
          "RequestVersionDownload",
          "ResumeUpload",
          "CompleteUpload",
          "CancelUpload",
          "DismissUpload");

  /** A document that is uploaded in two parts, which are at a key of their own. */
  private static final String LARGE = TestDocuments.largeDeclaration(TestDocuments.large());

  /** A document of a reader's folder, in a state to begin with. */
  private static final class World {
    final TestDocuments documents = new TestDocuments();
    final TestFirm firm = documents.firm;
    final PersonId staff = firm.staff(Role.STAFF, true);
    final PersonId reader = firm.link(documents.client);
    final Folder folder = firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT);
    final FolderPath folderPath = folder.path();
    final DocumentPath path;
    PersonId caller = staff;
    String version = "1";

    private final String declaration;

    /** Declares the document. */
    World(String json) {
      declaration = json;
      String id = (String) declare(firm.table, reader).get("documentId");
      path = new DocumentPath(folderPath, new DocumentId(id));
    }

    /** Returns the id of the firm's only document type. */
    String type() {
      return firm.documentTypes("Invoice").getFirst().value();
    }

    /** Declares the first version, as the same request does when it is repeated. */
    Exchange.Answer declare(Table table, PersonId person) {
      return documents
          .upload(folderPath, person, declaration)
          .header("idempotency-key", "first")
          .send(
              new RequestUploadHandler(
                  new RequestUpload(access(table), table, declarations(table), firm.ids)));
    }

    /** Declares the document, and stores its bytes. */
    static World stored(String contentType) {
      World world = new World(TestDocuments.declaration("a.txt", contentType, FIRST));
      world.documents.store(world.path, contentType, FIRST);
      return world;
    }

    World arrive() {
      documents.confirm(path);
      return this;
    }

    World declareSecond() {
      String json = TestDocuments.declaration("a.txt", "text/plain", SECOND);
      documents.version(path, reader, json).send(documents.requestVersion);
      documents.store(path, 2, "text/plain", SECOND);
      return this;
    }

    World by(PersonId other, String number) {
      caller = other;
      version = number;
      return this;
    }

    void arriveSecond() {
      documents.confirm(path, 2);
    }

    /** Verifies the bytes of a version, whose malware scan is awaited from then on. */
    World verify(int version) {
      documents.scanningConfirmUpload.handle(TestDocuments.created(path, version));
      return this;
    }

    void cancel(int version) {
      documents
          .to("DELETE", path, reader)
          .query("version", String.valueOf(version))
          .send(documents.cancelUpload);
    }

    void dismiss() {
      documents.to("POST", path, reader).query("version", "1").send(documents.dismissUpload);
    }

    /** Archives the document as its uploader, who may until somebody of the firm has opened it. */
    void withdraw() {
      documents.to("DELETE", path, reader).send(documents.archiveDocument);
    }

    void open() {
      documents.download(path, staff);
    }

    World archive() {
      return change("{\"archived\": true}");
    }

    World restore() {
      return change("{\"archived\": false}");
    }

    World change(String json) {
      update(firm.table, staff, json);
      return this;
    }

    Exchange.Answer update(Table table, PersonId person, String json) {
      return documents
          .to("PATCH", path, person)
          .json(json)
          .send(new UpdateDocumentHandler(new UpdateDocument(access(table), table, firm.ids)));
    }

    Access access(Table table) {
      return new Access(table, firm.clock);
    }

    ConfirmUpload confirmUpload(Table table) {
      return new ConfirmUpload(
          table, documents.files, TestDocuments.BUCKET, false, firm.ids, firm.clock);
    }

    Declarations declarations(Table table) {
      return new Declarations(
          table,
          documents.transfers,
          new PartSizes(TestDocuments.SINGLE_PUT_LIMIT, PartSizes.LARGEST_FILE));
    }

    String send(String method, RequestStreamHandler handler, String... version) {
      Exchange exchange = documents.to(method, path, caller);
      for (String each : version) {
        exchange.path("version", each).query("version", each);
      }
      return answer(exchange.send(handler));
    }

    String list(RequestStreamHandler handler, String archived) {
      Exchange exchange = documents.to("GET", folderPath + "/list", folderPath, caller);
      return answer(
          (archived.isEmpty() ? exchange : exchange.query("archived", archived)).send(handler));
    }

    String declareAgain(Table table) {
      byte[] bytes = TestDocuments.ascii("third");
      String json = TestDocuments.declaration("b.txt", "text/plain", bytes);
      return answer(
          documents
              .version(path, caller, json)
              .header("idempotency-key", "k")
              .send(
                  new RequestVersionHandler(
                      new RequestVersion(access(table), table, declarations(table)))));
    }

    String upload(Table table) {
      byte[] bytes = TestDocuments.ascii("another");
      return answer(
          documents
              .upload(folderPath, caller, TestDocuments.declaration("c.txt", "text/plain", bytes))
              .header("idempotency-key", "k")
              .send(
                  new RequestUploadHandler(
                      new RequestUpload(access(table), table, declarations(table), firm.ids))));
    }

    Downloads downloads(Table table) {
      return new Downloads(table, firm.ids);
    }

    void sweep(Table table) {
      Clock later = Clock.offset(firm.clock, Duration.ofHours(1));
      new SweepUploads(table, confirmUpload(table), documents.files, documents.parts, later)
          .handle(() -> true)
          .all()
          .requireSuccess("uploads");
    }

    /** No version of the document is at two of its places, or at none. */
    void assertEachVersionIsSomewhere() {
      List<Integer> numbers =
          firm.table.partition(TableKeys.documents(folderPath)).stream()
              .filter(item -> item.key().sk().contains("#" + path.document()))
              .filter(item -> !item.key().sk().matches("(PARTS|OPENED)#.*"))
              .map(item ->
                  item.key().sk().startsWith("DISCARDED#")
                      ? TableKeys.versionOf(item.key())
                      : Version.fromFields(item.fields()).number())
              .toList();
      assertThat(numbers).doesNotHaveDuplicates().contains(1);
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  /** By the name of the use case. */
  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, String>> all = new TreeMap<>();
    all.put(
        "GetDocument",
        (world, table) ->
            world.send("GET", new GetDocumentHandler(new GetDocument(world.access(table)))));
    all.put(
        "GetUploadLimits",
        (world, table) ->
            world.send(
                "GET",
                new GetUploadLimitsHandler(
                    new GetUploadLimits(
                        table,
                        new PartSizes(TestDocuments.SINGLE_PUT_LIMIT, PartSizes.LARGEST_FILE)))));
    all.put(
        "RequestDownload",
        (world, table) ->
            world.send(
                "POST",
                new RequestDownloadHandler(
                    new RequestDownload(
                        world.access(table), world.downloads(table), world.documents.urls))));
    all.put(
        "RequestVersionDownload",
        (world, table) ->
            world.send(
                "POST",
                new RequestVersionDownloadHandler(
                    new RequestVersionDownload(
                        world.access(table), world.downloads(table), world.documents.urls)),
                world.version));
    all.put(
        "ListVersions",
        (world, table) ->
            world.send(
                "GET", new ListVersionsHandler(new ListVersions(world.access(table), table))));
    all.put(
        "ListDocuments",
        (world, table) ->
            world.list(
                new ListDocumentsHandler(new ListDocuments(world.access(table), table)), "false"));
    all.put(
        "ListUploads",
        (world, table) ->
            world.list(new ListUploadsHandler(new ListUploads(world.access(table), table)), ""));
    all.put(
        "ResumeUpload",
        (world, table) ->
            world.send(
                "POST",
                new ResumeUploadHandler(
                    new ResumeUpload(world.access(table), table, world.documents.transfers)),
                world.version));
    all.put(
        "CompleteUpload",
        (world, table) ->
            world.send(
                "POST",
                new CompleteUploadHandler(
                    new CompleteUpload(
                        world.access(table),
                        new Completion(world.documents.parts, world.documents.files))),
                world.version));
    all.put(
        "UpdateDocument",
        (world, table) -> World.answer(world.update(table, world.caller, "{\"name\": \"z.txt\"}")));
    all.put(
        "ArchiveDocument",
        (world, table) ->
            world.send(
                "DELETE",
                new ArchiveDocumentHandler(
                    new ArchiveDocument(world.access(table), table, world.firm.ids))));
    all.put(
        "CancelUpload",
        (world, table) ->
            world.send(
                "DELETE",
                new CancelUploadHandler(new CancelUpload(world.access(table), table)),
                world.version));
    all.put(
        "DismissUpload",
        (world, table) ->
            world.send(
                "POST",
                new DismissUploadHandler(new DismissUpload(world.access(table), table)),
                world.version));
    all.put("RequestVersion", World::declareAgain);
    all.put("RequestUpload", World::upload);
    all.put(
        "RequestUpload, repeated",
        (world, table) -> World.answer(world.declare(table, world.caller)));
    all.put(
        "ConfirmUpload",
        (world, table) ->
            List.of(1, 2).stream()
                .map(version ->
                    world
                        .confirmUpload(table)
                        .handle(TestDocuments.created(world.path, version))
                        .text())
                .toList()
                .toString());
    return all;
  }

  private static void check(Supplier<World> world, List<Consumer<World>> others) {
    int ways = 0;
    for (boolean byStaff : List.of(true, false)) {
      ways += check(world, others, by(byStaff, "1"), useCases().keySet());
      ways += check(world, others, by(byStaff, "2"), OF_A_VERSION);
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  private static UnaryOperator<World> by(boolean staff, String version) {
    return here -> here.by(staff ? here.staff : here.reader, version);
  }

  private static int check(
      Supplier<World> world,
      List<Consumer<World>> others,
      UnaryOperator<World> call,
      Set<String> names) {
    Interleavings<World> interleavings =
        new Interleavings<>(() -> call.apply(world.get()), here -> here.firm.table, others);
    int ways = interleavings.checkJob(World::sweep, World::assertEachVersionIsSomewhere);
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      if (names.contains(each.getKey())) {
        ways += interleavings.check(each.getKey(), each.getValue());
      }
    }
    return ways;
  }

  private static World pending() {
    return World.stored("text/plain");
  }

  private static World available() {
    return pending().arrive();
  }

  @Test
  void allUseCasesAreHere() {
    Set<String> all = new TreeSet<>();
    useCases().keySet().forEach(name -> all.add(name.replaceFirst(",.*", "")));
    all.add("SweepUploads");
    assertThat(all).isEqualTo(UseCases.of(GetDocumentHandler.class));
  }

  @Test
  void whileTheFirstVersionArrives() {
    check(DocumentInterleavingsTest::pending, List.of(World::arrive));
  }

  @Test
  void whileTheFirstVersionIsScanned() {
    check(DocumentInterleavingsTest::pending, List.of(world -> world.verify(1)));
    check(() -> pending().verify(1), List.of(World::arrive));
    check(() -> available().declareSecond().verify(2), List.of(World::arriveSecond));
  }

  @Test
  void whileTheFirstVersionIsRejectedAndDismissed() {
    check(() -> World.stored("application/pdf"), List.of(World::arrive));
    check(() -> World.stored("application/pdf").arrive(), List.of(World::dismiss));
  }

  @Test
  void whileAnUploadIsCancelled() {
    check(DocumentInterleavingsTest::pending, List.of(world -> world.cancel(1)));
    check(() -> available().declareSecond(), List.of(world -> world.cancel(2)));
    check(() -> new World(LARGE), List.of(world -> world.cancel(1)));
  }

  @Test
  void whileADocumentIsOpenedOrWithdrawn() {
    check(DocumentInterleavingsTest::available, List.of(World::open));
    check(DocumentInterleavingsTest::available, List.of(World::withdraw));
  }

  @Test
  void whileANewVersionIsDeclaredAndArrives() {
    check(DocumentInterleavingsTest::available, List.of(World::declareSecond));
    check(() -> available().declareSecond(), List.of(World::arriveSecond));
  }

  @Test
  void whileADocumentIsArchivedAndRestored() {
    check(DocumentInterleavingsTest::available, List.of(World::archive));
    check(() -> available().archive(), List.of(World::restore));
    check(() -> available().declareSecond(), List.of(World::archive));
    check(DocumentInterleavingsTest::available, List.of(World::archive, World::restore));
  }

  @Test
  void whileADocumentIsRenamed() {
    check(
        () -> available().declareSecond(), List.of(world -> world.change("{\"name\": \"b.txt\"}")));
  }

  @Test
  void whileADocumentGetsAType_orThePolicyChanges() {
    Consumer<World> retyped = world -> world.change("{\"documentType\": \"" + world.type() + "\"}");
    Supplier<World> withPolicy =
        () -> {
          World here = available().declareSecond();
          here.firm.policy(SharePolicy.Mode.ONLY, "none");
          return here;
        };
    check(withPolicy, List.of(retyped));
    check(
        () -> available().declareSecond(),
        List.of(world -> world.firm.policy(SharePolicy.Mode.ALL_BUT, "none")));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(
        DocumentInterleavingsTest::available,
        List.of(world -> world.declareAgain(world.firm.table)));
    check(DocumentInterleavingsTest::available, List.of(world -> world.upload(world.firm.table)));
  }
}
