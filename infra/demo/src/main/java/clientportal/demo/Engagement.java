package clientportal.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An engagement of one client, and what is asked for in it.
 *
 * @param path {@code …/engagements/{engagementId}}
 * @param arrivals the folder in which its files arrive
 * @param items the ids of its items, by their names
 */
record Engagement(String path, Folder arrivals, Map<String, String> items) {
  Engagement {
    items = Map.copyOf(items);
  }

  /** Begins one in which nothing is asked for, or what was asked for in an earlier one. */
  static Engagement begin(Session staff, ClientFile client, Map<String, ?> body)
      throws InterruptedException {
    Answer begun = staff.post(client.path() + "/engagements", body);
    return new Engagement(
        client.path() + "/engagements/" + begun.require("engagementId"),
        client.folder(begun.require("folderId")),
        Map.of());
  }

  String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Asks for items, or prepares them as drafts; returns it with their ids. */
  Engagement ask(Session staff, Map<String, ?> body) throws InterruptedException {
    Map<String, String> ids = new HashMap<>(items);
    for (JsonNode item : staff.post(path + "/items", body).json().path("items")) {
      ids.put(item.path("name").asText(), item.path("itemId").asText());
    }
    return new Engagement(path, arrivals, ids);
  }

  /** Uploads a file for an item, and waits until it has arrived. */
  void upload(Session client, String item, SampleFile file) throws InterruptedException {
    Map<String, String> answers = Map.of("engagementId", id(), "itemId", item(item));
    arrivals.upload(client, file, Map.of("answers", answers)).awaitAvailable();
  }

  /** Answers a question. */
  void answer(Session client, String item, String answer) throws InterruptedException {
    client.put(pathOf(item) + "/answer", Map.of("answer", answer));
  }

  /** Says that there is no such thing. */
  void markNotApplicable(Session client, String item, String reason) throws InterruptedException {
    client.post(pathOf(item) + "/not-applicable", Map.of("reason", reason));
  }

  void submit(Session client, String... names) throws InterruptedException {
    client.post(
        path + "/submissions", Map.of("itemIds", Stream.of(names).map(this::item).toList()));
  }

  void accept(Session staff, String... names) throws InterruptedException {
    review(
        staff,
        Stream.of(names).map(name -> Map.of("itemId", item(name), "verdict", "accept")).toList());
  }

  void reject(Session staff, String name, String code, String reason) throws InterruptedException {
    review(
        staff,
        List.of(Map.of("itemId", item(name), "verdict", "reject", "code", code, "reason", reason)));
  }

  private void review(Session staff, List<Map<String, String>> reviews)
      throws InterruptedException {
    staff.post(path + "/reviews", Map.of("reviews", reviews));
  }

  /** Completes or cancels it. */
  void end(Session staff, String status) throws InterruptedException {
    staff.put(path + "/status", Map.of("status", status));
  }

  private String pathOf(String item) {
    return path + "/items/" + item(item);
  }

  private String item(String name) {
    String id = items.get(name);
    if (id == null) {
      throw new DemoFault("an engagement has no item \"" + name + "\"");
    }
    return id;
  }
}
