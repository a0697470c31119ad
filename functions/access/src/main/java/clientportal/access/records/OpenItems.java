package clientportal.access.records;

import clientportal.access.decision.Recipient;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FeedName;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Item;
import clientportal.platform.table.Query;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What staff have opened to a client or contact, now or for a time that is over. The feeds tell it,
 * because they have a row for each grant: at most eight items are read, however much is shared. It
 * only ever takes a right away, from staff without the web portal permission.
 *
 * @param feeds the recipients as which the client or contact can read
 * @param since the client's folder for uploads was opened at this instant, with the client, and
 *     counts only once there is something in it
 */
public record OpenItems(ClientPath client, List<Recipient> feeds, Optional<Instant> since) {

  /** What is open to a client. */
  public static OpenItems of(Client client) {
    return new OpenItems(
        client.path(),
        List.of(Recipient.CLIENT, Recipient.ALL_AUTHORIZED),
        Optional.of(client.createdAt()));
  }

  /** What is open to a contact, of the client or through {@code all-authorized}. */
  public static OpenItems of(Contact contact) {
    List<Recipient> feeds = new ArrayList<>(List.of(new Recipient.Contact(contact.id())));
    if (contact.webPortal()) {
      feeds.add(Recipient.ALL_AUTHORIZED);
    }
    return new OpenItems(contact.client(), feeds, Optional.empty());
  }

  /**
   * Tells whether there is anything. The feed of what is not archived is read again at the end: an
   * item restored between the first two reads would be missed by both.
   */
  public boolean any(Table table) {
    return feeds.stream()
        .flatMap(
            recipient -> Stream.of(false, true, false).map(archived -> newest(recipient, archived)))
        .flatMap(query -> table.first(query).stream())
        .anyMatch(row -> counts(row, table));
  }

  private Query newest(Recipient recipient, boolean archived) {
    return last(TableKeys.feed(client, FeedName.of(recipient), archived));
  }

  private boolean counts(Item row, Table table) {
    boolean fromTheStart = since.stream().anyMatch(row.fields().instant("sharedAt")::equals);
    return !fromTheStart
        || row.fields()
            .optionalText("folderId")
            .filter(uploads -> isEmpty(new FolderId(uploads), table))
            .isEmpty();
  }

  private boolean isEmpty(FolderId uploads, Table table) {
    String partition = TableKeys.documents(new FolderPath(client, uploads));
    return table.first(last(partition)).isEmpty();
  }

  private static Query last(String partition) {
    return Query.of(Query.Index.TABLE, partition).backwards().consistently();
  }
}
