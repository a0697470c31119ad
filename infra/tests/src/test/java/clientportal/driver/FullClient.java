package clientportal.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A client with many documents in one folder and as many other folders, all open to the client:
 * every second folder through all authorized. As many notes are open to nobody, and in as many
 * engagements something optional is asked of the client. Names have real lengths.
 */
public final class FullClient {
  /** Between two of the first items, nine more have a place. */
  public static final int STEP = 10;

  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

  /** The ids of notes begin above those of documents. */
  private static final int NOTES = 1_000_000;

  /** The ids of engagements begin above those of notes. */
  private static final int ENGAGEMENTS = 2_000_000;

  private Office office = Office.open(NAME, true);
  private Office.Client.SignedIn reader = office.activeClient(NAME);
  private Office.Client client = reader.client();
  private final String folderId = client.folder(name(0));
  private final Copies documents;
  private final String noteId = client.note(NAME, "x".repeat(400));
  private final Copies notes;
  private final Copies excerpts;
  private final Copies engagements;
  private final Copies asked;
  private final List<OpenFolders> openFolders =
      List.of(new OpenFolders("client", "client"), new OpenFolders("all-authorized", "all"));

  private FullClient(int items) {
    client.share(folderId, "client", "view-upload").is(200);
    String document = file().upload(reader.person(), folder());
    documents = Copies.of(Portal.item(documentsPartition(), "DOC#" + document));
    notes = Copies.of(Portal.item(partition(), "NOTE#" + noteId));
    excerpts = Copies.of(Portal.item(partition() + "#NOTE#" + noteId, "EXCERPT"));
    Engagement engagement = Engagement.begin(client, NAME);
    ObjectNode optional = Engagement.items("document", NAME);
    optional.withObject("/items/0").put("required", false);
    engagement.ask(optional);
    engagements = Copies.of(Portal.item(partition(), "ENGAGEMENT#" + engagement.engagementId()));
    asked = Copies.of(Portal.item(askedPartition(), askedIn() + engagement.engagementId()));
    addDocuments(IntStream.range(1, items).map(number -> number * STEP));
    addNotes(IntStream.range(1, items).map(number -> number * STEP));
    addFolders(IntStream.rangeClosed(1, items).map(number -> number * STEP));
    addEngagements(IntStream.range(1, items));
  }

  /** Makes one with this number of documents, of folders, of notes and of engagements. */
  public static FullClient of(int items) {
    return new FullClient(items);
  }

  /** Returns the one with ten thousand that the tests {@link OnFullStack} share and may add to. */
  public static FullClient ofTenThousand() {
    OfTenThousand.CLIENT.signInAgain();
    return OfTenThousand.CLIENT;
  }

  /** Access tokens live 15 minutes, and other tests may take longer. */
  private void signInAgain() {
    Person administrator = Portal.signIn(office.administrator().email());
    office =
        new Office(
            office.path(),
            office.firmId(),
            office.slug(),
            office.name(),
            office.staffId(),
            administrator);
    client = new Office.Client(office, client.clientId(), client.name(), client.email());
    reader = new Office.Client.SignedIn(client, Portal.signIn(reader.person().email()));
  }

  /** Made at the first use. */
  private static final class OfTenThousand {
    static final FullClient CLIENT = of(10_000);
  }

  public Office office() {
    return office;
  }

  public Office.Client client() {
    return client;
  }

  /** The client, to whom everything is open. */
  public Person reader() {
    return reader.person();
  }

  /** The id of the folder with the documents. */
  public String folderId() {
    return folderId;
  }

  /** The path of the folder with the documents, which is open to the client with uploads. */
  public String folder() {
    return client.path() + "/folders/" + folderId;
  }

  /** The path of a note. */
  public String note() {
    return client.path() + "/notes/" + noteId;
  }

  /** A file like those that are there. */
  public File file() {
    return File.text("x".repeat(116) + ".txt", "x");
  }

  /** Returns a folder's name; by name, folders are in the order of their places. */
  public static String name(int place) {
    return "%08d ".formatted(place) + "x".repeat(111);
  }

  /** Puts available documents at places of the folder's list, past the API. */
  public void addDocuments(IntStream places) {
    documents.put(
        places,
        place ->
            Map.of(
                "SK",
                "DOC#" + Copies.id(place),
                "createdAt",
                time(place),
                "activitySort",
                timeSort(place, Copies.id(place))));
  }

  /** Puts notes at places of the client's list, past the API. */
  public void addNotes(IntStream places) {
    int[] all = places.toArray();
    notes.put(IntStream.of(all), FullClient::noteAt);
    excerpts.put(IntStream.of(all), place -> Map.of("PK", partition() + "#NOTE#" + noteId(place)));
  }

