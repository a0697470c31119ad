package clientportal.notifications.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one addressee is told of a window.
 *
 * @param timeZone the firm's: times are given in it
 * @param home the page to go to for what the mail has no room for
 * @param clients never empty, nor the lines of any; of one client unless the addressee is staff
 */
public record DigestMail(
    Addressee addressee, String firmName, ZoneId timeZone, String home, List<ClientNews> clients) {

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

  /** What happened, as notices spell it too. */
  public enum What {
    FOLDER_SHARED("folder-shared"),
    DOCUMENT_SHARED("document-shared"),
    DOCUMENT_ADDED("document-added"),
    DOCUMENT_UPLOADED("document-uploaded");

    private final String text;

    What(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    public static What of(String text) {
      for (What what : values()) {
        if (what.text.equals(text)) {
          return what;
        }
      }
      throw new IllegalArgumentException("no notice tells " + text);
    }
  }

  /** The news of one client, oldest first. */
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
   * @param documentName absent only for a folder
   * @param by the name of who did it
   */
  public record Line(
      What what,
      String folderName,
      @Nullable String documentName,
      String by,
      Instant at,
      String link) {

    /** What the link leads to. */
    String itemName() {
      return documentName == null ? folderName : documentName;
    }
  }

  /** The first line of a digest, which is all that a digest of one line has. */
  public Line first() {
    return clients.getFirst().lines().getFirst();
  }

  public int size() {
    return clients.stream().mapToInt(client -> client.lines().size()).sum();
  }

  /**
   * Whether the lines stand under the name of their client: a client needs no telling who he is.
   */
  public boolean namesClients() {
    return addressee != Addressee.CLIENT;
  }

  /**
   * The same with at most so many lines: mail programs cut what is long, and nobody reads hundreds.
   */
  public DigestMail shortened(int lines) {
    List<ClientNews> shown = new ArrayList<>();
    int room = lines;
    for (ClientNews client : clients) {
      int count = Math.min(room, client.lines().size());
      if (count > 0) {
        shown.add(new ClientNews(client.clientName(), client.lines().subList(0, count)));
      }
      room -= count;
    }
    return new DigestMail(addressee, firmName, timeZone, home, shown);
  }
}
