package clientportal.platform;

import static clientportal.driver.Portal.json;

import clientportal.driver.Answer;
import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each action on engagements costs, as {@code infra/COSTS.md} says, whatever their size. */
final class RequestCostIT {
  private static final String NAME =
      "Certificate of wages and of the taxes that were withheld ".repeat(3).substring(0, 100);

  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");

  /** Posts with an idempotency key. */
  private static void post(Person person, String path, ObjectNode body, int status) {
    person.call("POST", path).header("Idempotency-Key", Portal.slug()).json(body).send().is(status);
  }

  private static Map<String, Integer> counts(int there, int items) {
    return Map.of("4 KB of the items", (there + 3) / 4 + 1, "item", items);
  }

  @Test
  void eachFile_costsTheSame_howeverManyThereAre() {
    Engagement engagement = Engagement.begin(carla.client(), NAME);
    String item = engagement.ask(Engagement.items("document", NAME)).getFirst();
    String folder = engagement.folder();
    File file = File.text(NAME + ".txt", NAME);
    Cost.within(
        "requestUpload: for an item",
        () -> post(carla.person(), folder + "/documents", engagement.declaration(file, item), 201));
    Answer declared = engagement.declare(carla.person(), file, item).is(201);
    Cost.within(
        "confirmUpload: of the first file of an item",
        () -> {
          File.put(declared, file.bytes()).is(200);
          Portal.settle();
        });
    String other = carla.client().folder("Other");
    String document = file.upload(ada, carla.client().path() + "/folders/" + other);
    String path = engagement.files(item) + "/" + document;
    Cost.within("attachFile", () -> ada.put(path, json().put("folderId", other)).is(200));
    Cost.within("listItemFiles", Map.of("file", 2), () -> ada.get(engagement.files(item)).is(200));
    Cost.within("detachFile", () -> ada.delete(path).is(204));
  }

  @Test
  void aReminder_costsByTheItems() {
    for (int items : List.of(1, 10)) {
      Office.Client.SignedIn client = office.activeClient("Dora");
      Engagement engagement = Engagement.begin(client.client(), NAME);
      String[] names = IntStream.range(0, items).mapToObj(i -> NAME + i).toArray(String[]::new);
      engagement.ask(Engagement.items("text", names));
      Cost.within(
          "sendReminder",
          Map.of("4 KB of the items", (items + 3) / 4 + 1),
          () -> post(ada, engagement.path() + "/reminders", json(), 202));
    }
  }

  @Test
  void anInvitation_costsByTheEngagements_inWhichSomethingIsOpen() {
    for (int engagements : List.of(1, 3)) {
      Office.Client nora = office.client("Nora");
      for (int i = 0; i < engagements; i++) {
        Engagement.begin(nora, NAME + i).ask(Engagement.items("document", NAME, NAME, NAME));
      }
      Cost.within(
          "sendInvitations: with requests",
          Map.of("engagement", engagements, "4 KB of the items", engagements),
          () -> {
            ada.post(nora.path() + "/account", json().put("email", nora.email())).is(201);
            Portal.settle();
          });
    }
  }

  @Test
  void eachAction_costsByTheItems() {
    String list = carla.client().path() + "/engagements";
    Cost.within(
        "createEngagement",
        () -> post(ada, list, json().put("name", NAME).put("dueOn", "2026-03-14"), 201));
    String planned = Engagement.begin(carla.client(), NAME).path();
    Cost.within(
        "previewRequest",
        Map.of("addressee", 1),
        () -> post(ada, planned + "/items/preview", Engagement.items("text", NAME), 200));
    for (int items : List.of(1, 10)) {
      Engagement engagement = Engagement.begin(carla.client(), NAME);
      String path = engagement.path();
      String[] names = IntStream.range(0, items).mapToObj(i -> NAME + i).toArray(String[]::new);
      Cost.within(
          "requestDocuments",
          counts(0, items),
          () -> post(ada, path + "/items", Engagement.items("text", names), 201));
      List<String> ids = engagement.ask(Engagement.items("text", names).put("draft", true));
      Cost.within(
          "sendRequest", counts(2 * items, items), () -> post(ada, path + "/request", json(), 200));
      Cost.within(
          "answerItem",
          counts(2 * items, 1),
          () -> engagement.answer(carla.person(), ids.getFirst(), "So.").is(200));
      ids.stream().skip(1).forEach(id -> engagement.answer(carla.person(), id, "So.").is(200));
      Cost.within(
          "submitItems",
          counts(2 * items, items),
          () ->
              post(
                  carla.person(),
                  path + "/submissions",
                  Engagement.naming(ids.toArray(String[]::new)),
                  200));
      Cost.within(
          "withdrawItem",
          counts(2 * items, 1),
          () -> post(carla.person(), engagement.item(ids.getFirst()) + "/withdrawal", json(), 200));
      carla.person().post(path + "/submissions", Engagement.naming(ids.getFirst())).is(200);
      String other = engagement.ask(NAME);
      Cost.within(
          "markItemNotApplicable",
          counts(2 * items + 1, 1),
          () ->
              post(
                  carla.person(),
                  engagement.item(other) + "/not-applicable",
                  json().put("reason", "None."),
                  200));
      Cost.within(
          "reviewItems",
          counts(2 * items, 1),
          () -> post(ada, path + "/reviews", Engagement.review(ids.getFirst(), "reject"), 200));
      Cost.within(
          "cancelItems",
          counts(2 * items + 1, 1),
          () -> post(ada, path + "/cancellations", Engagement.naming(ids.getFirst()), 200));
      Cost.within(
          "reopenItems",
          counts(2 * items + 1, 1),
          () ->
              post(
                  ada,
                  path + "/reopenings",
                  Engagement.naming(ids.getFirst()).put("reason", "It is needed."),
                  200));
      Cost.within(
          "getEngagement",
          Map.of("4 KB of the items", (2 * items + 4) / 4 + 1),
          () -> ada.get(path).is(200));
      ObjectNode next = json().put("name", NAME);
      next.putObject("rollForward").put("engagementId", engagement.engagementId());
      Cost.within(
          "createEngagement: from an earlier one",
          counts(2 * items + 1, 2 * items + 1),
          () -> post(ada, list, next, 201));
      Cost.within(
          "updateItem",
          counts(2 * items + 1, 1),
          () ->
              ada.patch(
                      engagement.item(ids.getFirst()), json().put("name", "Why?").putNull("after"))
                  .is(200));
      Cost.within(
          "updateEngagement",
          Map.of("4 KB of the items", (2 * items + 4) / 4 + 1),
          () -> ada.patch(path, json().put("progressShown", true)).is(200));
      for (String status : List.of("cancelled", "open")) {
        Cost.within(
            "setEngagementStatus",
            counts(2 * items + 1, 2 * items + 1),
            () -> ada.put(path + "/status", json().put("status", status)).is(200));
      }
      engagement.upload(carla.person(), File.text(NAME + ".txt", NAME), engagement.ask(NAME));
      ada.put(path + "/status", json().put("status", "cancelled")).is(200);
      Cost.within(
          "exportEngagement",
          Map.of("4 KB of the items", (2 * items + 5) / 4 + 1, "file", 1, "contact", 0),
          () -> ada.get(path + "/export").is(200));
    }
    Cost.within("listEngagements", () -> ada.get(list + "?limit=50").is(200));
    Cost.within(
        "listFirmEngagements",
        Map.of("client", 1),
        () -> ada.get(office.path() + "/engagements?limit=50").is(200));
    Cost.within("listEngagements", () -> carla.person().get(list + "?limit=50").is(200));
  }
}
