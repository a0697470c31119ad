package clientportal.access;

import static clientportal.driver.Portal.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.contract.PublishedContract;
import clientportal.contract.PublishedContract.Operation;
import clientportal.driver.Checklist;
import clientportal.driver.ClientGroup;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A new name is shown wherever the old one was: in every answer of every operation that reads, to
 * whoever may read it, and in the mails that follow. The places are those in which the old name was
 * found before.
 */
final class NamesFollowIT {
  private static final PublishedContract CONTRACT = PublishedContract.read();
  private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");
  private static final Pattern INDEX = Pattern.compile("/\\d+");

  /** Who did something, as they were called then: that is a part of what happened. */
  private static final Set<String> AUTHORS = Set.of("/uploadedBy/name", "/by/name", "/by");

  private static final String OF_CLIENT = "/v1/firms/{firmId}/clients/{clientId}";
  private static final String OF_FOLDER = OF_CLIENT + "/folders/{folderId}";
  private static final String OF_ENGAGEMENT = OF_CLIENT + "/engagements/{engagementId}";
  private static final String OF_DOCUMENT = OF_FOLDER + "/documents/{documentId}";

  /** The ways to change a name, and where in the contract each is. */
  enum Way {
    FIRM("/v1/firms/{firmId}"),
    CLIENT(OF_CLIENT),
    CANDIDATE(OF_CLIENT),
    CONTACT(OF_CLIENT + "/contacts/{contactId}"),
    FOLDER(OF_FOLDER),
    DOCUMENT(OF_DOCUMENT),
    NOTE(OF_CLIENT + "/notes/{noteId}"),
    GROUP_NOTE("/v1/firms/{firmId}/group-notes/{noteId}"),
    CHECKLIST("/v1/firms/{firmId}/checklists/{checklistId}"),
    ENGAGEMENT(OF_ENGAGEMENT),
    ITEM(OF_ENGAGEMENT + "/items/{itemId}"),
    PORTAL("/v1/firms/{firmId}/portals/{portalId}"),
    MEMBER("/v1/firms/{firmId}/members/{memberId}"),
    /** The document takes its name from its newest version. */
    VERSION(OF_DOCUMENT + "/versions");

    private final String path;

    Way(String path) {
      this.path = path;
    }

    /** No two names have a word in common. */
    String before() {
      return "Before-" + name().toLowerCase(Locale.ROOT);
    }

    String after() {
      return "After-" + name().toLowerCase(Locale.ROOT);
    }

    /** The field of the contract that has the name. */
    String field() {
      return this == NOTE || this == GROUP_NOTE ? "title" : "name";
    }

    /** Returns how many places there are at least that show the name. */
    private int places() {
      return switch (this) {
        case ITEM -> 3;
        case CANDIDATE, CHECKLIST -> 4;
        case PORTAL -> 8;
        case FIRM,
            CLIENT,
            CONTACT,
            FOLDER,
            DOCUMENT,
            NOTE,
            GROUP_NOTE,
            ENGAGEMENT,
            MEMBER,
            VERSION ->
            9;
      };
    }

    /** Tells whether only staff see the name, and no mail has it. */
    private boolean isForStaff() {
      return this == CANDIDATE || this == CHECKLIST;
    }

    /** Tells whether a place keeps the name that it had. */
    private boolean isKept(String place) {
      boolean ofVersions =
          switch (this) {
            case VERSION ->
                place.startsWith("listVersions ") || place.startsWith("requestVersionDownload ");
            case NOTE -> place.startsWith("listNoteVersions ");
            case GROUP_NOTE -> place.startsWith("listGroupNoteVersions ");
            // The folder in which its files arrive keeps its name.
            case ENGAGEMENT -> place.startsWith("listFolders ");
            case FIRM,
                CLIENT,
                CANDIDATE,
                CONTACT,
                FOLDER,
                DOCUMENT,
                CHECKLIST,
                ITEM,
                PORTAL,
                MEMBER ->
                false;
          };
      return ofVersions || AUTHORS.stream().anyMatch(place::endsWith);
    }
  }

  /** Everything that has a name, and everybody who sees it. */
  private static final class Scene {
    private final Office office = Office.open(Way.FIRM.before(), true);
    private final Office.Member member = office.member("Sam", true);
    private final Office.Client.SignedIn carla = office.activeClient(Way.CLIENT.before());
    private final Office.Client client = carla.client();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Person> viewers = new LinkedHashMap<>();

