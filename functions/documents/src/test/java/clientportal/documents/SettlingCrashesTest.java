package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.ItemId;
import clientportal.access.keys.DocumentPath;
import clientportal.platform.CallSchedule;
import clientportal.uploads.MultipartUploads;
import clientportal.uploads.StoredFiles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What settles uploads ends before or after any of its calls to AWS, and is called again. Nothing
 * is lost then, and nothing exists or is notified twice.
 */
final class SettlingCrashesTest {
  @Test
  void confirmUpload() {
    int points =
        CallSchedule.everywhere(crashes -> {
          UploadWorld world = new UploadWorld();
          DocumentPath path = world.declare(UploadWorld.declaration());
          world.documents.store(path, "text/plain", UploadWorld.SMALL);
          ConfirmUpload crashing = world.confirm(crashes);
          crashes.run(() -> crashing.handle(TestDocuments.created(path, 1)));

          world.documents.confirm(path);

          world.assertToldOnce(path);
        });

    // Two reads, the head, the first bytes, one transaction.
    assertThat(points).isEqualTo(10);
  }

  @Test
  void confirmUpload_ofParts() {
    int points =
        CallSchedule.everywhere(crashes -> {
          UploadWorld world = new UploadWorld();
          DocumentPath path = world.declare(UploadWorld.IN_PARTS);
          world.putBoth();
          world.documents.complete(path, world.reader);
          ConfirmUpload crashing = world.confirm(crashes);
          crashes.run(() -> crashing.handle(TestDocuments.created(path, 1)));

          world.documents.confirm(path);

          world.assertToldOnce(path);
        });

    assertThat(points).isEqualTo(10);
  }

  @Test
  void confirmUpload_thatRejects() {
    int points =
        CallSchedule.everywhere(crashes -> {
          UploadWorld world = new UploadWorld();
          DocumentPath path =
              world.declare(
                  TestDocuments.declaration("a.pdf", "application/pdf", UploadWorld.SMALL));
          world.documents.store(path, "application/pdf", UploadWorld.SMALL);
          ConfirmUpload crashing = world.confirm(crashes);
          crashes.run(() -> crashing.handle(TestDocuments.created(path, 1)));

          world.documents.confirm(path);

          assertThat(world.documents.get(path, world.reader).get("status")).isEqualTo("rejected");
          assertThat(world.items(UploadWorld.DOCUMENT)).isEmpty();
          assertThat(world.documents.events())
              .singleElement()
              .satisfies(event ->
                  assertThat(event.audience()).containsExactly(world.documents.teamMember.value()));
        });

    assertThat(points).isEqualTo(10);
  }

  @Test
  void confirmUpload_ofAnAnswer() {
    int points =
        CallSchedule.everywhere(crashes -> {
          AnsweringWorld world = new AnsweringWorld();
          ItemId item = world.asked(Recipient.CLIENT);
          DocumentPath path = world.stored(world.carla, item);
          ConfirmUpload crashing =
              new ConfirmUpload(
                  crashes.around(world.table),
                  crashes.around(StoredFiles.class, world.documents.files),
                  TestDocuments.BUCKET,
                  false,
                  world.firm.ids,
                  world.firm.clock);
          crashes.run(() -> crashing.handle(TestDocuments.created(path, 1)));

          world.documents.confirm(path);

          assertThat(world.files(item)).hasSize(1);
          assertThat(world.item(item).state().isStarted()).isTrue();
          assertThat(world.whole().engagement().progress().started()).isEqualTo(1);
          assertThat(world.documents.get(path, world.carla).get("status")).isEqualTo("available");
          assertThat(world.documents.events()).hasSize(1);
        });

    // The item is read with all else that decides: no call more than without it.
    assertThat(points).isEqualTo(10);
  }

  @Test
  void confirmUpload_ofAVersion() {
    CallSchedule.everywhere(crashes -> {
      UploadWorld world = new UploadWorld();
      DocumentPath path = world.documents.available(world.folder, world.reader, "a.txt");
      world.documents.declareVersion(path, world.reader, UploadWorld.SMALL);
      world.documents.store(path, 2, "text/plain", UploadWorld.SMALL);
      ConfirmUpload crashing = world.confirm(crashes);
      crashes.run(() -> crashing.handle(TestDocuments.created(path, 2)));

      world.documents.confirm(path, 2);

      assertThat(world.items("VERSION#")).hasSize(1);
      assertThat(world.items(UploadWorld.UPLOAD)).isEmpty();
      assertThat(world.documents.get(path, world.reader).get("version")).isEqualTo(2L);
      assertThat(world.documents.events()).hasSize(2);
    });
  }

  @Test
  void sweepUploads_ofBytesThatArrived_andOfBytesThatNeverDid() {
    for (boolean came : List.of(true, false)) {
      int points =
          CallSchedule.everywhere(crashes -> {
            UploadWorld world = new UploadWorld();
            DocumentPath path = world.declare(UploadWorld.IN_PARTS);
            world.putBoth();
            if (came) {
              world.documents.complete(path, world.reader);
            }
            Clock aDayLater = Clock.offset(world.firm.clock, Duration.ofDays(1));
            SweepUploads crashing =
                new SweepUploads(
                    crashes.around(world.firm.table),
                    world.confirm(crashes),
                    crashes.around(StoredFiles.class, world.documents.files),
                    crashes.around(MultipartUploads.class, world.documents.parts),
                    aDayLater);
            crashes.run(() -> crashing.handle(() -> true));

            world.documents.sweep(Duration.ofDays(1).plusMinutes(5));

            assertThat(world.documents.parts.open()).isEmpty();
            if (came) {
              world.assertToldOnce(path);
            } else {
              assertThat(world.items(UploadWorld.UPLOAD)).isEmpty();
              assertThat(world.documents.events()).isEmpty();
            }
          });
      assertThat(points).isGreaterThan(12);
    }
  }
}
