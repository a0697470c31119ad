package clientportal.documents;

import clientportal.access.TestFirm;
import clientportal.access.events.Event;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.Client;
import clientportal.platform.Hashes;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.Completion;
import clientportal.uploads.FileUrls;
import clientportal.uploads.InMemoryFiles;
import clientportal.uploads.ObjectEvent;
import clientportal.uploads.PartSizes;
import clientportal.uploads.S3FileUrls;
import clientportal.uploads.StoredFiles;
import clientportal.uploads.Transfers;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client with folders and documents, and the use cases on them, without I/O. */
final class TestDocuments {
  static final String BUCKET = "documents-bucket";

  /** In bytes; larger documents are uploaded in parts of 5 MiB. */
  static final long SINGLE_PUT_LIMIT = 1_000;

  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-west-1",
          "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
          "AWS_SECRET_ACCESS_KEY", "secret");

  final TestFirm firm = new TestFirm();
  final StaffId teamMember = new StaffId(firm.ids.next());
  final ClientPath client = clientWithTeam();
  final InMemoryFiles files = new InMemoryFiles();
  final FileUrls urls = urls(ENVIRONMENT);

  final InMemoryParts parts = new InMemoryParts(files);
  final Transfers transfers = new Transfers(parts, urls);
  final Declarations declarations =
      new Declarations(
          firm.table, transfers, new PartSizes(SINGLE_PUT_LIMIT, PartSizes.LARGEST_FILE));

  final Downloads downloads = new Downloads(firm.table, firm.ids);

  final RequestStreamHandler requestUpload =
      new RequestUploadHandler(
          new RequestUpload(firm.access(), firm.table, declarations, firm.ids));
  final RequestStreamHandler requestVersion =
      new RequestVersionHandler(new RequestVersion(firm.access(), firm.table, declarations));
  final RequestStreamHandler resumeUpload =
      new ResumeUploadHandler(new ResumeUpload(firm.access(), firm.table, transfers));
  final RequestStreamHandler completeUpload =
      new CompleteUploadHandler(new CompleteUpload(firm.access(), new Completion(parts, files)));
  final RequestStreamHandler listUploads =
      new ListUploadsHandler(new ListUploads(firm.access(), firm.table));
  final RequestStreamHandler listVersions =
      new ListVersionsHandler(new ListVersions(firm.access(), firm.table));
  final RequestStreamHandler requestVersionDownload =
      new RequestVersionDownloadHandler(new RequestVersionDownload(firm.access(), downloads, urls));
  final RequestStreamHandler getDocument = new GetDocumentHandler(new GetDocument(firm.access()));
  final RequestStreamHandler requestDownload =
      new RequestDownloadHandler(new RequestDownload(firm.access(), downloads, urls));
  final RequestStreamHandler archiveDocument =
      new ArchiveDocumentHandler(new ArchiveDocument(firm.access(), firm.table, firm.ids));
  final RequestStreamHandler cancelUpload =
      new CancelUploadHandler(new CancelUpload(firm.access(), firm.table));
  final RequestStreamHandler dismissUpload =
      new DismissUploadHandler(new DismissUpload(firm.access(), firm.table));
  final RequestStreamHandler listDocuments =
      new ListDocumentsHandler(new ListDocuments(firm.access(), firm.table));
  final ConfirmUpload scanningConfirmUpload =
      new ConfirmUpload(firm.table, files, BUCKET, true, firm.ids, firm.clock);
  final ConfirmUpload confirmUpload =
      new ConfirmUpload(firm.table, files, BUCKET, false, firm.ids, firm.clock);

  /** Runs one round of the sweep, later by this time. */
  SweepUploads.Round sweep(Duration later) {
    return sweep(firm.table, Clock.offset(firm.clock, later)).handle(() -> true);
  }

  SweepUploads sweep(Table table, Clock clock) {
    return new SweepUploads(table, confirmUpload, files, parts, clock);
  }

  private ClientPath clientWithTeam() {
    Client made = firm.client(Client.Kind.CLIENT, Optional.empty());
    write(Write.replace(made.withTeam(List.of(teamMember)).toItem(), made.revision()));
    return made.path();
  }

  /** Signs URLs in the surroundings of a function. */
  static FileUrls urls(Map<String, String> environment) {
    return ScopedValue.where(
            RuntimeContext.CURRENT, new RuntimeContext(environment, Clock.systemUTC()))
        .call(() -> S3FileUrls.of(AwsClients.fromEnvironment(), BUCKET));
  }

  void write(Write... writes) {
    ((Table) firm.table).write(List.of(writes));
  }

  Exchange to(String method, Object path, FolderPath folder, PersonId caller) {
    return Exchange.of(method, path.toString())
        .as(caller.value())
        .path("firmId", folder.client().firm())
        .path("clientId", folder.client().client())
        .path("folderId", folder.folder());
  }

  Exchange to(String method, DocumentPath document, PersonId caller) {
    return to(method, document, document.folder(), caller).path("documentId", document.document());
  }

  Exchange.Answer get(DocumentPath document, PersonId caller) {
    return to("GET", document, caller).send(getDocument);
  }

  Exchange.Answer download(DocumentPath document, PersonId caller) {
    return to("POST", document, caller).send(requestDownload);
  }

  Exchange upload(FolderPath folder, PersonId caller, String json) {
    return to("POST", folder + "/documents", folder, caller).json(json);
  }

  /** Declares a document of these bytes. */
  DocumentPath declare(
      FolderPath folder, PersonId caller, String name, String contentType, byte[] bytes) {
    Exchange.Answer answer =
        upload(folder, caller, declaration(name, contentType, bytes)).send(requestUpload);
    return new DocumentPath(folder, new DocumentId((String) answer.get("documentId")));
  }

  static String declaration(String name, String contentType, byte[] bytes) {
    return """
    {"name": "%s", "size": %d, "contentType": "%s", "sha256": "%s"}\
    """
        .formatted(name, bytes.length, contentType, Hashes.sha256(bytes));
  }

  /** Bytes that are uploaded in two parts. */
  static byte[] large() {
    byte[] bytes = new byte[(5 << 20) + 1_000];
    System.arraycopy(ascii("%PDF-1.7"), 0, bytes, 0, 8);
    return bytes;
  }

  static byte[] part(byte[] bytes, int number) {
    int from = (number - 1) * (5 << 20);
    return Arrays.copyOfRange(bytes, from, Math.min(from + (5 << 20), bytes.length));
  }

  /** Declares bytes that are uploaded in two parts. */
  static String largeDeclaration(byte[] bytes) {
    String whole = declaration("large.pdf", "application/pdf", bytes);
    return whole.substring(0, whole.length() - 1)
        + ", \"parts\": [\"%s\", \"%s\"]}"
            .formatted(Hashes.sha256(part(bytes, 1)), Hashes.sha256(part(bytes, 2)));
  }

  Exchange version(DocumentPath document, PersonId caller, String json) {
    return to("POST", document + "/versions", document.folder(), caller)
        .path("documentId", document.document())
        .json(json);
  }

  /** Declares a version of these bytes that keeps the name; returns its number. */
  int declareVersion(DocumentPath document, PersonId caller, byte[] bytes) {
    String json = declaration("x", "text/plain", bytes).replace("\"name\": \"x\", ", "");
    return Math.toIntExact(
        (Long) version(document, caller, json).send(requestVersion).get("version"));
  }

  Exchange.Answer resume(DocumentPath document, PersonId caller, int version) {
    return to("POST", document, caller)
        .query("version", Integer.toString(version))
        .send(resumeUpload);
  }

  Exchange.Answer complete(DocumentPath document, PersonId caller) {
    return to("POST", document, caller).send(completeUpload);
  }

  /** Stores bytes as S3 would have them from a PUT. */
  void store(DocumentPath document, String contentType, byte[] bytes) {
    store(document, 1, contentType, bytes);
  }

  void store(DocumentPath document, int version, String contentType, byte[] bytes) {
    files.put(new VersionKey(document, version).object(), stored(contentType, bytes), bytes);
  }

  /** What S3 says about bytes that came as they were declared. */
  static StoredFiles.Stored stored(String contentType, byte[] bytes) {
    return new StoredFiles.Stored(
        bytes.length,
        contentType,
        Optional.of(Hashes.sha256(bytes)),
        InMemoryFiles.E_TAG,
        List.of());
  }

  ConfirmUpload.Outcome confirm(DocumentPath document) {
    return confirm(document, 1);
  }

  ConfirmUpload.Outcome confirm(DocumentPath document, int version) {
    return confirmUpload.handle(created(document, version));
  }

  static ObjectEvent created(DocumentPath document, int version) {
    return new ObjectEvent.ObjectCreated(
        BUCKET, new VersionKey(document, version).object().toString());
  }

  /** Makes a document that is available. */
  DocumentPath available(FolderPath folder, PersonId caller, String name) {
    byte[] bytes = ascii("some text");
    DocumentPath path = declare(folder, caller, name, "text/plain", bytes);
    store(path, "text/plain", bytes);
    confirm(path);
    return path;
  }

  /** Makes a document that was rejected. */
  DocumentPath rejected(FolderPath folder, PersonId caller) {
    byte[] bytes = ascii("some text");
    DocumentPath path = declare(folder, caller, "a.pdf", "application/pdf", bytes);
    store(path, "application/pdf", bytes);
    confirm(path);
    return path;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  List<Event> events() {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .toList();
  }
}