    /** The documents of the ways {@code DOCUMENT} and {@code VERSION}. */
    private final Map<Way, String> documents = new HashMap<>();

    private final String candidate;

    Scene() {
      client.assignTeam(member.staffId());
      String email = Portal.email("colin");
      String contact = client.contact(Way.CONTACT.before(), email, true);
      String contactPath = client.path() + "/contacts/" + contact;
      office.administrator().post(contactPath + "/account", json().put("email", email)).is(201);
      Person colin = Portal.acceptInvitation(email);
      String folder = client.folder(Way.FOLDER.before());
      client.share(folder, "all-authorized", "view-upload").is(200);
      String folderPath = client.path() + "/folders/" + folder;
      documents.put(
          Way.DOCUMENT,
          File.text(Way.DOCUMENT.before() + ".txt", "a")
              .upload(office.administrator(), folderPath));
      documents.put(
          Way.VERSION,
          File.text(Way.VERSION.before() + ".txt", "b").upload(carla.person(), folderPath));
      File.text("colins.txt", "c").upload(colin, folderPath);
      for (Map.Entry<Way, String> document : documents.entrySet()) {
        office
            .administrator()
            .put(
                folderPath + "/documents/" + document.getValue() + "/shares",
                Office.recipients("all-authorized", "view"))
            .is(200);
      }
      String note = client.sharedNote(Way.NOTE.before(), "They have called.", "all-authorized");
      GroupNote groupNote =
          GroupNote.write(office, Way.GROUP_NOTE.before(), "They have called.", client).open();
      candidate = registration();
      ids.putAll(
          Map.of(
              "slug",
              office.slug(),
              "firmId",
              office.firmId(),
              "staffId",
              office.staffId(),
              "clientId",
              client.clientId(),
              "contactId",
              contact,
              "folderId",
              folder,
              "noteId",
              note,
              "version",
              "1",
              "groupNoteId",
              groupNote.noteId(),
              "checklistId",
              Checklist.create(office, Way.CHECKLIST.before(), "Passport").checklistId()));
      Engagement engagement = Engagement.begin(client, Way.ENGAGEMENT.before());
      ids.put("engagementId", engagement.engagementId());
      ids.put("itemId", engagement.ask(Engagement.items("text", Way.ITEM.before())).getFirst());
      viewers.put("member of a portal", portal());
      viewers.put("administrator", office.administrator());
      viewers.put("member", member.person());
      viewers.put("client", carla.person());
      viewers.put("contact", colin);
      Portal.settle();
    }

    /** Lets somebody who is in a portal already into another one, on a site with its own name. */
    private Person portal() {
      String slug = Portal.slug();
      String sites = office.path() + "/sites";
      office.administrator().post(sites, json().put("slug", slug).put("name", "Portals")).is(201);
      ObjectNode settings = json().put("displayName", "Portals");
      settings.putArray("signIn").add("code");
      office.administrator().put(sites + "/" + slug + "/settings", settings).is(200);
      String email = Portal.email("meg");
      ObjectNode first = ClientGroup.body(office, "Earlier", List.of(office.client("Gina")));
      ClientGroup.with(first, Way.MEMBER.before(), email, "contributor");
      String id = ClientGroup.create(office, first.put("slug", slug)).member(Way.MEMBER.before());
      Person meg = Portal.acceptInvitation(email);
      ObjectNode second = ClientGroup.body(office, Way.PORTAL.before(), List.of(client));
      second.putArray("members").addObject().put("memberId", id).put("role", "full-access");
      ids.put("memberId", id);
      ids.put("portalId", ClientGroup.create(office, second.put("slug", slug)).portalId());
      return meg;
    }

    /** Somebody registers whose address two clients have; returns the path of one of them. */
    private String registration() {
      String email = Portal.email("twin");
      String one = office.client(Way.CANDIDATE.before(), email).path();
      office.client("Other", email);
      Visitor visitor = Visitor.elsewhere();
      visitor.verify(visitor.registering(office.slug(), "Twin", email).withKey()).is(200);
      return one;
    }

    private String path(String ofContract, Way way) {
      return IN_BRACES
          .matcher(ofContract.replace("/group-notes/{noteId}", "/group-notes/{groupNoteId}"))
          .replaceAll(name ->
              name.group(1).equals("documentId")
                  ? requireNonNull(documents.getOrDefault(way, documents.get(Way.DOCUMENT)))
                  : requireNonNull(ids.get(name.group(1)), name.group(1)));
    }

