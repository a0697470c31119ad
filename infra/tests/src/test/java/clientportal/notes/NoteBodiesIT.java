package clientportal.notes;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.platform.http.HostileNames;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code createNote} and {@code updateNote} accept as title, text and shares. */
final class NoteBodiesIT {
  private final Office office = Office.open();
  private final Person ada = office.administrator();
  private final Office.Client.SignedIn carla = office.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String notes = client.path() + "/notes";

  private List<String> faults(String body) {
    return ada.call("POST", notes).json(body).send().isProblem(400, "invalid-request").faults();
  }

  private List<String> faultsOfText(String text) {
    return faults(Office.note("Call", text).toString());
  }

  @Test
  void allFaultsOfABody_areReportedAtOnce_andNothingIsWritten() {
    Map<String, Object> before = Portal.everything();

    assertThat(
            faults(
                """
                {"title": " ", "text": "", "color": "red", "shares": {"color": "red",
                  "recipients": [
                  {"recipient": "client", "access": "view-upload"},
                  {"recipient": "client", "access": "view", "expiresAt": "2020-01-01T00:00:00Z"},
                  {"recipient": "everybody", "access": "edit"}]}}
                """))
        .containsExactlyInAnyOrder(
            "/title format",
            "/text length",
            "/color unknown",
            "/shares/color unknown",
            "/shares/recipients/0/access enum",
            "/shares/recipients/1/recipient duplicate",
            "/shares/recipients/1/expiresAt range",
            "/shares/recipients/2/recipient format",
            "/shares/recipients/2/access enum");
    assertThat(faults("{}")).containsExactlyInAnyOrder("/title required", "/text required");
    assertThat(faults("{\"title\": null, \"text\": 5, \"shares\": null}"))
        .containsExactlyInAnyOrder("/title type", "/text type", "/shares type");
    assertThat(faults("{\"title\": \"Call\", \"text\": \"They called.\", \"shares\": {}}"))
        .containsExactly("/shares/recipients required");
    ObjectNode many = Office.note("Call", "They called.");
    String[] shares = new String[41];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = "%026d view".formatted(i);
    }
    many.set("shares", Shares.of(shares));
    assertThat(faults(many.toString())).containsExactly("/shares/recipients length");

    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void aTitle_isAName() {
    HostileNames.refused()
        .forEach((name, code) ->
            assertThat(faults("{\"text\": \"They called.\", \"title\": %s}".formatted(name)))
                .as(name)
                .containsExactly("/title " + code));
    assertThat(faults(Office.note("x".repeat(121), "They called.").toString()))
        .containsExactly("/title length");

    String note = notes + "/" + client.sharedNote("x".repeat(120), "They called.", "client");
    HostileNames.accepted(7, 120)
        .limit(50)
        .forEach(title -> {
          ada.patch(note, json().put("title", title)).is(200);
          assertThat(carla.person().get(note).is(200).text("title")).isEqualTo(title);
          assertThat(Shares.shared(carla.person(), client)).startsWith("note " + title);
          assertThat(ada.get(client.path() + "/activity").text("items/0/name")).isEqualTo(title);
        });
  }

  @Test
  void aText_hasOneToTenThousandCharacters_ofAnyScript() {
    String longest = "🌍".repeat(10_000);
    String note = notes + "/" + client.sharedNote("Call", longest, "client");
    assertThat(carla.person().get(note).is(200).text("text")).isEqualTo(longest);

    HostileNames.accepted(8, 255)
        .limit(50)
        .forEach(text -> {
          ada.patch(note, json().put("text", text)).is(200);
          assertThat(carla.person().get(note).is(200).text("text")).isEqualTo(text);
        });

    assertThat(faultsOfText(longest + "x")).containsExactly("/text length");
    assertThat(faultsOfText("x".repeat(10_001))).containsExactly("/text length");
  }

  @Test
  void aText_hasLinesAndTabs_butNoOtherControlCharacters_andIsNotBlank() {
    String note = notes + "/" + client.sharedNote("Call", "One\r\n\tTwo\n\nThree\n", "client");

    assertThat(carla.person().get(note).is(200).text("text")).isEqualTo("One\n\tTwo\n\nThree\n");
    for (String refused :
        List.of(
            "\u0000", "\u0007", "\u000b", "\r", "\u001b", "\u007f", "\u0085", "\u2028", "\u202a",
            "\u202e", "\u2066", "\u2069")) {
      assertThat(faultsOfText("Before" + refused + "after"))
          .as("%04x", (int) refused.charAt(0))
          .containsExactly("/text format");
    }
    assertThat(faults("{\"title\": \"Call\", \"text\": \"Half a \\ud83c\"}"))
        .containsExactly("/text format");
    for (String blank : List.of(" ", "\n\n\t", "\u3000\u00a0", "\u200b\r\n")) {
      assertThat(faultsOfText(blank)).containsExactly("/text format");
    }
  }

  @Test
  void aPatch_hasTheSameRules_andNullRemovesNothing() {
    String note = notes + "/" + client.note("Call", "They called.");
    Map<String, Object> before = Portal.everything();

    Answer refused =
        ada.call("PATCH", note)
            .header("Content-Type", "application/merge-patch+json")
            .json("{\"title\": null, \"text\": \"\\u0000\", \"archived\": \"no\", \"shares\": {}}")
            .send()
            .isProblem(400, "invalid-request");

    assertThat(refused.faults())
        .containsExactlyInAnyOrder(
            "/title type", "/text format", "/archived type", "/shares unknown");
    assertThat(
            ada.patch(note, json().put("title", "x".repeat(121)).put("text", ""))
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactlyInAnyOrder("/title length", "/text length");
    assertThat(Portal.everything()).isEqualTo(before);
  }

  @Test
  void sharesOfANote_areToViewAlone() {
    String note = notes + "/" + client.note("Call", "They called.");
    Office.Client dora = office.client("Dora");
    String ofDora = dora.path() + "/notes/" + dora.note("Call", "They called.");
    Map<String, Object> before = Portal.everything();

    assertThat(
            Shares.set(office, note, "client view-upload", "all-authorized view-upload")
                .isProblem(400, "invalid-request")
                .faults())
        .containsExactly("/recipients/0/access enum", "/recipients/1/access enum");
    Shares.set(office, note, client.clientId() + " view").isProblem(422, "recipient-not-permitted");
    Shares.set(office, ofDora, "client view").isProblem(422, "account-required");

    assertThat(Portal.everything()).isEqualTo(before);
  }
}
