package clientportal.notifications.mail;

import clientportal.access.events.RejectionCode;
import clientportal.delivery.Author;
import clientportal.delivery.NoticeType;
import clientportal.delivery.RequestChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All notices of one addressee in a window.
 *
 * @param timeZone of the firm, in which times are given
 * @param home the page with what the mail has no room for
 * @param clients never empty; one client unless the addressee is staff
 */
public record DigestMail(
    Addressee addressee, Letterhead from, ZoneId timeZone, String home, List<ClientNews> clients) {

  public DigestMail {
    clients = List.copyOf(clients);
    if (clients.isEmpty()) {
      throw new IllegalArgumentException("a digest without news");
    }
  }

  public enum Addressee {
    CLIENT,
    CONTACT,
    STAFF
  }

  /** The news about one client, oldest first and never empty. */
  public record ClientNews(String clientName, List<Line> lines) {
    public ClientNews {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("a client without news");
      }
    }
  }

  /**
   * One notice.
   *
   * @param folderName the name of the folder or engagement, or of the person whom the notice is
   *     about
   * @param documentName null only for a folder, engagement or person
   * @param rejection why an upload was rejected; null for any other notice
   * @param by the actor or uploader
   * @param requested the items of the engagement; null for any other notice
   */
  public record Line(
      NoticeType what,
      String folderName,
      @Nullable String documentName,
      @Nullable RejectionCode rejection,
      Author by,
      Instant at,
      String link,
      @Nullable RequestedItems requested) {

    public Line(
        NoticeType what,
        String folderName,
        @Nullable String documentName,
        @Nullable RejectionCode rejection,
        Author by,
        Instant at,
        String link) {
      this(what, folderName, documentName, rejection, by, at, link, null);
    }

    /** Returns the name of what the link leads to. */
    String itemName() {
      return documentName == null ? folderName : documentName;
    }
  }

  public Line first() {
    return clients.getFirst().lines().getFirst();
  }

  public int size() {
    return clients.stream().mapToInt(client -> client.lines().size()).sum();
  }

  /** Returns how many notices are of such a kind. */
  int count(Predicate<NoticeType> kind) {
    return Math.toIntExact(
        clients.stream().flatMap(c -> c.lines().stream()).map(Line::what).filter(kind).count());
  }

  /** Returns the items of engagements with which such a thing has happened, line by line. */
  Stream<RequestedItems> requested(RequestChange change) {
    return clients.stream()
        .flatMap(client -> client.lines().stream())
        .flatMap(line -> Stream.ofNullable(line.requested()))
        .filter(items -> items.change() == change);
  }

  /** Returns the names of the clients that have new items. */
  List<String> clientsWithNewItems() {
    return clients.stream()
        .filter(client -> client.lines().stream().anyMatch(line -> line.what().isNewItem()))
        .map(ClientNews::clientName)
        .toList();
  }

  /** Returns the name of the client of the first line, if somebody else did what it says. */
  Optional<String> otherClient() {
    return Optional.of(clients.getFirst().clientName())
        .filter(client -> !first().by().equals(Author.person(client)));
  }

  /** Tells whether the lines are listed below the name of their client: clients know their own. */
  public boolean namesClients() {
    return addressee != Addressee.CLIENT;
  }

  /** Returns the digest with a maximum number of lines, because mail programs cut long mails. */
  public DigestMail shortened(int most) {
    List<ClientNews> shown = new ArrayList<>();
    int room = most;
    for (ClientNews client : clients) {
      int count = Math.min(room, client.lines().size());
      if (count > 0) {
        shown.add(new ClientNews(client.clientName(), client.lines().subList(0, count)));
      }
      room -= count;
    }
    return new DigestMail(addressee, from, timeZone, home, shown);
  }
}
