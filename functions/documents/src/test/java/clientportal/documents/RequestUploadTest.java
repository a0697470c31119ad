package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Folder;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RequestUploadTest {
  private static final String SHA256 =
      "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";
  private static final String BODY =
      """
      {"name": "Lohn März.pdf", "size": 4, "contentType": "application/pdf", "sha256": "%s"}\
      """
          .formatted(SHA256);

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final PersonId reader = firm.link(documents.client);
  private final FolderPath open =
      firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT).path();

  private Exchange.Answer send(FolderPath folder, PersonId caller, String json) {
    return documents.upload(folder, caller, json).send(documents.requestUpload);
  }

  @Test
  void aDeclarationIsKept_andItsUrlTakesTheseBytesOnly() {
    Exchange.Answer answer = send(open, reader, BODY);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.get("status")).isEqualTo("pending");
    assertThat(answer.headers().get("location"))
        .isEqualTo(open + "/documents/" + answer.get("documentId"));
    assertThat(answer.get("upload", "method")).isEqualTo("PUT");
    assertThat(answer.get("upload", "expiresAt")).isEqualTo("2026-03-01T09:45:00.000Z");
    assertThat(answer.get("upload", "headers"))
        .isEqualTo(
            Map.of(
                "content-type", "application/pdf",
                "if-none-match", "*",
                "x-amz-checksum-sha256", "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg="));
    Item item = onlyUpload();
    Upload document = Upload.fromItem(item);
    assertThat(document.version().declared().sha256()).isEqualTo(SHA256.toLowerCase(Locale.ROOT));
    assertThat(document.version().declared().name()).isEqualTo("Lohn März.pdf");
    assertThat(document.version().uploadedBy().person()).contains(reader);
    assertThat(document.toItem()).isEqualTo(item);
    assertThat((String) answer.get("upload", "url"))
        .contains("/" + document.objectKey() + "?")
        .doesNotContain("Lohn");
    assertThat(documents.events()).isEmpty();
  }

  @Test
  void whoIsStaffWithoutWebPortal_andAReader_uploadsAsTheReader() {
    Membership member = firm.staffMember(Role.STAFF, false, Optional.of(reader)).membership();
    documents.write(Affiliations.put(firm.id, reader, member));

    assertThat(send(open, reader, BODY).status()).isEqualTo(201);

    assertThat(Upload.fromItem(onlyUpload()).version().uploadedBy().as())
        .isEqualTo(Actor.As.CLIENT);
  }

  private Item onlyUpload() {
    return firm.table.everything().values().stream()
        .filter(item -> item.key().sk().startsWith("UPLOAD#"))
        .reduce((one, other) -> {
          throw new AssertionError("two uploads");
        })
        .orElseThrow();
  }

  @Test
  void aRepeatedRequest_isTheSameDocument_andAnotherBodyIsRefused() {
    Exchange.Answer first =
        documents
            .upload(open, reader, BODY)
            .header("idempotency-key", "k")
            .send(documents.requestUpload);
    Exchange.Answer again =
        documents
            .upload(open, reader, BODY)
            .header("idempotency-key", "k")
            .send(documents.requestUpload);
    Exchange.Answer other =
        documents
            .upload(open, reader, BODY.replace("4", "5"))
            .header("idempotency-key", "k")
            .send(documents.requestUpload);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.get("documentId")).isEqualTo(first.get("documentId"));
    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    onlyUpload();
  }

  @Test
  void theDecisionIsMade_beforeTheBodyIsRead() {
    FolderPath closed = firm.folder(documents.client, AccessLevel.VIEW).path();
    FolderPath viewed =
        firm.folder(documents.client, AccessLevel.VIEW, Recipient.ALL_AUTHORIZED).path();
    PersonId staff = firm.staff(Role.ADMINISTRATOR, false);
    PersonId permitted = firm.staff(Role.STAFF, true);
    Map<Key, Item> before = firm.table.everything();

    assertThat(send(closed, reader, "?").problem()).isEqualTo("not-found");
    assertThat(send(viewed, reader, "?").problem()).isEqualTo("permission-required");
    assertThat(send(viewed, staff, "?").problem()).isEqualTo("permission-required");
    assertThat(send(open, TestFirm.person(), "?").problem()).isEqualTo("not-found");
    assertThat(send(closed, staff, "?").problem()).isEqualTo("malformed-json");
    assertThat(send(viewed, permitted, "?").problem()).isEqualTo("malformed-json");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void allFaultsAreReportedAtOnce_andNothingChanges() {
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer faulty =
        send(
            open,
            reader,
            """
            {"name": "a/b", "size": 1000, "contentType": "text", "sha256": "12", "parts": []}\
            """);
    Exchange.Answer missing = send(open, reader, "{}");

    assertThat(faulty.status()).isEqualTo(400);
    assertThat(faulty.get("errors").toString())
        .contains("pointer=/name, code=format")
        .contains("pointer=/contentType, code=format")
        .contains("pointer=/sha256, code=format")
        .contains("pointer=/parts, code=unknown");
    assertThat(missing.get("errors").toString())
        .contains("/name", "/size", "/contentType", "/sha256", "code=required");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void limitsAreInclusive_andNamesAreKeptAsTheyAre() {
    String longest = "💶".repeat(255);
    String body =
        TestDocuments.declaration(
            longest, "text/plain", new byte[(int) TestDocuments.SINGLE_PUT_LIMIT]);

    assertThat(send(open, reader, body).status()).isEqualTo(201);
    assertThat(Upload.fromItem(onlyUpload()).version().declared().name()).isEqualTo(longest);
    for (String name : new String[] {longest + "x", "", " ", "a\\\\b", "a\u202Eb", "a\\u0000"}) {
      assertThat(
              send(open, reader, TestDocuments.declaration(name, "text/plain", new byte[0]))
                  .problem())
          .as(name)
          .isEqualTo("invalid-request");
    }
    assertThat(send(open, reader, BODY.replace("4", "-1")).get("errors").toString())
        .contains("code=range");
    assertThat(
            send(open, reader, TestDocuments.declaration("empty", "text/plain", new byte[0]))
                .status())
        .isEqualTo(201);
  }

  @Test
  void anArchivedFolderTakesNothing() {
    Folder folder = firm.folder(documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT);
    documents.write(
        Write.replace(
            new Folder(folder.path(), folder.name(), folder.createdAt(), true, folder.grants(), 2)
                .toItem(),
            1));
    Map<Key, Item> before = firm.table.everything();

    assertThat(send(folder.path(), reader, BODY).problem()).isEqualTo("archived");
    assertThat(firm.table.everything()).isEqualTo(before);
  }
}
