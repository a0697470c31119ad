package clientportal.exports;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Engagement;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.FiledDocument;
import clientportal.access.records.Firm;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemStatus;
import clientportal.access.records.Member;
import clientportal.access.records.RequestItem;
import clientportal.access.requests.WholeEngagement;
import clientportal.access.shares.RecipientNames;
import clientportal.exports.Export.ExportedFile;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Collects what was asked for in an engagement that has ended, and what came of it. Nothing of it
 * changes any more but its files, of which some may still arrive, late.
 */
record ExportEngagement(Access access, Table table) {
  /** The most files of an engagement that can be exported: they fit in one answer. */
  static final int MOST_FILES = 1000;

  Export handle(Caller caller, EngagementPath path) {
    return Attempts.read(() -> attempt(caller, path));
  }

  private Export attempt(Caller caller, EngagementPath path) {
    Key firm = TableKeys.firm(path.client().firm());
    Key client = TableKeys.client(path.client());
    Reach reach = access.reach(caller, path, List.of(firm, client));
    reach.require(Action.EXPORT);
    Engagement engagement = Engagement.fromItem(reach.item(RequestKeys.engagement(path)));
    if (engagement.status() == EngagementStatus.OPEN) {
      throw ProblemException.statusConflict(
          engagement.status().text(), "The engagement is open. Complete or cancel it first.");
    }
    List<RequestItem> items =
        WholeEngagement.read(engagement, table).items().stream()
            .filter(item -> item.status() != ItemStatus.DRAFT)
            .toList();
    List<ItemFile> files = files(path);
    Set<Key> contacts =
        assignees(items, Recipient.Contact.class)
            .map(contact -> TableKeys.contact(path.client(), contact.id()))
            .collect(Collectors.toUnmodifiableSet());
    Set<Key> members =
        assignees(items, Recipient.Member.class)
            .map(member -> PortalKeys.member(path.client().firm(), member.id()))
            .collect(Collectors.toUnmodifiableSet());
    List<Key> keys = new ArrayList<>(contacts);
    keys.addAll(members);
    files.forEach(file -> keys.addAll(TableKeys.documentKeys(file.document())));
    Items named = table.read(keys);
    return new Export(
        Firm.fromItem(reach.item(firm)),
        new RecipientNames(
            Client.fromItem(reach.item(client)),
            contacts.stream()
                .flatMap(key -> named.at(key).stream())
                .map(Contact::fromItem)
                .toList(),
            members.stream().flatMap(key -> named.at(key).stream()).map(Member::fromItem).toList()),
        engagement,
        items,
        files.stream().map(file -> new ExportedFile(file, document(file, named))).toList(),
        reach.now());
  }

  private static <P extends Recipient.Party> Stream<P> assignees(
      List<RequestItem> items, Class<P> kind) {
    return items.stream().map(RequestItem::assignee).filter(kind::isInstance).map(kind::cast);
  }

  private List<ItemFile> files(EngagementPath path) {
    Query all =
        Query.of(Query.Index.TABLE, RequestKeys.ofEngagement(path))
            .prefix(RequestKeys.FILE_PREFIX)
            .consistently();
    List<ItemFile> files =
        table.page(all.limit(MOST_FILES + 1)).items().stream().map(ItemFile::fromItem).toList();
    if (files.size() > MOST_FILES) {
      throw new ProblemException(
          ProblemType.LIMIT_REACHED,
          "An engagement with more than %d files cannot be exported.".formatted(MOST_FILES));
    }
    return files;
  }

  private static FiledDocument document(ItemFile file, Items documents) {
    return documents
        .newest(TableKeys.documentKeys(file.document()))
        .map(FiledDocument::fromItem)
        .orElseThrow(() -> new ConflictException("the document is being archived or restored"));
  }
}
