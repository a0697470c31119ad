package clientportal.requests;

import clientportal.access.decision.Recipient;
import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is reminded by a call, and who is not. */
record Reminding(List<Recipient.Party> notified, List<Asked.NotNotified> notNotified) {
  static final String TODAY = "reminded-today";

  Reminding {
    notified = List.copyOf(notified);
    notNotified = List.copyOf(notNotified);
  }

  JsonObject json() {
    return Json.object()
        .with("notified", notified.stream().map(Recipient.Party::text).toList())
        .with("notNotified", notNotified.stream().map(Asked.NotNotified::json).toList());
  }

  /** Returns it as the repeated request finds it. */
  String text() {
    return Stream.concat(
            notified.stream().map(Recipient.Party::text),
            notNotified.stream().map(each -> each.recipient().text() + " " + each.reason()))
        .collect(Collectors.joining(","));
  }

  static Reminding of(String text) {
    List<String[]> all = Arrays.stream(text.split(",", -1)).map(of -> of.split(" ", -1)).toList();
    return new Reminding(
        all.stream().filter(of -> of.length == 1).map(of -> Recipient.party(of[0])).toList(),
        all.stream()
            .filter(of -> of.length == 2)
            .map(of -> new Asked.NotNotified(Recipient.party(of[0]), of[1]))
            .toList());
  }
}
