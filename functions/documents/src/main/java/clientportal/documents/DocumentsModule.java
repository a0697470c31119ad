package clientportal.documents;

import clientportal.access.Access;
import clientportal.platform.Environment;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;
import software.amazon.awssdk.services.s3.S3Client;

/** Wires the use cases of this module, each with only what it needs. */
final class DocumentsModule {
  private final Environment environment;
  private final AwsClients aws;
  private final Clock clock;
  private final Table table;
  private final Access access;

  private DocumentsModule(Environment environment, AwsClients aws, Clock clock) {
    this.environment = environment;
    this.aws = aws;
    this.clock = clock;
    this.table = aws.table();
    this.access = new Access(table, clock);
  }

  static DocumentsModule fromEnvironment() {
    return new DocumentsModule(
        Environment.current(), AwsClients.fromEnvironment(), RuntimeContext.current().clock());
  }

  RequestUpload requestUpload() {
    return new RequestUpload(access, table, declarations(), new Ids(clock));
  }

  RequestVersion requestVersion() {
    return new RequestVersion(access, table, declarations());
  }

  private Declarations declarations() {
    return new Declarations(table, multipartUploads(s3()), urls(), sizes());
  }

  private PartSizes sizes() {
    return new PartSizes(
        Long.parseLong(environment.require("SINGLE_PUT_LIMIT")),
        scans() ? PartSizes.LARGEST_SCANNED : PartSizes.LARGEST_DOCUMENT);
  }

  GetUploadLimits getUploadLimits() {
    return new GetUploadLimits(table, sizes());
  }

  ResumeUpload resumeUpload() {
    return new ResumeUpload(access, table, multipartUploads(s3()), urls());
  }

  CompleteUpload completeUpload() {
    S3Client s3 = s3();
    return new CompleteUpload(access, multipartUploads(s3), files(s3));
  }

  ListUploads listUploads() {
    return new ListUploads(access, table);
  }

  GetDocument getDocument() {
    return new GetDocument(access);
  }

  UpdateDocument updateDocument() {
    return new UpdateDocument(access, table, new Ids(clock));
  }

  ArchiveDocument archiveDocument() {
    return new ArchiveDocument(access, table, new Ids(clock));
  }

  CancelUpload cancelUpload() {
    return new CancelUpload(access, table);
  }

  DismissUpload dismissUpload() {
    return new DismissUpload(access, table);
  }

  ListDocuments listDocuments() {
    return new ListDocuments(access, table);
  }

  RequestDownload requestDownload() {
    return new RequestDownload(access, downloads(), urls());
  }

  ListVersions listVersions() {
    return new ListVersions(access, table);
  }

  RequestVersionDownload requestVersionDownload() {
    return new RequestVersionDownload(access, downloads(), urls());
  }

  ConfirmUpload confirmUpload() {
    return confirmUpload(s3());
  }

  private ConfirmUpload confirmUpload(S3Client s3) {
    return new ConfirmUpload(table, files(s3), bucket(), scans(), new Ids(clock), clock);
  }

  private boolean scans() {
    return Boolean.parseBoolean(environment.require("MALWARE_SCANNING"));
  }

  SweepUploads sweepUploads() {
    S3Client s3 = s3();
    return new SweepUploads(table, confirmUpload(s3), files(s3), multipartUploads(s3), clock);
  }

  private Downloads downloads() {
    return new Downloads(table, new Ids(clock));
  }

  private S3Client s3() {
    return S3DocumentFiles.client(aws);
  }

  private DocumentFiles files(S3Client s3) {
    return new S3DocumentFiles(s3, bucket());
  }

  private MultipartUploads multipartUploads(S3Client s3) {
    return new S3MultipartUploads(s3, bucket());
  }

  private DocumentUrls urls() {
    return S3DocumentUrls.of(aws, bucket());
  }

  private String bucket() {
    return environment.require("BUCKET_NAME");
  }
}