  /** Returns the id of a note at a place. */
  public static String noteId(int place) {
    return Copies.id(NOTES + place);
  }

  private static Map<String, String> noteAt(int place) {
    String sort = timeSort(place, noteId(place));
    return Map.of(
        "SK",
        "NOTE#" + noteId(place),
        "createdAt",
        time(place),
        "namesSort",
        sort,
        "activitySort",
        sort);
  }

  private void addEngagements(IntStream numbers) {
    int[] all = numbers.toArray();
    engagements.put(
        IntStream.of(all),
        number -> {
          String id = Copies.id(ENGAGEMENTS + number);
          return Map.of("SK", "ENGAGEMENT#" + id, "namesSort", engagements.namesSort(id));
        });
    asked.put(
        IntStream.of(all), number -> Map.of("SK", askedIn() + Copies.id(ENGAGEMENTS + number)));
  }

  private static String time(int place) {
    return FIRST.plusSeconds(place).toString().replace("Z", ".000Z");
  }

  private static String timeSort(int place, String id) {
    return time(place) + "\u0001" + id;
  }

  /** Puts open folders at places of the client's lists, past the API. */
  public void addFolders(IntStream places) {
    Map<Integer, List<Integer>> byRecipient =
        places.boxed().collect(java.util.stream.Collectors.groupingBy(place -> place / STEP % 2));
    byRecipient.forEach((recipient, own) -> openFolders.get(recipient).put(own));
  }

  /** Returns the ids of the available documents, as the table has them. */
  public List<String> documentIds() {
    return ids(documentsPartition(), "DOC#");
  }

  /** Returns the ids of the notes, as the table has them. */
  public List<String> noteIds() {
    return ids(partition(), "NOTE#");
  }

  /** Returns the ids of the folders, as the table has them. */
  public List<String> folderIds() {
    return ids(partition(), "FOLDER#");
  }

  /** Returns the ids of the folders that are open to the client, as the table has them. */
  public List<String> openFolderIds() {
    return openFolders.stream()
        .flatMap(each -> Portal.sortKeys(each.feed, "").stream())
        .filter(key -> key.contains("#FOLDER#"))
        .map(FullClient::id)
        .toList();
  }

  private static List<String> ids(String partition, String prefix) {
    return Portal.sortKeys(partition, prefix).stream().map(FullClient::id).toList();
  }

  private static String id(String key) {
    return key.substring(key.lastIndexOf('#') + 1);
  }

  private String partition() {
    return "FIRM#%s#CLIENT#%s".formatted(office.firmId(), client.clientId());
  }

  private String askedPartition() {
    return "FIRM#%s#ASSIGNED#%s".formatted(office.firmId(), client.clientId());
  }

  private String askedIn() {
    return "REQUEST#%s#".formatted(client.clientId());
  }

  private String documentsPartition() {
    return partition() + "#FOLDER#" + folderId;
  }

  /** Folders that are open to one recipient, each with its row in the recipient's feed. */
  private final class OpenFolders {
    private final String feed;
    private final Copies folders;
    private final Copies rows;

    OpenFolders(String recipient, String feedName) {
      feed = partition() + "#FEED#" + feedName;
      String id = client.folder(name(0));
      client.share(id, recipient, "view").is(200);
      folders = Copies.of(Portal.item(partition(), "FOLDER#" + id));
      String row =
          Portal.sortKeys(feed, "").stream()
              .filter(key -> key.endsWith(id))
              .findFirst()
              .orElseThrow();
      rows = Copies.of(Portal.item(feed, row));
    }

    void put(List<Integer> places) {
      folders.put(places.stream().mapToInt(Integer::intValue), OpenFolders::folder);
      rows.put(places.stream().mapToInt(Integer::intValue), OpenFolders::row);
    }

    private static Map<String, String> folder(int place) {
      return Map.of(
          "SK", "FOLDER#" + Copies.id(place), "name", name(place), "namesSort", namesSort(place));
    }

    private static Map<String, String> row(int place) {
      String sharedAt = time(place);
      return Map.of(
          "SK",
          sharedAt + "#FOLDER#" + Copies.id(place),
          "sharedAt",
          sharedAt,
          "folderId",
          Copies.id(place),
          "name",
          name(place),
          "namesSort",
          namesSort(place));
    }

    /** A name of digits and lower-case letters is in the index as it is. */
    private static String namesSort(int place) {
      return name(place) + "\u0001" + Copies.id(place);
    }
  }
}
