package clientportal.notes;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import clientportal.sharing.Shares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A reader cannot tell a group note with one participant from one with many. The same happens in
 * two firms, in one of them with others beside: every answer and mail that a reader gets is the
 * same but for ids and times, and none changes when something happens to the others.
 */
final class GroupNotePrivacyIT {
  private static final String TITLE = "Closed over the holidays";
  private static final String TEXT = "Our office is closed from 24 December to 6 January.";

  /** More than one message of the fan-out. */
  private static final int OTHERS = 30;

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
  private static final Pattern OF_ITS_OWN =
      Pattern.compile(
          "[\\w+-]+@example\\.test|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
              + "|(?<!\\w)[0-9a-hjkmnp-tv-z]{26}(?!\\w)|firm-\\d+|#[A-Za-z0-9_-]{43,}");

  /** Headers that belong to the call, whatever was asked for. */
  private static final List<String> OF_THE_CALL = List.of("date", "apigw-requestid");

  private final World alone = new World();
  private final World among = new World();

  /** A firm with a client and a contact, who read. */
  private static final class World {
    private final Office office = Office.open();
    private final Office.Client.SignedIn carla = office.activeClient("Carla");
    private final Office.Client client = carla.client();
    private final String contactEmail = Portal.email("colin");
    private final String contact = client.contact("Colin", contactEmail, true);
    private final Person colin = contactWhoSignsIn();
    private final GroupNote note = GroupNote.write(office, TITLE, TEXT, client);
    private final Map<String, String> names = new LinkedHashMap<>();

    private Person contactWhoSignsIn() {
      office
          .administrator()
          .post(
              client.path() + "/contacts/" + contact + "/account",
              json().put("email", contactEmail))
          .is(201);
      return Portal.acceptInvitation(contactEmail);
    }

    private Stream<Person> readers() {
      return Stream.of(carla.person(), colin);
    }

    private void change(String field, String value) {
      office.administrator().patch(note.path(), json().put(field, value)).is(200);
    }

    /** Chooses recipients of one participant, beside what the share with all gives. */
    private void choose(Office.Client participant, String... recipients) {
      Answer all = office.administrator().get(note.path() + "/shares").is(200);
      List<String> shares = new ArrayList<>(List.of(recipients));
      all.at("recipients").forEach(_ -> shares.add("all-authorized view"));
      Shares.set(office, note.path(participant), shares.toArray(String[]::new)).is(200);
    }

    /** Returns every answer that a reader can get, by reader and path. */
    private Map<String, String> seen() {
      Portal.settle();
      Map<String, String> seen = new LinkedHashMap<>();
      for (Person reader : readers().toList()) {
        for (String path :
            List.of(
                "/v1/me",
                "/v1/me/notices",
                client.path() + "/shared",
                client.path() + "/shared?archived=true",
                client.path() + "/folders",
                client.path() + "/activity",
                note.path(client),
                note.path(client) + "/shares",
                note.path(),
                note.path() + "/shares",
                note.path() + "/participants",
                note.path() + "/versions",
                office.path() + "/group-notes")) {
          seen.put(reader.email() + " " + path, shown(reader.get(path)));
        }
      }
      return seen;
    }

    private static String shown(Answer answer) {
      String headers =
          answer.headers().map().entrySet().stream()
              .filter(header -> !OF_THE_CALL.contains(header.getKey()))
              .map(header -> header.getKey() + ": " + header.getValue())
              .sorted()
              .collect(Collectors.joining("\n"));
      return "%d\n%s\n%s".formatted(answer.status(), headers, answer.withoutInstance());
    }

    /** Returns texts with names in place of ids and addresses, and places in place of times. */
    private String normal(Object seen) {
      String text = seen.toString();
      List<String> times =
          new ArrayList<>(
              new TreeSet<>(TIME.matcher(text).results().map(MatchResult::group).toList()));
      return OF_ITS_OWN
          .matcher(
              TIME.matcher(text).replaceAll(time -> "{time " + times.indexOf(time.group()) + "}"))
          .replaceAll(id -> names.computeIfAbsent(id.group(), _ -> "{" + names.size() + "}"))
          // Addresses have other lengths, and a tag may be made of ids.
          .replaceAll("content-length: \\[\\d+]", "content-length")
          .replaceAll("etag: \\[\"\\w+\"]", "etag");
    }
  }

  /** What happens to the note, or to the client with it. */
  private enum Step {
    NOTHING,
    CHOSEN,
    OPENED,
    EDITED,
    RENAMED,
    CHOSEN_TOO,
    NOT_CHOSEN,
    ARCHIVED,
    RESTORED,
    CLOSED,
    OPENED_AGAIN,
    REMOVED,
    ADDED;

    private void happenIn(World world) {
      Person staff = world.office.administrator();
      switch (this) {
        case NOTHING -> {}
        case CHOSEN -> world.choose(world.client, world.contact + " view");
        case OPENED, OPENED_AGAIN -> world.note.open();
        case EDITED -> world.change("text", "We are back on 7 January.");
        case RENAMED -> world.change("title", "Open again");
        case CHOSEN_TOO -> world.choose(world.client, "client view", world.contact + " view");
        case NOT_CHOSEN -> world.choose(world.client);
        case ARCHIVED -> staff.delete(world.note.path()).is(204);
        case RESTORED -> staff.patch(world.note.path(), json().put("archived", false)).is(200);
        case CLOSED -> world.note.close();
        case REMOVED -> world.note.remove(world.client).is(200);
        case ADDED -> world.note.add(world.client).is(200);
      }
    }

