package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Copies;
import clientportal.driver.File;
import clientportal.driver.FullClient;
import clientportal.driver.Office;
import clientportal.driver.OnFullStack;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand items of a kind, read page by page while others add to them and take some away:
 * before, among and after what has been read. Each item that was there all the time is listed once.
 */
@OnFullStack
final class PagingIT {
  private static final int LARGEST_PAGE = 100;

  /** How many items are added while one page is read. */
  private static final int WITH_EACH_PAGE = 2;

  /** One for all tests: no test adds what another has added already. */
  private static final Random ANYWHERE = new Random(6);

  private final FullClient full = FullClient.ofTenThousand();
  private final Office.Client client = full.client();
  private final Person staff = full.office().administrator();

  /**
   * A list of the API: how its items are named, and what they are sorted by.
   *
   * @param counts false for items of other tests that share the client
   */
  private record Listing(
      String path,
      Function<JsonNode, String> id,
      Function<JsonNode, String> order,
      Predicate<JsonNode> counts) {
    Listing(String path, Function<JsonNode, String> id, Function<JsonNode, String> order) {
      this(path, id, order, _ -> true);
    }
  }

  private final Listing documents =
      new Listing(
          full.folder() + "/documents",
          item -> text(item, "documentId"),
          item -> text(item, "documentId"));
  private final Listing folders =
      new Listing(
          client.path() + "/folders", item -> text(item, "folderId"), item -> text(item, "name"));
  private final Listing shared =
      new Listing(
          client.path() + "/shared",
          item -> text(item, "folderId"),
          item -> text(item, "sharedAt"),
          item -> !item.has("documentId"));
  private final Listing notes =
      new Listing(
          client.path() + "/notes", item -> text(item, "noteId"), item -> text(item, "createdAt"));
  private final Listing activity =
      new Listing(
          client.path() + "/activity",
          item -> text(item, text(item, "kind") + "Id"),
          item -> text(item, "at"),
          item -> !item.has("folderId") || text(item, "folderId").equals(full.folderId()));

  private static String text(JsonNode item, String field) {
    return item.path(field).asText();
  }

  @Test
  void documents_toStaffAndReaders() throws Exception {
    for (Person caller : List.of(staff, full.reader())) {
      page(
          caller,
          documents,
          Comparator.reverseOrder(),
          full.documentIds(),
          this::addDocument,
          this::archive);
    }
  }

  @Test
  void folders_toStaffAndReaders() throws Exception {
    page(
        staff,
        folders,
        Comparator.naturalOrder(),
        full.folderIds(),
        this::addFolder,
        PagingIT::keep);
    page(
        full.reader(),
        folders,
        Comparator.naturalOrder(),
        full.openFolderIds(),
        this::addFolder,
        this::close);
  }

  @Test
  @Tag("BX4")
  void sharedItems_toReaders() throws Exception {
    page(
        full.reader(),
        shared,
        Comparator.reverseOrder(),
        full.openFolderIds(),
        this::addFolder,
        this::close);
  }

  @Test
  void notes_toStaff() throws Exception {
    page(staff, notes, Comparator.reverseOrder(), full.noteIds(), this::addNote, PagingIT::keep);
  }

  /** Nothing ever leaves the log. */
  @Test
  @Tag("BX4")
  void theActivityLog_toStaff() throws Exception {
    List<String> before = new ArrayList<>(full.documentIds());
    before.addAll(full.noteIds());

    page(
        staff,
        activity,
        Comparator.reverseOrder(),
        before,
        () -> ANYWHERE.nextBoolean() ? addDocument() : addNote(),
        PagingIT::keep);
  }

  /** For lists of which nothing is taken away. */
  private static boolean keep(String id) {
    assertThat(id).isNotEmpty();
    return false;
  }

  /** Closes a folder, but not the one into which the reader uploads. */
  private boolean close(String folderId) {
    if (folderId.equals(full.folderId())) {
      return false;
    }
    Shares.set(full.office(), client.path() + "/folders/" + folderId).is(200);
    return true;
  }

