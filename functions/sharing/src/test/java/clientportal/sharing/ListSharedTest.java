package clientportal.sharing;

import static clientportal.sharing.SharedFirm.BEFORE;
import static clientportal.sharing.SharedFirm.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.access.records.Note;
import clientportal.access.records.SharedDocument;
import clientportal.platform.Timestamps;
import clientportal.platform.http.Exchange;
import clientportal.platform.json.Json;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ListSharedTest {
  private static final Recipient.Party CLIENT = Recipient.CLIENT;
  private static final Recipient ALL = Recipient.ALL_AUTHORIZED;

  private final SharedFirm firm = new SharedFirm();
  private final PersonId client = firm.firm.link(firm.client);
  private final ListSharedHandler handler =
      new ListSharedHandler(new ListShared(firm.access, firm.firm.table));

  private Exchange list(PersonId caller) {
    return Exchange.of("GET", firm.client + "/shared")
        .as(caller.value())
        .path("firmId", firm.client.firm())
        .path("clientId", firm.client.client());
  }

  private static Grant grant(Recipient recipient, AccessLevel access, long second) {
    return new Grant(recipient, access, BEFORE.plusSeconds(second), Optional.empty());
  }

  private static Grant view(Recipient recipient, long second) {
    return grant(recipient, AccessLevel.VIEW, second);
  }

  private static List<String> shown(Exchange.Answer answer) {
    List<String> shown = new ArrayList<>();
    for (Object item : (List<?>) answer.get("items")) {
      Map<?, ?> members = (Map<?, ?>) item;
      shown.add(members.get("folderId") + " " + members.get("access"));
    }
    return shown;
  }

  private static String as(Folder folder, String access) {
    return folder.id() + " " + access;
  }

  /** However many rows have expired, one call reads 2,000 of them only. */
  @Test
  void behindThousandsOfExpiredRows_aShareIsOnALaterPage() {
    Folder oldest = firm.folder(view(ALL, 0));
    for (int each = 1; each <= 2_000; each++) {
      firm.folder(
          new Grant(CLIENT, AccessLevel.VIEW, at(each), Optional.of(NOW)),
          new Grant(ALL, AccessLevel.VIEW, at(each), Optional.of(NOW)));
    }
    Exchange.Answer first = list(client).query("limit", "1").send(handler);
    Exchange.Answer second = next(first);
    Exchange.Answer third = next(second);

    assertThat(shown(first)).isEmpty();
    assertThat(shown(second)).isEmpty();
    assertThat(shown(third)).containsExactly(as(oldest, "view"));
    assertThat(third.has("nextCursor")).isFalse();
  }

  @Test
  void rowsOfOnePlace_areForOnePage_evenIfTheLastOfThemIsOneTooMany() {
    Recipient.Contact contact = alsoAContact();
    Folder oldest =
        firm.folder(new Grant(CLIENT, AccessLevel.VIEW, at(0), Optional.of(NOW)), view(contact, 0));
    for (int each = 1; each < 2_000; each++) {
      firm.folder(new Grant(CLIENT, AccessLevel.VIEW, at(each), Optional.of(NOW)));
    }

    Exchange.Answer answer = list(client).query("limit", "1").send(handler);

    assertThat(shown(answer)).containsExactly(as(oldest, "view"));
    assertThat(answer.has("nextCursor")).isFalse();
  }

  /** The feeds are read one after another: here one was read before a change, one after it. */
  @Test
  void whatIsInTwoFeeds_whileItIsSharedAnew_isShownOnce() {
    Folder folder = firm.folder(view(CLIENT, 2));
    Grant ofAll = view(ALL, 1);
    firm.write(FeedRow.of(folder.withGrants(new Grants(List.of(ofAll))).listing(), ofAll).put());

    assertThat(shown(list(client).send(handler))).containsExactly(as(folder, "view"));
  }

  private Exchange.Answer next(Exchange.Answer page) {
    return list(client)
        .query("limit", "1")
        .query("cursor", (String) page.get("nextCursor"))
        .send(handler);
  }

  @Test
  void theNewestShareComesFirst_fromAllFeedsOfTheReader() {
    Folder oldest = firm.folder(view(CLIENT, 1));
    Folder newest =
        firm.folder(new Grant(CLIENT, AccessLevel.VIEW_UPLOAD, at(3), Optional.of(at(9999))));
    Folder middle = firm.folder(view(ALL, 2));
    firm.folder(view(firm.contact("Colin", true), 4));
    firm.folder();

    Exchange.Answer answer = list(client).send(handler);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            Optional.ofNullable(
                Json.read(
                    """
                    {"items": [
                      {"kind": "folder", "folderId": "%s", "name": "Taxes 2025",
                       "access": "view-upload", "sharedAt": "2026-03-01T09:30:03.000Z",
                       "expiresAt": "2026-03-01T12:16:39.000Z"},
                      {"kind": "folder", "folderId": "%s", "name": "Taxes 2025",
                       "access": "view", "sharedAt": "2026-03-01T09:30:02.000Z"},
                      {"kind": "folder", "folderId": "%s", "name": "Taxes 2025",
                       "access": "view", "sharedAt": "2026-03-01T09:30:01.000Z"}]}
                    """
                        .formatted(newest.id(), middle.id(), oldest.id()))));
  }

  private static Instant at(long second) {
    return BEFORE.plusSeconds(second);
  }

  @Test
  void aFolderIsShownOnce_withTheWidestAccess() {
    Folder all = firm.folder(view(CLIENT, 3), grant(ALL, AccessLevel.VIEW_UPLOAD, 1));
    Folder own = firm.folder(grant(CLIENT, AccessLevel.VIEW_UPLOAD, 1), view(ALL, 2));
    Recipient.Contact contact = firm.contact("Colin", true);
    PersonId colin = firm.firm.linkContact(firm.client, contact.id(), true);

    assertThat(shown(list(client).send(handler)))
        .containsExactly(as(all, "view-upload"), as(own, "view-upload"));
    assertThat(shown(list(colin).send(handler)))
        .containsExactly(as(own, "view"), as(all, "view-upload"));
  }

  @Test
  void whatHasEndedIsLeftOut_evenWhenAllAuthorizedLasts() {
    firm.folder(new Grant(CLIENT, AccessLevel.VIEW, at(4), Optional.of(NOW)));
    firm.folder(new Grant(ALL, AccessLevel.VIEW, at(3), Optional.of(NOW)));
    Folder lasts =
        firm.folder(
            new Grant(CLIENT, AccessLevel.VIEW_UPLOAD, at(2), Optional.of(NOW)), view(ALL, 1));
    Folder until =
        firm.folder(new Grant(CLIENT, AccessLevel.VIEW, at(1), Optional.of(NOW.plusMillis(1))));

    assertThat(shown(list(client).send(handler)))
        .containsExactly(as(lasts, "view"), as(until, "view"));
  }

  @Test
  void pagesFollowEachOther_overAllFeeds_whileOthersShare() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Folder folder =
          switch (i % 3) {
            case 0 -> firm.folder(view(CLIENT, i / 4));
            case 1 -> firm.folder(view(ALL, i / 4));
            default -> firm.folder(view(CLIENT, i / 4), view(ALL, i / 4));
          };
      expected.add((i / 4) + folder.id().value());
    }
    expected.sort(Comparator.reverseOrder());
    for (int i = 0; i < 20; i++) {
      firm.folder(new Grant(CLIENT, AccessLevel.VIEW, at(3), Optional.of(NOW)));
    }

    List<String> seen = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    int pages = 0;
    do {
      Exchange call = list(client).query("limit", "6");
      cursor.ifPresent(is -> call.query("cursor", is));
      Exchange.Answer page = call.send(handler);
      shown(page).forEach(line -> seen.add(line.substring(0, 26)));
      cursor =
          page.has("nextCursor") ? Optional.of((String) page.get("nextCursor")) : Optional.empty();
      firm.folder(view(CLIENT, 100 + pages));
      firm.folder(view(ALL, 100 + pages));
      pages++;
    } while (cursor.isPresent());

    assertThat(pages).isEqualTo(5);
    assertThat(seen).isEqualTo(expected.stream().map(line -> line.substring(1)).toList());
  }

  /** Makes the client a contact, too. */
  private Recipient.Contact alsoAContact() {
    Recipient.Contact contact = firm.contact("Carla too", true);
    firm.write(
        Links.add(
                firm.client,
                client,
                new Capacity(contact, "Carla too", true, BEFORE, Optional.empty()),
                Optional.ofNullable(
                    firm.firm.table.everything().get(TableKeys.link(firm.client, client))))
            .toArray(Write[]::new));
    return contact;
  }

  @Test
  void whoIsClientAndContact_findsADocumentOnce() {
    Recipient.Contact contact = alsoAContact();
    SharedDocument document =
        firm.document(firm.folder(), "Assessment.pdf", view(CLIENT, 1), view(contact, 2));

    Exchange.Answer answer = list(client).send(handler);

    assertThat((List<?>) answer.get("items"))
        .singleElement()
        .satisfies(item ->
            assertThat(((Map<?, ?>) item).get("documentId"))
                .isEqualTo(document.path().document().value()));
  }

  @Test
  void whoIsClientAndContact_findsANoteOnce() {
    Recipient.Contact contact = alsoAContact();
    Note note =
        Note.create(
                new NotePath(firm.client, new NoteId(firm.firm.ids.next())),
                "Call of Monday",
                Optional.empty(),
                Actor.PORTAL,
                BEFORE)
            .withGrants(new Grants(List.of(view(CLIENT, 1), view(contact, 2))));
    firm.write(Write.create(note.toItem()));
    note.grants().all().forEach(grant -> firm.write(FeedRow.of(note.listing(), grant).put()));

    Exchange.Answer answer = list(client).send(handler);

    assertThat((List<?>) answer.get("items"))
        .singleElement()
        .isEqualTo(
            Map.of(
                "kind", "note",
                "noteId", note.id().value(),
                "name", "Call of Monday",
                "access", "view",
                "sharedAt", Timestamps.text(at(2))));
  }

  @Test
  void whoIsClientAndContact_findsAFolderOnce() {
    Recipient.Contact contact = alsoAContact();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int each = i;
      Folder folder =
          switch (i % 4) {
            case 0 -> firm.folder(view(CLIENT, each), grant(contact, AccessLevel.VIEW_UPLOAD, 1));
            case 1 -> firm.folder(view(contact, each), view(CLIENT, each));
            case 2 -> firm.folder(view(contact, each), view(ALL, 1));
            default -> firm.folder(view(ALL, each));
          };
      expected.addFirst(as(folder, i % 4 == 0 ? "view-upload" : "view"));
    }

    List<String> seen = new ArrayList<>();
    Exchange.Answer page = list(client).query("limit", "25").send(handler);
    seen.addAll(shown(page));
    while (page.has("nextCursor")) {
      page =
          list(client)
              .query("limit", "25")
              .query("cursor", (String) page.get("nextCursor"))
              .send(handler);
      seen.addAll(shown(page));
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(seen.subList(0, 40)).isEqualTo(expected.subList(0, 40));
  }

  @Test
  void aContactWithoutThePermission_findsNothing_staffMayNot_aStrangerFindsNothing() {
    PersonId contact = firm.firm.linkContact(firm.client, firm.contact("Ida", false).id(), false);

    assertThat(list(contact).send(handler).problem()).isEqualTo("not-found");
    assertThat(list(firm.sharer).send(handler).problem()).isEqualTo("permission-required");
    assertThat(list(TestFirm.person()).send(handler).problem()).isEqualTo("not-found");
  }

  @Test
  void aBadLimitOrACursorOfAnother_isAFault() {
    firm.folder(view(CLIENT, 1));
    firm.folder(view(CLIENT, 2));
    PersonId other = firm.firm.link(firm.client);
    String cursor = (String) list(client).query("limit", "1").send(handler).get("nextCursor");

    Exchange.Answer answer = list(other).query("limit", "0").query("cursor", cursor).send(handler);

    assertThat(answer.problem()).isEqualTo("invalid-request");
    assertThat((List<?>) answer.get("errors")).hasSize(2);
  }

  @Test
  void singleDocuments_standAmongTheFolders_andAreNoneOfThem() {
    Folder closed = firm.folder();
    firm.folder(view(CLIENT, 1));
    SharedDocument document =
        firm.document(closed, "Assessment.pdf", grant(CLIENT, AccessLevel.VIEW, 2));
    firm.folder(view(ALL, 3));

    Exchange.Answer answer = list(client).send(handler);

    List<?> items = (List<?>) answer.get("items");
    assertThat(items).hasSize(3);
    assertThat((Map<?, ?>) items.get(1))
        .isEqualTo(
            Map.of(
                "kind", "document",
                "folderId", closed.id().value(),
                "documentId", document.path().document().value(),
                "name", "Assessment.pdf",
                "access", "view",
                "sharedAt", "2026-03-01T09:30:02.000Z"));
    assertThat(firm.feed(CLIENT).getLast().toItem().fields().has("namesPartition")).isFalse();
  }
}
