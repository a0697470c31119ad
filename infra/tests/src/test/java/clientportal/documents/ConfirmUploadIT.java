package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Grants;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Folder;
import clientportal.aws.AdapterTest;
import clientportal.aws.Aws;
import clientportal.aws.Eventually;
import clientportal.platform.Ids;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.http.Invocation;
import clientportal.platform.json.JsonReader;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.Declaration;
import clientportal.uploads.ObjectEvent;
import clientportal.uploads.PresignedUpload;
import clientportal.uploads.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way of a document's bytes: put, reported by the bucket, in the queue, confirmed. */
@AdapterTest
final class ConfirmUploadIT {
  private static final byte[] BYTES = "some text".getBytes(StandardCharsets.US_ASCII);

  private final Aws aws = Aws.current();
  private final Table table = aws.asFunction(() -> AwsClients.fromEnvironment().table());
  private final ConfirmUploadHandler confirm = aws.asFunction(ConfirmUploadHandler::new);

  /** Declares the first version of a new document. */
  private static PresignedUpload upload(String contentType) {
    Ids ids = new Ids(Clock.systemUTC());
    FolderPath folder =
        new FolderPath(
            new ClientPath(new FirmId(ids.next()), new ClientId(ids.next())),
            new FolderId(ids.next()));
    VersionKey key =
        new VersionKey(new DocumentPath(folder, new DocumentId(ids.next())), Version.FIRST);
    return PresignedUpload.of(key.object(), BYTES, contentType, Instant.now());
  }

  private static DocumentPath path(PresignedUpload upload) {
    return VersionKey.parse(upload.key().text()).orElseThrow().document();
  }

  /** Writes what is in the table when a document is declared. */
  private void declare(PresignedUpload upload) {
    DocumentPath path = path(upload);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    PersonId person = new PersonId(UUID.randomUUID().toString());
    StaffId staff = new StaffId(new Ids(Clock.systemUTC()).next());
    Actor actor = new Actor(Optional.of(person), Actor.As.STAFF, staff.value(), "Ada");
    Client client =
        new Client(
            path.folder().client(),
            Client.Kind.CLIENT,
            "Carla Client",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            now,
            List.of(),
            AccountStatus.NONE,
            1);
    Folder folder = new Folder(path.folder(), "Taxes", now, false, new Grants(List.of()), 1);
    table.write(
        List.of(
            Affiliations.put(
                path.folder().client().firm(),
                person,
                new Membership(staff, "Ada", Role.STAFF, false, true)),
            Write.create(client.toItem()),
            Write.create(folder.toItem()),
            Write.create(
                Upload.declare(
                        path,
                        new Version(Version.FIRST, upload.declared(), actor, now),
                        declared(upload.declared()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                    .toItem())));
  }

  private static NewVersion declared(Declaration declaration) {
    return new NewVersion(
        Optional.of(declaration.name()),
        declaration.size(),
        declaration.contentType(),
        declaration.sha256(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private List<Aws.Delivery> messages(PresignedUpload upload) {
    return Eventually.see(
        () ->
            aws.delivered("Uploads").stream()
                .filter(delivery -> delivery.body().contains(upload.key().toString()))
                .filter(delivery -> delivery.json().text("source").equals("aws.s3"))
                .toList(),
        seen -> !seen.isEmpty());
  }

  private String confirm(PresignedUpload upload) {
    List<Map<String, String>> records =
        messages(upload).stream()
            .map(each -> Map.of("messageId", "m", "body", each.body()))
            .toList();
    return new Invocation().send(confirm, Map.of("Records", records));
  }

  private Optional<Item> at(Key key) {
    return table.read(List.of(key)).at(key);
  }

  private Optional<Document> available(PresignedUpload upload) {
    return at(Document.key(path(upload))).map(Document::fromItem);
  }

  private Optional<Upload> waiting(PresignedUpload upload) {
    return at(Upload.key(path(upload), Version.FIRST)).map(Upload::fromItem);
  }

  @Test
  void put_isReportedByTheBucket_withBucketAndKey() {
    PresignedUpload upload = upload("text/plain");
    assertThat(upload.put(BYTES).statusCode()).isEqualTo(200);

    List<Aws.Delivery> messages = messages(upload);

    assertThat(messages).hasSize(1);
    JsonReader event = messages.getFirst().json();
    assertThat(ObjectEvent.read(event))
        .isEqualTo(
            new ObjectEvent.ObjectCreated(aws.variable("BUCKET_NAME"), upload.key().toString()));
    assertThat(event.text("source")).isEqualTo("aws.s3");
    assertThat(event.text("detail-type")).isEqualTo("Object Created");
  }

  @Test
  void declaredDocument_isAvailable_onceItsBytesHaveArrived() {
    PresignedUpload upload = upload("text/plain");
    declare(upload);
    upload.put(BYTES);

    assertThat(confirm(upload)).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(available(upload)).isPresent();
    assertThat(waiting(upload)).isEmpty();
    assertThat(confirm(upload)).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(available(upload).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void bytesThatContradictTheDeclaredType_areRejected() {
    PresignedUpload upload = upload("application/pdf");
    declare(upload);
    upload.put(BYTES);

    assertThat(confirm(upload)).isEqualTo("{\"batchItemFailures\":[]}");

    assertThat(waiting(upload).orElseThrow().rejection())
        .map(Rejection::code)
        .contains(RejectionCode.CONTENT_TYPE_MISMATCH);
  }
}
