package clientportal.documents;

import clientportal.access.Access;
import clientportal.platform.Environment;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import clientportal.uploads.Completion;
import clientportal.uploads.FileUrls;
import clientportal.uploads.PartSizes;
import clientportal.uploads.S3Bucket;
import clientportal.uploads.S3FileUrls;
import clientportal.uploads.Transfers;
import java.time.Clock;

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
    return new Declarations(table, transfers(), sizes());
  }

  private PartSizes sizes() {
    return new PartSizes(
        Long.parseLong(environment.require("SINGLE_PUT_LIMIT")),
        scans() ? PartSizes.LARGEST_SCANNED : PartSizes.LARGEST_FILE);
  }

  GetUploadLimits getUploadLimits() {
    return new GetUploadLimits(table, sizes());
  }

  ResumeUpload resumeUpload() {
    return new ResumeUpload(access, table, transfers());
  }

  CompleteUpload completeUpload() {
    S3Bucket bucket = bucket();
    return new CompleteUpload(access, new Completion(bucket.multipartUploads(), bucket.files()));
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
    return confirmUpload(bucket());
  }

  private ConfirmUpload confirmUpload(S3Bucket bucket) {
    return new ConfirmUpload(table, bucket.files(), bucketName(), scans(), new Ids(clock), clock);
  }

  private boolean scans() {
    return Boolean.parseBoolean(environment.require("MALWARE_SCANNING"));
  }

  SweepUploads sweepUploads() {
    S3Bucket bucket = bucket();
    return new SweepUploads(
        table, confirmUpload(bucket), bucket.files(), bucket.multipartUploads(), clock);
  }

  private Downloads downloads() {
    return new Downloads(table, new Ids(clock));
  }

  private Transfers transfers() {
    return new Transfers(bucket().multipartUploads(), urls());
  }

  private S3Bucket bucket() {
    return S3Bucket.of(aws, bucketName());
  }

  private FileUrls urls() {
    return S3FileUrls.of(aws, bucketName());
  }

  private String bucketName() {
    return environment.require("BUCKET_NAME");
  }
}
