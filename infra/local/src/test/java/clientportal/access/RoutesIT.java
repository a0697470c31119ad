package clientportal.access;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Call;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every route by every kind of caller. Who may gets to the body, which is no JSON (400); who may
 * not is refused before it is looked at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutesIT {
  /** The columns of {@link #ROUTES}. */
  private static final List<String> CALLERS =
      List.of(
          "nobody", "otherFirm", "otherClient", "client", "staff", "webPortal", "administrator");

  private static final String ROUTES =
      """
      getMe            GET   /v1/me                           401 200 200 200 200 200 200
      listNotices      GET   /v1/me/notices                   401 200 200 200 200 200 200
      createFirm       POST  /v1/firms                        401 403 403 403 403 403 403
      getFirm          GET   {firm}                           401 404 404 404 200 200 200
      updateFirm       PATCH {firm}                           401 404 404 404 403 403 400
      createSite       POST  {firm}/sites                     401 404 404 404 403 403 400
      listSites        GET   {firm}/sites                     401 404 404 404 200 200 200
      createStaff      POST  {firm}/staff                     401 404 404 404 403 403 400
      listStaff        GET   {firm}/staff                     401 404 404 404 200 200 200
      getStaff         GET   {firm}/staff/{staff}             401 404 404 404 200 200 200
      updateStaff      PATCH {firm}/staff/{staff}             401 404 404 404 403 403 400
      createClient     POST  {firm}/clients                   401 404 404 404 400 400 400
      listClients      GET   {firm}/clients                   401 404 404 404 200 200 200
      getClient        GET   {client}                         401 404 404 404 200 200 200
      updateClient     PATCH {client}                         401 404 404 404 400 400 400
      setTeam          PUT   {client}/team                    401 404 404 404 400 400 400
      createContact    POST  {client}/contacts                401 404 404 404 400 400 400
      listContacts     GET   {client}/contacts                401 404 404 404 200 200 200
      getContact       GET   {contact}                        401 404 404 404 200 200 200
      updateContact    PATCH {contact}                        401 404 404 404 400 400 400
      listRegistrations    GET   {firm}/registrations          401 404 404 404 403 200 200
      resolveRegistration  POST  {firm}/registrations/{registration}/resolution  401 404 404 404 403 400 400
      createAccount    POST  {client}/account                 401 404 404 404 403 400 400
      getAccount       GET   {client}/account                 401 404 404 404 200 200 200
      resendInvitation POST  {client}/account/invitation      401 404 404 404 403 409 409
      revokeAccount    DELETE {new}/account                   401 404 404 404 403 204 204
      getAccountInstructions   GET    {client}/account/instructions    401 404 404 404 403 200 200
      createContactAccount     POST   {contact}/account                401 404 404 404 403 400 400
      getContactAccount        GET    {contact}/account                401 404 404 404 200 200 200
      resendContactInvitation  POST   {contact}/account/invitation     401 404 404 404 403 422 422
      revokeContactAccount     DELETE {contact}/account                401 404 404 404 403 204 204
      createFolder     POST  {client}/folders                 401 404 404 403 400 400 400
      listFolders      GET   {client}/folders                 401 404 404 200 200 200 200
      listShared       GET   {client}/shared                  401 404 404 200 403 403 403
      getFolder        GET   {open}                           401 404 404 200 200 200 200
      getFolder        GET   {closed}                         401 404 404 404 200 200 200
      getFolder        GET   {archived}                       401 404 404 200 200 200 200
      updateFolder     PATCH {open}                           401 404 404 403 400 400 400
      updateFolder     PATCH {closed}                         401 404 404 404 400 400 400
      archiveFolder    DELETE {archived}                      401 404 404 403 204 204 204
      archiveFolder    DELETE {archivedClosed}                401 404 404 404 204 204 204
      requestUpload    POST  {open}/documents                 401 404 404 403 403 400 400
      requestUpload    POST  {closed}/documents               401 404 404 404 400 400 400
      resumeUpload     POST  {open}/documents/{readable}/upload            401 404 404 403 403 403 200
      resumeUpload     POST  {closed}/documents/{hidden}/upload            401 404 404 404 403 403 200
      completeUpload   POST  {open}/documents/{readable}/upload/completion   401 404 404 403 403 403 202
      completeUpload   POST  {closed}/documents/{hidden}/upload/completion   401 404 404 404 403 403 202
      listUploads      GET   {open}/uploads                   401 404 404 200 200 200 200
      listUploads      GET   {closed}/uploads                 401 404 404 404 200 200 200
      listDocuments    GET   {open}/documents                 401 404 404 200 200 200 200
      listDocuments    GET   {closed}/documents               401 404 404 404 200 200 200
      getDocument      GET   {open}/documents/{readable}      401 404 404 200 200 200 200
      getDocument      GET   {closed}/documents/{hidden}      401 404 404 404 200 200 200
      getDocument      GET   {open}/documents/{hidden}        401 404 404 404 404 404 404
      getDocument      GET   {open}/documents/{old}           401 404 404 200 200 200 200
      updateDocument   PATCH {open}/documents/{readable}      401 404 404 403 400 400 400
      updateDocument   PATCH {closed}/documents/{hidden}      401 404 404 404 400 400 400
      updateDocument   PATCH {open}/documents/{hidden}        401 404 404 404 404 404 404
      archiveDocument  DELETE {open}/documents/{old}          401 404 404 403 204 204 204
      archiveDocument  DELETE {closed}/documents/{oldHidden}  401 404 404 404 204 204 204
      requestDownload  POST  {open}/documents/{readable}/download  401 404 404 200 200 200 200
      requestDownload  POST  {closed}/documents/{hidden}/download  401 404 404 404 200 200 200
      requestVersion   POST  {open}/documents/{readable}/versions   401 404 404 403 403 400 400
      requestVersion   POST  {closed}/documents/{hidden}/versions   401 404 404 404 400 400 400
      listVersions     GET   {open}/documents/{readable}/versions   401 404 404 403 200 200 200
      listVersions     GET   {closed}/documents/{hidden}/versions   401 404 404 404 200 200 200
      requestVersionDownload  POST  {open}/documents/{readable}/versions/1/download   401 404 404 403 200 200 200
      requestVersionDownload  POST  {closed}/documents/{hidden}/versions/1/download   401 404 404 404 200 200 200
      getFolderShares  GET   {open}/shares                    401 404 404 403 200 200 200
      getFolderShares  GET   {closed}/shares                  401 404 404 404 200 200 200
      setFolderShares  PUT   {open}/shares                    401 404 404 403 403 400 400
      setFolderShares  PUT   {closed}/shares                  401 404 404 404 403 400 400
      getDocumentShares  GET  {open}/documents/{readable}/shares    401 404 404 403 200 200 200
      getDocumentShares  GET  {closed}/documents/{hidden}/shares    401 404 404 404 200 200 200
      getDocumentShares  GET  {open}/documents/{hidden}/shares      401 404 404 404 404 404 404
      setDocumentShares  PUT  {open}/documents/{readable}/shares    401 404 404 403 403 400 400
      setDocumentShares  PUT  {closed}/documents/{hidden}/shares    401 404 404 404 403 400 400
      """;

  private static final List<String> PUBLIC =
      List.of(
          "acceptInvitation", "verifyAccount", "register", "requestPasswordReset", "resetPassword");

  private Map<String, String> places = Map.of();
  private Map<String, Person> people = Map.of();

  @BeforeAll
  void build() {
    Office office = Office.open();
    Office.Customer.SignedIn carla = office.activeClient("Carla");
    Office.Customer client = carla.customer();
    String open = client.path() + "/folders/" + client.folder("Open");
    String closed = client.path() + "/folders/" + client.folder("Closed");
    client.share(open.substring(open.lastIndexOf('/') + 1), "client", "view").is(200);
    places =
        Map.ofEntries(
            Map.entry("firm", office.path()),
            Map.entry("staff", office.staffId()),
            Map.entry("registration", registration(office)),
            Map.entry("client", client.path()),
            Map.entry("new", office.client("Nora").path()),
            Map.entry("contact", client.path() + "/contacts/" + client.contact("Colin", false)),
            Map.entry("open", open),
            Map.entry("closed", closed),
            Map.entry("readable", File.text("a.txt", "a").upload(office.administrator(), open)),
            Map.entry("hidden", File.text("b.txt", "b").upload(office.administrator(), closed)),
            Map.entry("archived", archivedFolder(client, true)),
            Map.entry("archivedClosed", archivedFolder(client, false)),
            Map.entry("old", archivedDocument(office, open)),
            Map.entry("oldHidden", archivedDocument(office, closed)));
    people =
        Map.of(
            "otherFirm", Office.open("Other", true).administrator(),
            "otherClient", office.activeClient("Otto").person(),
            "client", carla.person(),
            "staff", office.member("Sam", false).person(),
            "webPortal", office.member("Tom", true).person(),
            "administrator", office.administrator());
  }

  /** What is archived already is not changed by who may archive it. */
  private static String archivedFolder(Office.Customer client, boolean open) {
    String id = client.folder("Archived");
    if (open) {
      client.share(id, "client", "view").is(200);
    }
    String path = client.path() + "/folders/" + id;
    client.office().administrator().delete(path).is(204);
    return path;
  }

  private static String archivedDocument(Office office, String folder) {
    String id = File.text("c.txt", "c").upload(office.administrator(), folder);
    office.administrator().delete(folder + "/documents/" + id).is(204);
    return id;
  }

  /** Lets somebody register whose address two clients have. */
  private static String registration(Office office) {
    String email = Portal.email("twin");
    office.client("One", email);
    office.client("Other", email);
    Visitor visitor = Visitor.elsewhere();
    visitor.verify(visitor.registering(office.slug(), "Twin", email).withKey()).is(200);
    return office
        .administrator()
        .get(office.path() + "/registrations")
        .text("items/0/registrationId");
  }

  private static List<String[]> routes() {
    return ROUTES.lines().map(line -> line.strip().split("\\s+")).toList();
  }

  private String path(String template) {
    String path = template;
    for (Map.Entry<String, String> place : places.entrySet()) {
      path = path.replace("{" + place.getKey() + "}", place.getValue());
    }
    return path;
  }

  private Answer call(String caller, String method, String path) {
    Person person = people.get(caller);
    Call call = person == null ? Portal.anonymous(method, path) : person.call(method, path);
    return method.equals("GET") || method.equals("DELETE") || path.endsWith("/download")
        ? call.send()
        : call.json("no json").send();
  }

  @Test
  void everyCaller_getsWhatTheTableSays_andRefusedCallsChangeNothing() {
    Map<String, Object> before = Portal.everything();
    List<String> wrong = new ArrayList<>();
    for (String[] route : routes()) {
      for (int i = 0; i < CALLERS.size(); i++) {
        Answer answer = call(CALLERS.get(i), route[1], path(route[2]));
        if (answer.status() != Integer.parseInt(route[3 + i])) {
          wrong.add(
              "%s %s by %s: %s instead of %s"
                  .formatted(route[1], route[2], CALLERS.get(i), answer.status(), route[3 + i]));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void someoneElsesItem_isAnsweredLikeAnUnknownOne_byteForByte() {
    String unknown = "01arz3ndektsv4rrffq69g5fav";
    List<String> wrong = new ArrayList<>();
    for (String[] route : routes()) {
      String path = path(route[2]);
      if (!path.startsWith("/v1/firms/")) {
        continue;
      }
      Answer theirs = call("otherFirm", route[1], path);
      String[] ids = path.split("/", -1);
      for (int i = 3; i < ids.length; i++) {
        if (ids[i].length() == 26) {
          String[] other = ids.clone();
          other[i] = unknown;
          compare(
              wrong,
              theirs,
              call("otherFirm", route[1], String.join("/", other)),
              route[1] + " " + path);
          other[i] = "not-an-id";
          compare(
              wrong,
              theirs,
              call("otherFirm", route[1], String.join("/", other)),
              route[1] + " " + path);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(List<String> wrong, Answer theirs, Answer unknown, String what) {
    if (theirs.status() != 404
        || unknown.status() != 404
        || !theirs.withoutInstance().equals(unknown.withoutInstance())) {
      wrong.add(what + ": " + theirs.text() + " but " + unknown.text());
    }
  }

  @Test
  void theTable_hasEveryOperationOfTheContract() throws IOException {
    JsonNode contract =
        new ObjectMapper()
            .valueToTree(
                new org.snakeyaml.engine.v2.api.Load(
                        org.snakeyaml.engine.v2.api.LoadSettings.builder().build())
                    .loadFromString(Files.readString(Path.of("..", "openapi.yaml"))));
    TreeSet<String> operations = new TreeSet<>();
    contract
        .path("paths")
        .forEach(path -> path.forEach(item -> operations.add(item.path("operationId").asText())));
    operations.remove("");

    TreeSet<String> tested = new TreeSet<>(PUBLIC);
    routes().forEach(route -> tested.add(route[0]));

    assertThat(tested).isEqualTo(operations);
  }

  @Test
  void anUnknownRoute_isTheGateways404() {
    Answer answer = Portal.anonymous("GET", "/v1/nothing").outsideTheContract().send();

    assertThat(answer.is(404).text()).isEqualTo(json().put("message", "Not Found").toString());
  }
}
