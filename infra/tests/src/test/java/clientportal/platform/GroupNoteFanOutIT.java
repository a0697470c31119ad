package clientportal.platform;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.sharing.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A group note with as many participants as one can have: opening it is one write, and the lists
 * and notices of all follow within a minute, once each, whatever is changed meanwhile. Nothing runs
 * beside it, which would take part of the minute.
 */
@Isolated
final class GroupNoteFanOutIT {
  private static final int MOST = 500;

  /** The most in one call. */
  private static final int TOGETHER = 90;

  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);
  private static final String TEXT = "Our office is closed from 24 December to 6 January.";

  private final Office office = Office.open(NAME, true);
  private final Person ada = office.administrator();

  private List<Office.Client> clients(int number) {
    return IntStream.range(0, number).mapToObj(_ -> office.client(NAME)).toList();
  }

  private GroupNote about(List<Office.Client> clients) {
    List<Office.Client[]> calls =
        clients.stream()
            .gather(Gatherers.windowFixed(TOGETHER))
            .map(window -> window.toArray(Office.Client[]::new))
            .toList();
    GroupNote note = GroupNote.write(office, NAME, TEXT, calls.getFirst());
    calls.stream().skip(1).forEach(each -> note.add(each).is(200));
    Portal.settle();
    return note;
  }

  /** Returns in how many rows of what is shared with all authorized the note is. */
  private static long listed(Office.Client client, GroupNote note) {
    String partition =
        "FIRM#%s#CLIENT#%s#FEED#all".formatted(client.office().firmId(), client.clientId());
    return Portal.sortKeys(partition, "").stream()
        .filter(key -> key.contains(note.noteId()))
        .count();
  }

  /** Returns how often readers of a client were to be notified. */
  private static long notified(Office.Client client) {
    return Shares.events(client).stream()
        .filter(event -> Shares.text(event, "eventType").equals("GroupNoteShared"))
        .count();
  }

  private static List<String> notices(Person reader) {
    return Shares.texts(reader.get("/v1/me/notices").is(200).at("items"), "type");
  }

  private static List<String> shared(Office.Client.SignedIn reader) {
    return Shares.shared(reader.person(), reader.client());
  }

  @Test
  @Tag("BS16")
  @Tag("BS18")
  void openingToFiveHundred_isOneReadAndOneTransaction_andReachesEachOnce() {
    List<Office.Client> clients = clients(MOST);
    List<Office.Client.SignedIn> readers =
        IntStream.iterate(0, each -> each < MOST, each -> each + 83)
            .mapToObj(each -> clients.get(each).activate())
            .toList();
    GroupNote note = about(clients);
    assertThat(ada.get(note.path()).at("participants").asInt()).isEqualTo(MOST);
    note.add(office.client(NAME)).isProblem(409, "limit-reached");

    Cost cost = Cost.within("setGroupNoteShares", note::open);

    assertThat(cost.writeUnits()).isLessThanOrEqualTo(8);
    for (Office.Client.SignedIn reader : readers) {
      assertThat(reader.person().get(note.path(reader.client())).is(200).text("text"))
          .isEqualTo(TEXT);
    }
    Portal.settle();
    Instant opened = Instant.parse(ada.get(note.path() + "/shares").text("recipients/0/sharedAt"));
    assertThat(Duration.between(opened, Portal.now())).isLessThan(Duration.ofMinutes(1));
    assertThat(clients).allMatch(client -> listed(client, note) == 1);
    assertThat(clients).allMatch(client -> notified(client) == 1);
    for (Office.Client.SignedIn reader : readers) {
      assertThat(shared(reader)).startsWith("group-note " + NAME);
      assertThat(notices(reader.person())).containsExactly("group-note-shared");
    }

    Cost.within("setGroupNoteShares", note::close);
    readers.getFirst().person().get(note.path(clients.getFirst())).is(404);
    Portal.settle();
    assertThat(clients).allMatch(client -> listed(client, note) == 0);
    note.open();
    Portal.settle();
    assertThat(clients).allMatch(client -> listed(client, note) == 1);
    assertThat(clients).allMatch(client -> notified(client) == 2);
  }

  /** None waits for the lists to follow the change before. */
  @Test
  @Tag("BS18")
  void participantsWhoComeAndGo_andATitleThatChanges_whileTheListsFollow() {
    List<Office.Client> staying = clients(60);
    List<Office.Client> leaving = clients(20);
    List<Office.Client> coming = clients(20);
    Office.Client.SignedIn stays = staying.getLast().activate();
    Office.Client.SignedIn leaves = leaving.getLast().activate();
    Office.Client.SignedIn comes = coming.getLast().activate();
    List<Office.Client> first = new ArrayList<>(leaving);
    first.addAll(staying);
    GroupNote note = about(first);

    note.open();
    note.change(
            coming.stream().map(Office.Client::clientId).toList(),
            leaving.stream().map(Office.Client::clientId).toList())
        .is(200);
    ada.patch(note.path(), json().put("title", "Closed")).is(200);
    leaves.person().get(note.path(leaves.client())).isProblem(404, "not-found");
    comes.person().get(note.path(comes.client())).is(200);
    Portal.settle();

    assertThat(staying).allMatch(client -> listed(client, note) == 1);
    assertThat(coming).allMatch(client -> listed(client, note) == 1);
    assertThat(leaving).allMatch(client -> listed(client, note) == 0);
    assertThat(staying).allMatch(client -> notified(client) == 1);
    assertThat(coming).allMatch(client -> notified(client) == 1);
    assertThat(leaving).allMatch(client -> notified(client) <= 1);
    assertThat(shared(stays)).startsWith("group-note Closed");
    assertThat(shared(comes)).startsWith("group-note Closed");
    assertThat(shared(leaves)).containsExactly("folder Client Uploads");
    assertThat(notices(stays.person())).containsExactly("group-note-shared");
    assertThat(notices(comes.person())).containsExactly("group-note-shared");
    assertThat(participants(note)).hasSize(80).doesNotHaveDuplicates();
  }

  /** Returns the ids of all participants, page by page. */
  private List<String> participants(GroupNote note) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Answer page = ada.get(note.path() + "/participants?limit=30" + next).is(200);
      ids.addAll(Shares.texts(page.at("items"), "clientId"));
      next = page.json().has("nextCursor") ? "&cursor=" + page.text("nextCursor") : "";
    } while (!next.isEmpty());
    return ids;
  }
}
