package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.DocumentPath;
import clientportal.access.FolderPath;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.platform.Crashes;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * A function ends before or after any of its calls to AWS; whoever called calls again, or the queue
 * does. Nothing is lost then, and nothing is there or told twice.
 */
final class UploadCrashesTest {
  private static final String DOCUMENT = "DOC#";
  private static final String UPLOAD = "UPLOAD#";
  private static final byte[] BYTES = TestDocuments.large();
  private static final String IN_PARTS = TestDocuments.largeDeclaration(BYTES);
  private static final byte[] SMALL = TestDocuments.ascii("some text");

  /** Everything anew for each point at which a function may end. */
  private static final class World {
    final TestDocuments documents = new TestDocuments();
    final TestFirm firm = documents.firm;
    final PersonId reader = firm.link(documents.client);
    final FolderPath folder =
        firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();

    List<Item> items(String prefix) {
      return firm.table.everything().values().stream()
          .filter(item -> item.key().sk().startsWith(prefix))
          .toList();
    }

    Exchange declaration(String json) {
      return documents.upload(folder, reader, json).header("idempotency-key", "k");
    }

    DocumentPath declare(String json) {
      return path(declaration(json).send(documents.requestUpload));
    }

    DocumentPath path(Exchange.Answer answer) {
      assertThat(answer.status()).isEqualTo(201);
      return new DocumentPath(folder, new DocumentId((String) answer.get("documentId")));
    }

    void putBoth() {
      String id = documents.parts.open().getFirst();
      documents.parts.put(id, 1, TestDocuments.part(BYTES, 1));
      documents.parts.put(id, 2, TestDocuments.part(BYTES, 2));
    }

    ConfirmUpload confirm(Crashes crashes) {
      return new ConfirmUpload(
          crashes.around(Table.class, firm.table),
          crashes.around(DocumentFiles.class, documents.files),
          TestDocuments.BUCKET,
          firm.ids,
          firm.clock);
    }

    void assertToldOnce(DocumentPath path) {
      assertThat(documents.get(path, reader).get("status")).isEqualTo("available");
      assertThat(items(DOCUMENT)).hasSize(1);
      assertThat(items(UPLOAD)).isEmpty();
      assertThat(documents.events()).hasSize(1);
      assertThat(documents.events().getFirst().audience()).hasSize(1);
    }
  }

  private static Declarations declarations(World world, Crashes crashes) {
    return new Declarations(
        crashes.around(Table.class, world.firm.table),
        crashes.around(MultipartUploads.class, world.documents.parts),
        world.documents.urls,
        new PartSizes(TestDocuments.SINGLE_PUT_LIMIT));
  }

  private static Access access(World world, Crashes crashes) {
    return new Access(crashes.around(Table.class, world.firm.table), world.firm.clock);
  }

  /** Plays a request that ends somewhere, then again to its end; returns at how many points. */
  private static int declaredTwice(BiFunction<World, Crashes, RequestUploadHandler> function) {
    return Crashes.everywhere(crashes -> {
      World world = new World();
      String json = IN_PARTS;
      RequestUploadHandler crashing = function.apply(world, crashes);
      crashes.run(() -> world.declaration(json).send(crashing));

      DocumentPath path = world.declare(json);

      assertThat(world.items(UPLOAD)).hasSize(1);
      assertThat(world.items("PARTS#")).hasSize(1);
      Parts parts = Parts.fromItem(world.items("PARTS#").getFirst());
      assertThat(world.documents.parts.open()).contains(parts.uploadId()).hasSizeLessThan(3);
      world.documents.parts.put(parts.uploadId(), 1, TestDocuments.part(BYTES, 1));
      world.documents.parts.put(parts.uploadId(), 2, TestDocuments.part(BYTES, 2));
      assertThat(world.documents.complete(path, world.reader).status()).isEqualTo(202);
      world.documents.confirm(path);
      world.assertToldOnce(path);
    });
  }

