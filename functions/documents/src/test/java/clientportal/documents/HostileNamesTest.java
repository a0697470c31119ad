package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.records.Folder;
import clientportal.platform.http.Exchange;
import clientportal.platform.http.HostileNames;
import clientportal.platform.http.SavedAs;
import clientportal.platform.json.Json;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class HostileNamesTest {
  private static final int MANY = 10_000;

  private static String body(String json) {
    return "{\"name\": " + json + "}";
  }

  private static List<Object> names(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().<Object>map(item -> ((Map<?, ?>) item).get("name")).toList();
  }

  /** A folder with a document, in a firm of its own. */
  private static final class Scene {
    private final TestDocuments documents = new TestDocuments();
    private final TestFirm firm = documents.firm;
    private final PersonId staff = firm.staff(Role.STAFF, true);
    private final PersonId reader = firm.link(documents.client);
    private final Folder folder =
        firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT);
    private final RequestStreamHandler updateDocument =
        new UpdateDocumentHandler(new UpdateDocument(firm.access(), firm.table, firm.ids));
    private final DocumentPath path = documents.available(folder.path(), staff, "first");

    Exchange.Answer renameDocument(String json) {
      return documents.to("PATCH", path, staff).json(body(json)).send(updateDocument);
    }

    Exchange.Answer documents() {
      return documents
          .to("GET", folder.path() + "/documents", folder.path(), reader)
          .send(documents.listDocuments);
    }
  }

  /** Hands names out to scenes that stay small: the table in memory looks at all that it has. */
  private static void each(Stream<String> names, BiConsumer<Scene, String> check) {
    Iterator<String> all = names.iterator();
    while (all.hasNext()) {
      Scene scene = new Scene();
      for (int i = 0; i < 100 && all.hasNext(); i++) {
        check.accept(scene, all.next());
      }
    }
  }

  @Test
  void tenThousandNamesOfDocuments_comeBackEqual_inLists() {
    each(
        HostileNames.accepted(1, 255).limit(MANY),
        (scene, name) -> {
          Exchange.Answer renamed = scene.renameDocument(Json.write(name));
          assertThat(renamed.status()).as(name).isEqualTo(200);
          assertThat(renamed.get("name")).isEqualTo(name);
          assertThat(names(scene.documents())).containsExactly(name);
        });
  }

  @Test
  void theUrlOfADownload_carriesTheHeaderWhole() {
    each(
        HostileNames.accepted(2, 255).limit(100),
        (scene, name) -> {
          scene.renameDocument(Json.write(name));
          Exchange.Answer download = scene.documents.download(scene.path, scene.reader);
          assertThat(download.get("name")).isEqualTo(name);
          assertThat(SavedAs.name(disposition((String) download.get("url")))).contains(name);
        });
  }

  private static String disposition(String url) {
    for (String parameter : URI.create(url).getRawQuery().split("&", -1)) {
      if (parameter.startsWith("response-content-disposition=")) {
        return URLDecoder.decode(
            parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError("no disposition in " + url);
  }

  @Test
  void whatIsRefused_hasAClearFault_andChangesNothing() {
    Scene scene = new Scene();
    Map<Key, Item> before = scene.firm.table.everything();

    HostileNames.refused()
        .forEach((json, code) -> assertFault(scene.renameDocument(json), json, code));
    for (String name : List.of("\"a/b\"", "\"..\\\\b\"")) {
      assertFault(scene.renameDocument(name), name, "format");
    }
    assertFault(scene.renameDocument(many("💶", 256)), "256", "length");

    assertThat(scene.firm.table.everything()).isEqualTo(before);
  }

  private static String many(String character, int times) {
    return Json.write(character.repeat(times));
  }

  private static void assertFault(Exchange.Answer answer, String json, String code) {
    assertThat(answer.problem()).as(json).isEqualTo("invalid-request");
    assertThat((List<?>) answer.get("errors"))
        .as(json)
        .singleElement()
        .satisfies(fault -> {
          assertThat(((Map<?, ?>) fault).get("pointer")).isEqualTo("/name");
          assertThat(((Map<?, ?>) fault).get("code")).isEqualTo(code);
          assertThat((String) ((Map<?, ?>) fault).get("detail")).startsWith("must ");
        });
  }
}
