package clientportal.documents;

import clientportal.access.Access;
import clientportal.platform.Environment;
import clientportal.platform.Ids;
import clientportal.platform.Surroundings;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
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
        Environment.current(), AwsClients.fromEnvironment(), Surroundings.current().clock());
  }

  CreateFolder createFolder() {
    return new CreateFolder(access, table, new Ids(clock));
  }

  GetFolder getFolder() {
    return new GetFolder(access);
  }

  ListFolders listFolders() {
    return new ListFolders(access, table);
  }

  UpdateFolder updateFolder() {
    return new UpdateFolder(access, table, new Ids(clock));
  }

  RequestUpload requestUpload() {
    long largest = Long.parseLong(environment.require("SINGLE_PUT_LIMIT"));
    return new RequestUpload(access, table, urls(), new Ids(clock), largest);
  }

  GetDocument getDocument() {
    return new GetDocument(access);
  }

  UpdateDocument updateDocument() {
    return new UpdateDocument(access, table, new Ids(clock));
  }

  ListDocuments listDocuments() {
    return new ListDocuments(access, table);
  }

  RequestDownload requestDownload() {
    return new RequestDownload(access, urls());
  }

  ConfirmUpload confirmUpload() {
    DocumentFiles files = S3DocumentFiles.of(aws, bucket());
    return new ConfirmUpload(table, files, bucket(), new Ids(clock), clock);
  }

  private DocumentUrls urls() {
    return S3DocumentUrls.of(aws, bucket());
  }

  private String bucket() {
    return environment.require("BUCKET_NAME");
  }
}