  @Test
  void requestUpload() {
    int points =
        declaredTwice((world, crashes) ->
            new RequestUploadHandler(
                new RequestUpload(
                    access(world, crashes),
                    crashes.around(Table.class, world.firm.table),
                    declarations(world, crashes),
                    world.firm.ids)));

    // One read, one call of S3, one transaction.
    assertThat(points).isEqualTo(6);
  }

  @Test
  void requestUpload_ofWhatComesAtOnce() {
    int points =
        Crashes.everywhere(crashes -> {
          World world = new World();
          RequestUploadHandler crashing =
              new RequestUploadHandler(
                  new RequestUpload(
                      access(world, crashes),
                      crashes.around(Table.class, world.firm.table),
                      declarations(world, crashes),
                      world.firm.ids));
          crashes.run(() -> world.declaration(declaration()).send(crashing));

          DocumentPath path = world.declare(declaration());

          assertThat(world.items(UPLOAD)).hasSize(1);
          world.documents.store(path, "text/plain", SMALL);
          world.documents.confirm(path);
          world.assertToldOnce(path);
        });

    // One read, one transaction.
    assertThat(points).isEqualTo(4);
  }

  @Test
  void resumeUpload() {
    int points =
        Crashes.everywhere(crashes -> {
          World world = new World();
          DocumentPath path = world.declare(IN_PARTS);
          String begun = world.documents.parts.open().getFirst();
          world.documents.parts.put(begun, 1, TestDocuments.part(BYTES, 1));
          ResumeUpload crashing =
              new ResumeUpload(
                  access(world, crashes),
                  crashes.around(Table.class, world.firm.table),
                  crashes.around(MultipartUploads.class, world.documents.parts),
                  world.documents.urls);
          crashes.run(() -> crashing.handle(world.reader, path, 1));

          Exchange.Answer again = world.documents.resume(path, world.reader, 1);

          assertThat(again.status()).isEqualTo(200);
          assertThat((List<?>) again.get("upload", "parts"))
              .singleElement()
              .satisfies(part -> assertThat(((Map<?, ?>) part).get("number")).isEqualTo(2L));
          world.documents.parts.put(begun, 2, TestDocuments.part(BYTES, 2));
          world.documents.complete(path, world.reader);
          world.documents.confirm(path);
          world.assertToldOnce(path);
        });

    // One read, the list of parts, one write.
    assertThat(points).isEqualTo(6);
  }

  @Test
  void requestVersion() {
    int points =
        Crashes.everywhere(crashes -> {
          World world = new World();
          DocumentPath path = world.documents.available(world.folder, world.reader, "a.txt");
          RequestVersionHandler crashing =
              new RequestVersionHandler(
                  new RequestVersion(
                      access(world, crashes),
                      crashes.around(Table.class, world.firm.table),
                      declarations(world, crashes)));
          String json = IN_PARTS;
          crashes.run(() ->
              world
                  .documents
                  .version(path, world.reader, json)
                  .header("idempotency-key", "k")
                  .send(crashing));

          Exchange.Answer again =
              world
                  .documents
                  .version(path, world.reader, json)
                  .header("idempotency-key", "k")
                  .send(world.documents.requestVersion);

          assertThat(again.get("version")).isEqualTo(2L);
          assertThat(world.items(UPLOAD)).hasSize(1);
        });

    assertThat(points).isEqualTo(6);
  }

  @Test
  void completeUpload() {
    int points =
        Crashes.everywhere(crashes -> {
          World world = new World();
          DocumentPath path = world.declare(IN_PARTS);
          world.putBoth();
          CompleteUpload crashing =
              new CompleteUpload(
                  access(world, crashes),
                  crashes.around(MultipartUploads.class, world.documents.parts),
                  crashes.around(DocumentFiles.class, world.documents.files));
          crashes.run(() -> crashing.handle(world.reader, path, 1));

          assertThat(world.documents.complete(path, world.reader).status()).isEqualTo(202);

          world.documents.confirm(path);
          world.documents.confirm(path);
          world.assertToldOnce(path);
          assertThat(world.documents.parts.open()).isEmpty();
        });

    // One read, the list of parts, the completion.
    assertThat(points).isEqualTo(6);
  }

