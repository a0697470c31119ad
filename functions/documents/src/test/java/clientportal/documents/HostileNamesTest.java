package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clientportal.access.DocumentPath;
import clientportal.access.Folder;
import clientportal.access.FolderPath;
import clientportal.access.TableKeys;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.PersonId;
import clientportal.platform.http.Exchange;
import clientportal.platform.http.HostileNames;
import clientportal.platform.http.Json;
import clientportal.platform.http.SavedAs;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HostileNamesTest {
  private static final int MANY = 10_000;

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId staff = firm.staff(Role.STAFF, true);
  private final PersonId reader = firm.link(documents.client);
  private final Folder folder =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT);
  private final RequestStreamHandler updateFolder =
      new UpdateFolderHandler(new UpdateFolder(firm.access(), firm.table, firm.ids));
  private final RequestStreamHandler updateDocument =
      new UpdateDocumentHandler(new UpdateDocument(firm.access(), firm.table, firm.ids));
  private final RequestStreamHandler listFolders =
      new ListFoldersHandler(new ListFolders(firm.access(), firm.table));

  private static String body(String json) {
    return "{\"name\": " + json + "}";
  }

  private static List<Object> names(Exchange.Answer answer) {
    return ((List<?>) answer.get("items"))
        .stream().<Object>map(item -> ((Map<?, ?>) item).get("name")).toList();
  }

  private Exchange rename(DocumentPath path, String json) {
    return documents.to("PATCH", path, staff).json(body(json));
  }

  private Exchange rename(FolderPath path, String json) {
    return documents.to("PATCH", path, path, staff).json(body(json));
  }

  @Test
  void tenThousandNamesOfDocuments_comeBackEqual_inListsAndAsABrowserSavesThem() {
    DocumentPath path = documents.available(folder.path(), staff, "first");
    FolderPath in = folder.path();

    HostileNames.accepted(1, 255)
        .limit(MANY)
        .forEach(name -> {
          Exchange.Answer renamed = rename(path, Json.write(name)).send(updateDocument);
          assertThat(renamed.status()).as(name).isEqualTo(200);
          assertThat(renamed.get("name")).isEqualTo(name);
          assertThat(
                  names(
                      documents
                          .to("GET", in + "/documents", in, reader)
                          .send(documents.listDocuments)))
              .containsExactly(name);
          String header = ContentDisposition.attachment(name);
          assertThat(header).matches("attachment; [ -~]*").hasSizeLessThan(4_000);
          assertThat(SavedAs.name(header)).contains(name);
        });
  }

  @Test
  void theUrlOfADownload_carriesTheHeaderWhole() {
    DocumentPath path = documents.available(folder.path(), staff, "first");

    HostileNames.accepted(2, 255)
        .limit(100)
        .forEach(name -> {
          rename(path, Json.write(name)).send(updateDocument);
          Exchange.Answer download = documents.download(path, reader);
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
  void tenThousandNamesOfFolders_comeBackEqual_inTheListsOfStaffAndReaders() {
    HostileNames.accepted(3, 120)
        .limit(MANY)
        .forEach(name -> {
          Exchange.Answer renamed = rename(folder.path(), Json.write(name)).send(updateFolder);
          assertThat(renamed.get("name")).isEqualTo(name);
          for (PersonId caller : List.of(staff, reader)) {
            assertThat(names(folders(caller).send(listFolders))).containsExactly(name);
          }
          String sort = TableKeys.nameSort(name, folder.id().value());
          assertThat(sort.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_024);
          assertThat(sort).doesNotContain("\uDBFF\uDFFF");
        });
  }

  private Exchange folders(PersonId caller) {
    return Exchange.of("GET", documents.client + "/folders")
        .as(caller.value())
        .path("firmId", documents.client.firm())
        .path("clientId", documents.client.client());
  }

  @Test
  void whatIsRefused_hasAClearFault_andChangesNothing() {
    DocumentPath path = documents.available(folder.path(), staff, "first");
    var before = firm.table.everything();

    HostileNames.refused()
        .forEach((json, code) -> {
          for (Exchange.Answer answer :
              List.of(
                  rename(path, json).send(updateDocument),
                  rename(folder.path(), json).send(updateFolder))) {
            assertFault(answer, json, code);
          }
        });
    for (String name : List.of("\"a/b\"", "\"..\\\\b\"")) {
      assertFault(rename(path, name).send(updateDocument), name, "format");
    }
    String long255 = "\"" + "💶".repeat(256) + "\"";
    assertFault(rename(path, long255).send(updateDocument), long255, "length");
    String long120 = "\"" + "💶".repeat(121) + "\"";
    assertFault(rename(folder.path(), long120).send(updateFolder), long120, "length");

    assertThat(firm.table.everything()).isEqualTo(before);
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

  @Test
  void theBrowsersSide_readsByTheGrammar_andRefusesWhatIsNotInIt() {
    assertThat(SavedAs.name("attachment; filename=\"a \\\"b\\\" c\"")).contains("a \"b\" c");
    assertThat(SavedAs.name("attachment; filename=\"x\"; filename*=UTF-8''%E2%82%AC")).contains("€");
    assertThat(SavedAs.name("inline; filename=x")).isEmpty();
    for (String wrong :
        List.of(
            "attachment; filename=\"a\"b\"",
            "attachment; filename=a b",
            "attachment; filename*=UTF-8''a b",
            "attachment; filename*=UTF-8''%E2%82",
            "attachment; filename*=UTF-8''a\"",
            "attachment; filename=\"a\"; filename=\"b\"")) {
      assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> SavedAs.name(wrong));
    }
  }
}
