package clientportal.documents;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.http.Listed;
import clientportal.platform.http.Paging;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Position;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the versions of a document: the current one first, then the replaced ones, newest first.
 */
record ListVersions(Access access, Table table) {
  Listed<VersionView> handle(Caller caller, DocumentPath path, Paging paging) {
    Reach reach = access.reach(caller, path, List.of());
    reach.require(Action.READ_VERSIONS);
    PageQuery asked = paging.apply(replaced(path).prefix(TableKeys.versionPrefix(path.document())));
    Page read = table.page(asked);
    if (asked.after().isPresent()) {
      return Listed.of(read, ListVersions::replaced);
    }
    Version current = Version.fromFields(reach.subject().orElseThrow().fields());
    List<Item> before = before(current, path, read.items(), asked.limit());
    List<Item> shown = before.stream().limit(asked.limit() - 1).toList();
    List<VersionView> views = new ArrayList<>();
    views.add(new VersionView(current, true));
    shown.forEach(item -> views.add(replaced(item)));
    boolean more = shown.size() < before.size() || read.next().isPresent();
    Key last =
        shown.isEmpty() ? Version.replacedKey(path, current.number()) : shown.getLast().key();
    Optional<Position> next = more ? Optional.of(new Position(last, last.sk())) : Optional.empty();
    return new Listed<>(views, new Page(List.of(), next));
  }

  /** Returns the query of a document's replaced versions, newest first. */
  private static Query replaced(DocumentPath path) {
    return Query.of(Query.Index.TABLE, TableKeys.documents(path.folder())).backwards();
  }

  /**
   * Returns the versions before the current one. They were read later and not consistently: the
   * current version may be among them, since it has been replaced, and the one before it may be
   * missing.
   */
  private List<Item> before(Version current, DocumentPath path, List<Item> read, int limit) {
    List<Item> before =
        new ArrayList<>(read.stream().filter(item -> number(item) < current.number()).toList());
    int first = before.isEmpty() ? Version.FIRST : number(before.getFirst()) + 1;
    if (first < current.number()) {
      String from = Version.replacedKey(path, first).sk();
      String to = Version.replacedKey(path, current.number() - 1).sk();
      Query missing = replaced(path).between(from, to).consistently();
      before.addAll(0, table.page(missing.limit(limit)).items());
    }
    return before;
  }

  private static int number(Item item) {
    return Version.fromFields(item.fields()).number();
  }

  private static VersionView replaced(Item item) {
    return new VersionView(Version.fromFields(item.fields()), false);
  }
}
