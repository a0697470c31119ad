package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.FullClient;
import clientportal.driver.LargeFile;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each action on one client's documents, folders and shares costs, within the bounds of the
 * design's table and of {@code infra/COSTS.md}.
 */
final class ActionCosts {
  private static final Map<String, Integer> CONFIRMING =
      Map.of("HeadObject", 1, "GetObject", 1, "BatchGetItem", 1, "TransactWriteItems", 1);
  private static final Map<String, Integer> FEEDS = Map.of("BatchGetItem", 1, "Query", 2);

  private final FullClient full;
  private final Office.Customer client;
  private final Person staff;
  private final Person reader;
  private final String folder;
  private final Map<String, Cost> costs = new LinkedHashMap<>();

  ActionCosts(FullClient full) {
    this.full = full;
    client = full.client();
    staff = full.office().administrator();
    reader = full.reader();
    folder = full.folder();
  }

  /** Returns the cost of each action; pages are so small that a few items fill them. */
  Map<String, Cost> measure() {
    String document = folder + "/documents/" + full.file().upload(reader, folder);
    reads(document);
    lists(document);
    uploads(document);
    inParts();
    shares(document);
    return costs;
  }

  private Cost cost(String what, String function, Runnable action) {
    Cost cost = Cost.of(function, action);
    costs.put(what, cost);
    return cost;
  }

  private void reads(String document) {
    for (Map.Entry<String, Person> each : callers().entrySet()) {
      Person caller = each.getValue();
      String by = " by " + each.getKey();
      cost(
              "requestDownload" + by,
              "RequestDownload",
              () -> caller.post(document + "/download").is(200))
          .is(Cost.READ, 5, 0);
      cost("getDocument" + by, "GetDocument", () -> caller.get(document).is(200))
          .is(Cost.READ, 5, 0);
      cost("getFolder" + by, "GetFolder", () -> caller.get(folder).is(200)).is(Cost.READ, 4, 0);
    }
    cost("getFolderShares", "GetFolderShares", () -> staff.get(folder + "/shares").is(200))
        .is(Cost.PAGE, 5, 0);
    cost("getDocumentShares", "GetDocumentShares", () -> staff.get(document + "/shares").is(200))
        .is(Cost.PAGE, 6 + 1, 0);
  }

  private Map<String, Person> callers() {
    return Map.of("staff", staff, "reader", reader);
  }

  private void lists(String document) {
    for (Map.Entry<String, Person> each : callers().entrySet()) {
      Person caller = each.getValue();
      String by = " by " + each.getKey();
      page("listDocuments" + by, "ListDocuments", caller, folder + "/documents")
          .is(Cost.PAGE, 4 + 7, 0);
      cost("listUploads" + by, "ListUploads", () -> caller.get(folder + "/uploads").is(200))
          .is(Cost.PAGE, 4 + 7, 0);
    }
    page("listFolders by staff", "ListFolders", staff, client.path() + "/folders")
        .is(Cost.PAGE, 3 + 7, 0);
    page("listFolders by reader", "ListFolders", reader, client.path() + "/folders")
        .is(FEEDS, 12, 0);
    page("listShared", "ListShared", reader, client.path() + "/shared").is(FEEDS, 12, 0);
    cost("listVersions", "ListVersions", () -> staff.get(document + "/versions").is(200))
        .is(Cost.PAGE, 5 + 7, 0);
  }

  private Cost page(String what, String function, Person caller, String list) {
    return cost(
        what, function, () -> assertThat(caller.get(list + "?limit=4").at("items")).hasSize(4));
  }

  private void uploads(String document) {
    cost("requestUpload", "RequestUpload", () -> declare(folder + "/documents"))
        .is(Cost.READ_AND_WRITE, 5, 10);
    cost("S3 event of an upload", "ConfirmUpload", () -> full.file().upload(reader, folder))
        .is(CONFIRMING, 5, 8);
    cost("requestVersion", "RequestVersion", () -> declare(document + "/versions"))
        .is(Cost.READ_AND_WRITE, 6, 10);
    cost(
            "S3 event of a version",
            "ConfirmUpload",
            () -> full.file().uploadVersion(reader, document))
        .is(CONFIRMING, 5, 8);
    cost(
            "requestVersionDownload",
            "RequestVersionDownload",
            () -> staff.post(document + "/versions/1/download").is(200))
        .is(Cost.READ, 7, 0);
    cost(
            "createFolder",
            "CreateFolder",
            () ->
                staff
                    .call("POST", client.path() + "/folders")
                    .header("Idempotency-Key", Portal.slug())
                    .json(json().put("name", FullClient.name(2)))
                    .send()
                    .is(201))
        .is(Cost.READ_AND_WRITE, 4, 6);
  }

  private void declare(String list) {
    reader
        .call("POST", list)
        .header("Idempotency-Key", Portal.slug())
        .json(full.file().declaration())
        .send()
        .is(201);
  }

  private void inParts() {
    LargeFile large = new LargeFile("x".repeat(116) + ".bin", LargeFile.PART + 10, 3);
    Answer[] declared = new Answer[1];
    cost(
            "requestUpload in parts",
            "RequestUpload",
            () -> declared[0] = reader.post(folder + "/documents", large.declaration()).is(201))
        .is(Map.of("BatchGetItem", 1, "CreateMultipartUpload", 1, "TransactWriteItems", 1), 5, 10);
    String document = folder + "/documents/" + declared[0].text("documentId");
    cost("resumeUpload", "ResumeUpload", () -> reader.post(document + "/upload").is(200))
        .is(Map.of("BatchGetItem", 1, "ListParts", 1, "PutItem", 1), 8, 2);
    large.putAll(declared[0]);
    cost(
            "S3 event of an upload in parts",
            "ConfirmUpload",
            () -> {
              complete(document);
              Portal.settle();
            })
        .is(CONFIRMING, 5, 8);
  }

  private void complete(String document) {
    cost(
            "completeUpload",
            "CompleteUpload",
            () -> reader.post(document + "/upload/completion").is(202))
        .is(Map.of("BatchGetItem", 1, "ListParts", 1, "CompleteMultipartUpload", 1), 8, 0);
  }

  private void shares(String document) {
    cost(
            "setFolderShares to all authorized",
            "SetFolderShares",
            () -> client.share(full.folderId(), "all-authorized", "view-upload").is(200))
        .is(Cost.READ_AND_WRITE, 4, 6 + 2 * 2);
    cost(
            "setFolderShares to the client",
            "SetFolderShares",
            () -> client.share(full.folderId(), "client", "view-upload").is(200))
        .is(Cost.READ_AND_WRITE, 4, 6 + 2 * 2);
    ObjectNode inherited = Office.recipients("client", "view-upload");
    ObjectNode all = inherited.deepCopy();
    all.withArray("recipients")
        .addObject()
        .put("recipient", "all-authorized")
        .put("access", "view");
    cost(
            "setDocumentShares to all authorized",
            "SetDocumentShares",
            () -> staff.put(document + "/shares", all).is(200))
        .is(Cost.READ_AND_WRITE, 6, 6 + 2);
    cost(
            "setDocumentShares as inherited",
            "SetDocumentShares",
            () -> staff.put(document + "/shares", inherited).is(200))
        .is(Cost.READ_AND_WRITE, 6, 6 + 2);
  }
}