    /** Tells whether readers get another answer than before. */
    private boolean isSeen() {
      return this != NOTHING && this != CHOSEN_TOO && this != NOT_CHOSEN;
    }
  }

  /** The others of the second world. */
  private static final class Others {
    private final World world;
    private final AtomicInteger turns = new AtomicInteger();
    private final Office.Client.SignedIn otto;
    private final String contact;
    private final List<Office.Client> coming = new ArrayList<>();

    Others(World world) {
      this.world = world;
      otto = world.office.activeClient("Otto");
      contact = otto.client().contact("Ottilie", true);
      List<Office.Client> first = new ArrayList<>(List.of(otto.client()));
      for (int i = 1; i < OTHERS; i++) {
        first.add(world.office.client("Other " + i));
      }
      world.note.add(first.toArray(Office.Client[]::new)).is(200);
      for (int i = 0; i < Step.values().length; i++) {
        coming.add(world.office.client("Later " + i));
      }
    }

    /** One comes, one goes, and one gets or loses shares of their own. */
    void act() {
      int turn = turns.getAndIncrement();
      world.note.add(coming.get(turn)).is(200);
      if (turn > 0) {
        world.note.remove(coming.get(turn - 1)).is(200);
      }
      if (turn % 2 == 0) {
        world.choose(otto.client(), "client view", contact + " view");
      } else {
        world.choose(otto.client());
      }
      assertThat(count()).isEqualTo(OTHERS + 2 - (isMissing() ? 1 : 0));
    }

    private boolean isMissing() {
      return world.office.administrator().get(world.note.path(world.client)).status() == 404;
    }

    private int count() {
      Answer note = world.office.administrator().get(world.note.path()).is(200);
      return note.at("participants").asInt();
    }
  }

  @Test
  @Tag("BS16")
  @Tag("BS18")
  void noAnswer_tellsWhetherThereAreOthers_orWhatHappensToThem() {
    Others others = new Others(among);
    Map<String, String> before = Map.of();
    for (Step step : Step.values()) {
      for (World world : List.of(alone, among)) {
        step.happenIn(world);
      }
      Map<String, String> seen = among.seen();

      assertThat(among.normal(seen)).as("%s", step).isEqualTo(alone.normal(alone.seen()));
      if (step.isSeen()) {
        assertThat(seen).as("%s", step).isNotEqualTo(before);
      }
      if (step != Step.ARCHIVED) {
        others.act();
        assertThat(among.seen()).as("after others, %s", step).isEqualTo(seen);
      }
      before = seen;
      // Steps have times of their own.
      Portal.advance(Duration.ofSeconds(1));
    }
  }

  /** A tag that is made of the answer is as long with others as without. */
  @Test
  void theTagOfTheNote_andItsLength_sayNothingOfOthers() {
    new Others(among);
    for (World world : List.of(alone, among)) {
      world.note.open();
    }
    Answer one = alone.carla.person().get(alone.note.path(alone.client)).is(200);
    Answer many = among.carla.person().get(among.note.path(among.client)).is(200);

    assertThat(many.header("etag").orElseThrow()).hasSameSizeAs(one.header("etag").orElseThrow());
    assertThat(many.header("content-length")).isEqualTo(one.header("content-length"));
    assertThat(many.bytes()).hasSameSizeAs(one.bytes());
  }

  /** When the notice was given says nothing of how many there were before. */
  @Test
  void aNotice_hasTheTimeOfTheShare() {
    new Others(among);
    for (World world : List.of(alone, among)) {
      world.note.open();
      Portal.settle();
      for (Person reader : world.readers().toList()) {
        Answer notices = reader.get("/v1/me/notices").is(200);
        assertThat(notices.text("items/0/type")).isEqualTo("group-note-shared");
        assertThat(notices.text("items/0/at"))
            .isEqualTo(reader.get(world.client.path() + "/shared").text("items/0/sharedAt"));
      }
    }
  }

  @Test
  void noMail_tellsWhetherThereAreOthers() {
    Others others = new Others(among);
    Map<World, String> invited = new LinkedHashMap<>();
    for (World world : List.of(alone, among)) {
      String email = Portal.email("ines");
      invited.put(world, email);
      world.choose(world.client, world.client.contact("Ines", email, true) + " view");
      world.note.open();
    }
    others.act();
    Portal.advance(Duration.ofMinutes(6));

    List<List<String>> mails = new ArrayList<>();
    invited.forEach((world, email) -> {
      List<Message> all =
          Stream.of(world.client.email(), world.contactEmail, email)
              .flatMap(each -> Portal.mails(each).stream())
              .filter(mail -> String.valueOf(mail.text()).contains(TITLE))
              .toList();
      assertThat(all).hasSize(3);
      mails.add(
          all.stream()
              .map(mail -> world.normal(mail.subject() + mail.text() + mail.html()))
              .map(mail -> mail.replaceAll("\\d?\\d:\\d\\d", "{clock}"))
              .toList());
    });
    assertThat(mails.getLast()).isEqualTo(mails.getFirst());
    assertThat(mails.toString()).doesNotContain(TEXT, "Otto", "articipant", "group note");
  }
}
