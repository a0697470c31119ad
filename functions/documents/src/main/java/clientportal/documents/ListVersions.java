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
    PageQuery asked =
        paging.apply(
            Query.of(Query.Index.TABLE, TableKeys.documents(path.folder()))
                .prefix(TableKeys.versionPrefix(path.document()))
                .backwards());
    Page replaced = table.query(asked);
    List<VersionView> views = new ArrayList<>();
    if (asked.after().isPresent()) {
      replaced.items().forEach(item -> views.add(replaced(item)));
      return new Listed<>(views, replaced);
    }
    Version current = Version.fromFields(reach.subject().orElseThrow().fields());
    views.add(new VersionView(current, true));
    replaced.items().stream().limit(asked.limit() - 1).forEach(item -> views.add(replaced(item)));
    return new Listed<>(views, firstPage(path, current, asked, replaced));
  }

  private static VersionView replaced(Item item) {
    return new VersionView(Version.fromFields(item.fields()), false);
  }

  /** The current version takes the place of the last one that was read, if the page was full. */
  private static Page firstPage(
      DocumentPath path, Version current, PageQuery asked, Page replaced) {
    if (replaced.items().size() < asked.limit()) {
      return replaced;
    }
    Key before = TableKeys.version(path.folder(), path.document(), current.number());
    Position position =
        asked.limit() == 1
            ? new Position(before, before.sk())
            : asked.query().positionOf(replaced.items().get(asked.limit() - 2));
    return new Page(List.of(), Optional.of(position));
  }
}
