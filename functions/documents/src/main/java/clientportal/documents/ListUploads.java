package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.SharePolicy;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.DocumentTypeField;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.List;

/**
 * Lists the uploads of a folder, the newest document first: all of them for staff, and their own
 * for readers. Readers do not see uploads that replace a document that is kept closed.
 */
record ListUploads(Access access, Table table) {
  Listed<DocumentView> handle(Caller caller, FolderPath folder, Paging paging) {
    Reach reach =
        access.reach(caller, folder, List.of(TableKeys.sharePolicy(folder.client().firm())));
    reach.require(Action.READ);
    Query all =
        reach.staff().isPresent()
            ? Query.of(Query.Index.TABLE, TableKeys.documents(folder))
                .prefix(TableKeys.UPLOAD_PREFIX)
            : Query.of(Query.Index.NAMES, TableKeys.uploadsOf(folder, reach.person()));
    Page page = table.page(paging.apply(all.backwards()));
    List<Item> shown =
        reach.staff().isPresent() || reach.policy().equals(SharePolicy.ALL)
            ? page.items()
            : open(page.items(), reach.policy());
    return Listed.of(new Page(shown, page.next()), item -> DocumentView.of(item, reach));
  }

  /** A new version is as unknown to readers as the document that it would replace. */
  private List<Item> open(List<Item> uploads, SharePolicy policy) {
    Items documents =
        table.read(
            uploads.stream()
                .filter(item -> TableKeys.versionOf(item.key()) != Version.FIRST)
                .flatMap(item -> documentKeys(item).stream())
                .distinct()
                .toList());
    return uploads.stream()
        .filter(item ->
            TableKeys.versionOf(item.key()) == Version.FIRST
                || documents
                    .newest(documentKeys(item))
                    .filter(document -> !policy.closes(DocumentTypeField.of(document.fields())))
                    .isPresent())
        .toList();
  }

  private static List<Key> documentKeys(Item upload) {
    return TableKeys.documentKeys(TableKeys.documentOf(upload.key()));
  }
}
