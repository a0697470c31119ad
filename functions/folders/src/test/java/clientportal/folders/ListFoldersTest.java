package clientportal.folders;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ListFoldersTest {
  private final TestFolders folders = new TestFolders();
  private final TestFirm firm = folders.firm;
  private final ListFoldersHandler handler =
      new ListFoldersHandler(new ListFolders(firm.access(), firm.table));

  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final PersonId reader = firm.link(folders.client);

  private Exchange list(PersonId caller) {
    return Exchange.of("GET", folders.client + "/folders")
        .as(caller.value())
        .path("firmId", folders.client.firm())
        .path("clientId", folders.client.client());
  }

  private void folder(String name, Grant... grants) {
    Folder folder =
        new Folder(
            new FolderPath(folders.client, new FolderId(firm.ids.next())),
            name,
            TestFirm.NOW,
            false,
            new Grants(List.of(grants)),
            1);
    folders.write(
        Stream.concat(Stream.of(Write.create(folder.toItem())), FeedRow.creations(folder).stream())
            .toArray(Write[]::new));
  }

  private static Grant grant(Recipient recipient, AccessLevel access, Optional<Instant> until) {
    return new Grant(recipient, access, TestFirm.NOW.minusSeconds(60), until);
  }

  private static Grant view(Recipient recipient) {
    return grant(recipient, AccessLevel.VIEW, Optional.empty());
  }

  private static List<String> names(Exchange.Answer answer) {
    return items(answer).stream().map(item -> (String) item.get("name")).toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> items(Exchange.Answer answer) {
    return (List<Map<String, Object>>) answer.get("items");
  }

  @Test
  void staffSeeAllByName_withTheirShareState() {
    folder("b");
    folder("C", view(Recipient.ALL_AUTHORIZED));
    folder("a", view(Recipient.CLIENT));

    Exchange.Answer answer = list(staff).send(handler);

    assertThat(names(answer)).containsExactly("a", "b", "C");
    assertThat(items(answer))
        .extracting("shareState")
        .containsExactly("selected", "none", "all-authorized");
    assertThat(items(answer).getFirst())
        .containsOnlyKeys("folderId", "name", "createdAt", "archived", "shareState");
    assertThat(answer.has("nextCursor")).isFalse();
    assertThat(names(list(staff).query("archived", "true").send(handler))).isEmpty();
  }

  @Test
  void aReaderSeesWhatIsOpen_onceWithTheWidestAccess_andNothingThatHasExpired() {
    folder("closed");
    folder("mine", view(Recipient.CLIENT));
    folder("everybody's", view(Recipient.ALL_AUTHORIZED));
    folder(
        "both",
        view(Recipient.CLIENT),
        grant(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW_UPLOAD, Optional.empty()));
    folder("over", grant(Recipient.CLIENT, AccessLevel.VIEW, Optional.of(TestFirm.NOW)));
    folder(
        "still",
        grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, Optional.of(TestFirm.NOW)),
        view(Recipient.ALL_AUTHORIZED));
    folder("a contact's", view(new Recipient.Contact(new ContactId(firm.ids.next()))));

    Exchange.Answer answer = list(reader).send(handler);

    assertThat(names(answer)).containsExactly("both", "everybody's", "mine", "still");
    assertThat(items(answer))
        .extracting("access")
        .containsExactly("view-upload", "view", "view", "view");
    assertThat(items(answer).getFirst())
        .containsOnlyKeys("folderId", "name", "createdAt", "archived", "access");
    assertThat(items(answer).getFirst()).containsEntry("createdAt", "2026-03-01T09:30:00.000Z");
    assertThat(names(list(reader).query("archived", "true").send(handler))).isEmpty();
  }

  @Test
  void pagesOfSeveralFeedsAreOneList_whichStaysTrueWhileOthersInsert() {
    List<String> expected = new ArrayList<>();
    for (int each = 0; each < 12; each++) {
      String name = "folder %02d".formatted(each);
      folder(name, view(each % 3 == 0 ? Recipient.ALL_AUTHORIZED : Recipient.CLIENT));
      folder(
          "folder %02d expired".formatted(each),
          grant(Recipient.CLIENT, AccessLevel.VIEW, Optional.of(TestFirm.NOW)));
      expected.add(name);
    }
    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      Exchange next = list(reader).query("limit", "2");
      cursor.ifPresent(text -> next.query("cursor", text));
      Exchange.Answer answer = next.send(handler);
      assertThat(names(answer)).hasSize(2);
      seen.addAll(names(answer));
      cursor =
          answer.has("nextCursor")
              ? Optional.of((String) answer.get("nextCursor"))
              : Optional.empty();
      folder("a newer one " + pages++, view(Recipient.CLIENT));
    } while (cursor.isPresent());

    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void aPageIsFull_howeverManyRowsBeforeItHaveExpired() {
    for (int each = 0; each < 40; each++) {
      folder(
          "expired %02d".formatted(each),
          grant(Recipient.CLIENT, AccessLevel.VIEW, Optional.of(TestFirm.NOW)));
    }
    folder("open", view(Recipient.ALL_AUTHORIZED));

    assertThat(names(list(reader).query("limit", "1").send(handler))).containsExactly("open");
  }

  /** However many rows have expired, one call reads some of them only. */
  @Test
  void behindThousandsOfExpiredRows_aFolderIsOnALaterPage() {
    for (int each = 0; each < 5_000; each++) {
      folder(
          "expired %04d".formatted(each),
          grant(Recipient.CLIENT, AccessLevel.VIEW, Optional.of(TestFirm.NOW)));
    }
    folder("open", view(Recipient.ALL_AUTHORIZED));
    Exchange.Answer first = list(reader).query("limit", "1").send(handler);
    Exchange.Answer second = next(first);
    Exchange.Answer third = next(second);

    assertThat(names(first)).isEmpty();
    assertThat(names(second)).isEmpty();
    assertThat(names(third)).containsExactly("open");
    assertThat(third.has("nextCursor")).isFalse();
  }

  private Exchange.Answer next(Exchange.Answer page) {
    return list(reader)
        .query("limit", "1")
        .query("cursor", (String) page.get("nextCursor"))
        .send(handler);
  }

  @Test
  void pagesOfNamesInAnyScriptAreInOneOrder() {
    folder("\uFF21 full width", view(Recipient.CLIENT));
    folder("\uD83D\uDCB6 money", view(Recipient.ALL_AUTHORIZED));
    folder("\uE000 private use", view(Recipient.CLIENT));
    folder("zebra", view(Recipient.ALL_AUTHORIZED));

    List<String> whole = names(list(reader).send(handler));
    Exchange.Answer first = list(reader).query("limit", "3").send(handler);
    Exchange.Answer second =
        list(reader)
            .query("limit", "3")
            .query("cursor", (String) first.get("nextCursor"))
            .send(handler);

    List<String> paged = new ArrayList<>(names(first));
    paged.addAll(names(second));
    assertThat(paged).isEqualTo(whole).isEqualTo(names(list(staff).send(handler)));
  }

  @Test
  void faultsOfTheQueryAreReportedAtOnce_afterWhoMay() {
    Exchange.Answer faulty =
        list(reader)
            .query("archived", "yes")
            .query("limit", "0")
            .query("cursor", "x")
            .send(handler);

    assertThat(faulty.status()).isEqualTo(400);
    assertThat(faulty.get("errors").toString())
        .contains("parameter=archived", "parameter=limit", "parameter=cursor");
    assertThat(list(TestFirm.person()).query("archived", "yes").send(handler).problem())
        .isEqualTo("not-found");
  }
}