  @Test
  void confirmUpload() {
    int points =
        Crashes.everywhere(crashes -> {
          World world = new World();
          DocumentPath path = world.declare(declaration());
          world.documents.store(path, "text/plain", SMALL);
          ConfirmUpload crashing = world.confirm(crashes);
          crashes.run(() -> crashing.handle(TestDocuments.created(path, 1)));

          world.documents.confirm(path);

          world.assertToldOnce(path);
        });

    // One read, the head, the first bytes, one transaction.
    assertThat(points).isEqualTo(8);
  }

  @Test
  void confirmUpload_ofParts() {
    int points =
        Crashes.everywhere(crashes -> {
          World world = new World();
          DocumentPath path = world.declare(IN_PARTS);
          world.putBoth();
          world.documents.complete(path, world.reader);
          ConfirmUpload crashing = world.confirm(crashes);
          crashes.run(() -> crashing.handle(TestDocuments.created(path, 1)));

          world.documents.confirm(path);

          world.assertToldOnce(path);
        });

    assertThat(points).isEqualTo(8);
  }

  @Test
  void confirmUpload_thatRejects() {
    int points =
        Crashes.everywhere(crashes -> {
          World world = new World();
          DocumentPath path =
              world.declare(TestDocuments.declaration("a.pdf", "application/pdf", SMALL));
          world.documents.store(path, "application/pdf", SMALL);
          ConfirmUpload crashing = world.confirm(crashes);
          crashes.run(() -> crashing.handle(TestDocuments.created(path, 1)));

          world.documents.confirm(path);

          assertThat(world.documents.get(path, world.reader).get("status")).isEqualTo("rejected");
          assertThat(world.items(DOCUMENT)).isEmpty();
          assertThat(world.documents.events())
              .singleElement()
              .satisfies(event -> assertThat(event.audience()).isEmpty());
        });

    assertThat(points).isEqualTo(8);
  }

  @Test
  void confirmUpload_ofAVersion() {
    Crashes.everywhere(crashes -> {
      World world = new World();
      DocumentPath path = world.documents.available(world.folder, world.reader, "a.txt");
      world.documents.declareVersion(path, world.reader, SMALL);
      world.documents.store(path, 2, "text/plain", SMALL);
      ConfirmUpload crashing = world.confirm(crashes);
      crashes.run(() -> crashing.handle(TestDocuments.created(path, 2)));

      world.documents.confirm(path, 2);

      assertThat(world.items("VERSION#")).hasSize(1);
      assertThat(world.items(UPLOAD)).isEmpty();
      assertThat(world.documents.get(path, world.reader).get("version")).isEqualTo(2L);
      assertThat(world.documents.events()).hasSize(2);
    });
  }

  @Test
  void sweepUploads_ofWhatCame_andOfWhatNeverCame() {
    for (boolean came : List.of(true, false)) {
      int points =
          Crashes.everywhere(crashes -> {
            World world = new World();
            DocumentPath path = world.declare(IN_PARTS);
            world.putBoth();
            if (came) {
              world.documents.complete(path, world.reader);
            }
            Clock aDayLater = Clock.offset(world.firm.clock, Duration.ofDays(1));
            SweepUploads crashing =
                new SweepUploads(
                    crashes.around(Table.class, world.firm.table),
                    world.confirm(crashes),
                    crashes.around(MultipartUploads.class, world.documents.parts),
                    aDayLater);
            crashes.run(() -> crashing.handle(() -> true));

            world.documents.sweep(Duration.ofDays(1).plusMinutes(5));

            assertThat(world.documents.parts.open()).isEmpty();
            if (came) {
              world.assertToldOnce(path);
            } else {
              assertThat(world.items(UPLOAD)).isEmpty();
              assertThat(world.documents.events()).isEmpty();
            }
          });
      assertThat(points).isGreaterThan(12);
    }
  }

  private static String declaration() {
    return TestDocuments.declaration("a.txt", "text/plain", SMALL);
  }
}