    /** Changes a name. */
    void rename(Way way) {
      String path = way == Way.CANDIDATE ? candidate : path(way.path, way);
      if (way == Way.VERSION) {
        File.text(way.after() + ".txt", "d")
            .uploadVersion(carla.person(), path.replace("/versions", ""));
      } else {
        office.administrator().patch(path, json().put(way.field(), way.after())).is(200);
      }
      Portal.settle();
    }

    /** Returns the places in which a text is shown: viewer, operation and where in the answer. */
    Set<String> places(Way way, String text) {
      Set<String> places = new TreeSet<>();
      viewers.forEach((viewer, person) -> {
        for (Operation operation : CONTRACT.operations()) {
          if (reads(operation)) {
            String path = path(operation.path(), way);
            Stream<String> paths =
                operation.parameters().contains("archived")
                    ? Stream.of(path, path + "?archived=true")
                    : Stream.of(path);
            paths
                .map(each -> person.call(operation.method(), each).send())
                .filter(answer -> answer.status() == 200)
                .forEach(
                    answer -> find(text, answer.json(), "", operation.id() + " ", viewer, places));
          }
        }
      });
      return places;
    }

    /** A URL for a download names the document too. */
    private static boolean reads(Operation operation) {
      return operation.method().equals("GET") || operation.path().endsWith("/download");
    }

    private static void find(
        String text,
        JsonNode node,
        String pointer,
        String operation,
        String viewer,
        Set<String> places) {
      if (node.isTextual() && node.asText().contains(text) && !pointer.endsWith("/url")) {
        places.add(operation + viewer + " " + INDEX.matcher(pointer).replaceAll("/*"));
      }
      node.properties()
          .forEach(field ->
              find(
                  text,
                  field.getValue(),
                  pointer + "/" + field.getKey(),
                  operation,
                  viewer,
                  places));
      if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          find(text, node.get(i), pointer + "/" + i, operation, viewer, places);
        }
      }
    }

    /** Returns the texts of the digests that are sent now, without the names of authors. */
    List<String> digests(Way way) {
      Map<String, Integer> before = new HashMap<>();
      viewers.values().forEach(person -> before.put(person.email(), mails(person).size()));
      Portal.advance(Duration.ofMinutes(6));
      return viewers.values().stream()
          .flatMap(person -> mails(person).stream().skip(before.getOrDefault(person.email(), 0)))
          .map(text -> text.replace("by " + way.before(), "by somebody"))
          .toList();
    }

    private static List<String> mails(Person person) {
      return Portal.mails(person.email()).stream()
          .map(mail -> mail.subject() + "\n" + mail.text())
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aNewName_isShownWhereTheOldOneWas(Way way) {
    Scene scene = new Scene();
    Set<String> before = scene.places(way, way.before());
    assertThat(before).hasSizeGreaterThanOrEqualTo(way.places());

    scene.rename(way);

    Set<String> kept = before.stream().filter(way::isKept).collect(Collectors.toSet());
    assertThat(scene.places(way, way.before())).isEqualTo(kept);
    assertThat(scene.places(way, way.after()))
        .containsAll(before.stream().filter(place -> !kept.contains(place)).toList());
    List<String> digests = scene.digests(way);
    assertThat(digests).isNotEmpty().noneMatch(text -> text.contains(way.before()));
    if (!way.isForStaff() && way != Way.CONTACT && way != Way.MEMBER) {
      assertThat(digests).anyMatch(text -> text.contains(way.after()));
    }
  }

  /** Whatever takes a name and changes something that is there is one of the ways. */
  @Test
  void theWays_areAllOperationsThatChangeAName() {
    Set<String> changing = new TreeSet<>();
    for (Operation operation : CONTRACT.operations()) {
      boolean changes = Set.of("PATCH", "PUT").contains(operation.method());
      boolean replaces =
          operation.path().endsWith("/versions") && operation.method().equals("POST");
      if ((changes || replaces)
          && Stream.of("name", "title").anyMatch(operation.bodyProperties()::contains)) {
        changing.add(operation.path());
      }
    }

    assertThat(changing)
        .isEqualTo(Stream.of(Way.values()).map(way -> way.path).collect(Collectors.toSet()));
  }
}