  private boolean archive(String documentId) {
    staff.delete(full.folder() + "/documents/" + documentId).is(204);
    return true;
  }

  /** Returns a free place among those of the first ten thousand. */
  private int place() {
    return (1 + ANYWHERE.nextInt(10_000)) * FullClient.STEP
        + 1
        + ANYWHERE.nextInt(FullClient.STEP - 1);
  }

  private boolean throughTheApi() {
    return ANYWHERE.nextInt(8) == 0;
  }

  private String addDocument() {
    if (throughTheApi()) {
      Answer declared = full.file().declare(full.reader(), full.folder()).is(201);
      File.put(declared, full.file().bytes()).is(200);
      return declared.text("documentId");
    }
    int place = place();
    full.addDocuments(IntStream.of(place));
    return Copies.id(place);
  }

  private String addNote() {
    if (throughTheApi()) {
      return client.note(FullClient.name(1), "They have called.");
    }
    int place = place();
    full.addNotes(IntStream.of(place));
    return FullClient.noteId(place);
  }

  private String addFolder() {
    int place = place();
    if (throughTheApi()) {
      String id = client.folder(FullClient.name(place));
      client.share(id, "client", "view").is(200);
      return id;
    }
    full.addFolders(IntStream.of(place));
    return Copies.id(place);
  }

  /**
   * Reads a whole list while another thread adds to it with each page, and takes one away.
   *
   * @param taking takes an item away, by its id, and tells whether it did
   */
  private static void page(
      Person caller,
      Listing list,
      Comparator<String> order,
      Collection<String> before,
      Supplier<String> adding,
      Predicate<String> taking)
      throws Exception {
    assertThat(before).hasSizeGreaterThanOrEqualTo(10_000).doesNotHaveDuplicates();
    LocalStack stack = Portal.stack();
    Set<String> added = new HashSet<>();
    List<String> kept = new ArrayList<>(before);
    List<JsonNode> listed = new ArrayList<>();
    try (ExecutorService others = Executors.newSingleThreadExecutor()) {
      String next = "";
      do {
        List<Future<String>> meanwhile = new ArrayList<>();
        for (int i = 0; i < WITH_EACH_PAGE; i++) {
          meanwhile.add(others.submit(() -> Portal.on(stack, adding::get)));
        }
        String taken = kept.get(ANYWHERE.nextInt(kept.size()));
        Future<Boolean> gone = others.submit(() -> Portal.on(stack, () -> taking.test(taken)));
        Answer page = caller.get(list.path() + "?limit=" + LARGEST_PAGE + next).is(200);
        for (JsonNode item : page.at("items")) {
          if (list.counts().test(item)) {
            listed.add(item);
          }
        }
        next = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
        for (Future<String> each : meanwhile) {
          added.add(each.get());
        }
        if (gone.get()) {
          kept.remove(taken);
        }
      } while (!next.isEmpty());
    }
    Portal.settle();
    judge(listed, list, order, before, kept, added);
  }

  private static void judge(
      List<JsonNode> listed,
      Listing list,
      Comparator<String> order,
      Collection<String> before,
      Collection<String> kept,
      Set<String> added) {
    List<String> ids = listed.stream().map(list.id()).toList();
    Set<String> once = new HashSet<>(ids);
    assertThat(ids).hasSize(once.size());
    Set<String> missed = new HashSet<>(kept);
    missed.removeAll(once);
    assertThat(missed).isEmpty();
    Set<String> late = new HashSet<>(once);
    late.removeAll(new HashSet<>(before));
    assertThat(added).containsAll(late);
    // Some were added where the list was still to be read, and some where it had been.
    assertThat(late).isNotEmpty();
    assertThat(late.size()).isLessThan(added.size());
    assertThat(listed.stream().map(list.order())).isSortedAccordingTo(order);
  }
}
