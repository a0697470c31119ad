package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.uploads.Completion;
import clientportal.uploads.MultipartUploads;
import clientportal.uploads.PartSizes;
import clientportal.uploads.Parts;
import clientportal.uploads.StoredFiles;
import clientportal.uploads.Transfers;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * A function ends before or after any of its calls to AWS; the caller calls again, or the queue
 * does. Nothing is lost then, and nothing exists or is notified twice.
 */
final class UploadCrashesTest {
  private static Declarations declarations(UploadWorld world, CallSchedule crashes) {
    return new Declarations(
        crashes.around(world.firm.table),
        transfers(world, crashes),
        new PartSizes(TestDocuments.SINGLE_PUT_LIMIT, PartSizes.LARGEST_FILE));
  }

  private static Transfers transfers(UploadWorld world, CallSchedule crashes) {
    return new Transfers(
        crashes.around(MultipartUploads.class, world.documents.parts), world.documents.urls);
  }

  private static Access access(UploadWorld world, CallSchedule crashes) {
    return new Access(crashes.around(world.firm.table), world.firm.clock);
  }

  /** Plays a request that ends somewhere, then again to its end; returns at how many points. */
  private static int declaredTwice(
      BiFunction<UploadWorld, CallSchedule, RequestUploadHandler> function) {
    return CallSchedule.everywhere(crashes -> {
      UploadWorld world = new UploadWorld();
      String json = UploadWorld.IN_PARTS;
      RequestUploadHandler crashing = function.apply(world, crashes);
      crashes.run(() -> world.declaration(json).send(crashing));

      DocumentPath path = world.declare(json);

      assertThat(world.items(UploadWorld.UPLOAD)).hasSize(1);
      assertThat(world.items("PARTS#")).hasSize(1);
      Parts parts = Parts.fromItem(world.items("PARTS#").getFirst());
      assertThat(world.documents.parts.open()).contains(parts.uploadId()).hasSizeLessThan(3);
      world.documents.parts.put(parts.uploadId(), 1, TestDocuments.part(UploadWorld.BYTES, 1));
      world.documents.parts.put(parts.uploadId(), 2, TestDocuments.part(UploadWorld.BYTES, 2));
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
                    crashes.around(world.firm.table),
                    declarations(world, crashes),
                    world.firm.ids)));

    // One read, two queries, one call of S3, one transaction.
    assertThat(points).isEqualTo(10);
  }

  @Test
  void requestUpload_ofWhatComesAtOnce() {
    int points =
        CallSchedule.everywhere(crashes -> {
          UploadWorld world = new UploadWorld();
          RequestUploadHandler crashing =
              new RequestUploadHandler(
                  new RequestUpload(
                      access(world, crashes),
                      crashes.around(world.firm.table),
                      declarations(world, crashes),
                      world.firm.ids));
          crashes.run(() -> world.declaration(UploadWorld.declaration()).send(crashing));

          DocumentPath path = world.declare(UploadWorld.declaration());

          assertThat(world.items(UploadWorld.UPLOAD)).hasSize(1);
          world.documents.store(path, "text/plain", UploadWorld.SMALL);
          world.documents.confirm(path);
          world.assertToldOnce(path);
        });

    // One read, two queries, one transaction.
    assertThat(points).isEqualTo(8);
  }

  @Test
  void resumeUpload() {
    int points =
        CallSchedule.everywhere(crashes -> {
          UploadWorld world = new UploadWorld();
          DocumentPath path = world.declare(UploadWorld.IN_PARTS);
          String begun = world.documents.parts.open().getFirst();
          world.documents.parts.put(begun, 1, TestDocuments.part(UploadWorld.BYTES, 1));
          ResumeUpload crashing =
              new ResumeUpload(
                  access(world, crashes),
                  crashes.around(world.firm.table),
                  transfers(world, crashes));
          crashes.run(() -> crashing.handle(TestFirm.caller(world.reader), path, 1, 1));

          Exchange.Answer again = world.documents.resume(path, world.reader, 1);

          assertThat(again.status()).isEqualTo(200);
          assertThat((List<?>) again.get("upload", "parts"))
              .singleElement()
              .satisfies(part -> assertThat(((Map<?, ?>) part).get("number")).isEqualTo(2L));
          world.documents.parts.put(begun, 2, TestDocuments.part(UploadWorld.BYTES, 2));
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
        CallSchedule.everywhere(crashes -> {
          UploadWorld world = new UploadWorld();
          DocumentPath path = world.documents.available(world.folder, world.reader, "a.txt");
          RequestVersionHandler crashing =
              new RequestVersionHandler(
                  new RequestVersion(
                      access(world, crashes),
                      crashes.around(world.firm.table),
                      declarations(world, crashes)));
          String json = UploadWorld.IN_PARTS;
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
          assertThat(world.items(UploadWorld.UPLOAD)).hasSize(1);
        });

    // One read, two queries, one call of S3, one transaction.
    assertThat(points).isEqualTo(10);
  }

  @Test
  void completeUpload() {
    int points =
        CallSchedule.everywhere(crashes -> {
          UploadWorld world = new UploadWorld();
          DocumentPath path = world.declare(UploadWorld.IN_PARTS);
          world.putBoth();
          CompleteUpload crashing =
              new CompleteUpload(
                  access(world, crashes),
                  new Completion(
                      crashes.around(MultipartUploads.class, world.documents.parts),
                      crashes.around(StoredFiles.class, world.documents.files)));
          crashes.run(() -> crashing.handle(TestFirm.caller(world.reader), path, 1));

          assertThat(world.documents.complete(path, world.reader).status()).isEqualTo(202);

          world.documents.confirm(path);
          world.documents.confirm(path);
          world.assertToldOnce(path);
          assertThat(world.documents.parts.open()).isEmpty();
        });

    // One read, the list of parts, the completion.
    assertThat(points).isEqualTo(6);
  }
}
