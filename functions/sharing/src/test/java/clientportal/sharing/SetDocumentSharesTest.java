package clientportal.sharing;

import static clientportal.sharing.SharedFirm.NOW;
import static clientportal.sharing.SharedFirm.call;
import static clientportal.sharing.SharedFirm.put;
import static clientportal.sharing.SharedFirm.share;
import static clientportal.sharing.SharedFirm.view;
import static clientportal.sharing.SharedFirm.viewUntil;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.DocumentShared;
import clientportal.access.events.EventData.NamedDocument;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.access.records.UploadedBy;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SetDocumentSharesTest {
  private static final Recipient.Party CLIENT = Recipient.CLIENT;
  private static final Recipient ALL = Recipient.ALL_AUTHORIZED;

  private final SharedFirm firm = new SharedFirm();
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(firm.firm.table);
  private final SetDocumentSharesHandler handler =
      new SetDocumentSharesHandler(
          new SetDocumentShares(new Access(table, firm.clock), table, firm.firm.ids), firm.clock);
  private final GetDocumentSharesHandler reader =
      new GetDocumentSharesHandler(new GetDocumentShares(firm.access, firm.firm.table));

  private Exchange.Answer save(SharedDocument document, String... shares) {
    return put(firm.sharer, document, String.join(",", shares)).send(handler);
  }

  private Exchange.Answer shown(SharedDocument document) {
    return call("GET", firm.sharer, document.path()).send(reader);
  }

  private SharedDocument now(SharedDocument document) {
    return firm.stored(document.path());
  }

  private static List<String> recipients(Exchange.Answer answer) {
    List<String> recipients = new ArrayList<>();
    for (Object each : (List<?>) answer.get("recipients")) {
      Map<?, ?> members = (Map<?, ?>) each;
      recipients.add(
          members.get("recipient")
              + " "
              + members.get("access")
              + (members.containsKey("via") ? " via " + members.get("via") : ""));
    }
    return recipients;
  }

  @Test
  void theSet_isAnswered_andStandsInDocumentFeedAndEvent_andNothingElseIsTouched() {
    Folder folder = firm.folder();
    SharedDocument document = firm.document(folder, "Assessment.pdf");

    Exchange.Answer answer = save(document, share(CLIENT, "view"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertThat(answer.get("shareState")).isEqualTo("selected");
    assertThat(recipients(answer)).containsExactly("client view");
    SharedDocument shared = now(document);
    assertThat(firm.feed(CLIENT))
        .containsExactly(FeedRow.of(shared.listing(), shared.grants().to(CLIENT).orElseThrow()));
    assertThat(firm.feed(CLIENT).getFirst().path()).isEqualTo(document.path());
    assertThat(firm.item(document.key()).fields().number("size")).isEqualTo(7);
    assertThat(firm.stored(folder.path())).isEqualTo(folder);
    assertThat(firm.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.audience()).containsExactly("client");
          assertThat(event.data())
              .isInstanceOfSatisfying(
                  DocumentShared.class,
                  data ->
                      assertThat(data.document())
                          .isEqualTo(
                              new NamedDocument(
                                  new NamedFolder(folder.path(), "Taxes 2025"),
                                  document.path().document(),
                                  "Assessment.pdf")));
          assertThat(SharedFirm.recipients(event).gained()).containsExactly(CLIENT);
        });
    assertThat(calls.made("read")).isEqualTo(1);
    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(calls.made("query")).isZero();

    save(document);

    assertThat(now(document).grants().all()).isEmpty();
    assertThat(firm.feed(CLIENT)).isEmpty();
    assertThat(firm.events())
        .filteredOn(event -> SharedFirm.recipients(event).lost().equals(List.of(CLIENT)))
        .singleElement()
        .satisfies(event -> assertThat(event.audience()).isEmpty());
  }

  @Test
  void whoHasTheFolder_staysInTheSet_andGetsNoGrantBesides() {
    Recipient.Contact contact = firm.contact("Colin Contact", true);
    Folder folder =
        firm.folder(SharedFirm.grant(CLIENT, AccessLevel.VIEW_UPLOAD, Optional.empty()));
    SharedDocument document = firm.document(folder, "Assessment.pdf");
    Map<Key, Item> before = firm.firm.table.everything();

    for (String[] without : new String[][] {{}, {share(contact, "view")}, {share(ALL, "view")}}) {
      Exchange.Answer refused = save(document, without);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("inherited-share");
    }
    assertThat(firm.firm.table.everything()).isEqualTo(before);

    for (String same : List.of(share(CLIENT, "view-upload"), share(CLIENT, "view"))) {
      Exchange.Answer again = save(document, same);
      assertThat(again.status()).isEqualTo(200);
      assertThat(recipients(again)).containsExactly("client view-upload via folder");
      assertThat(firm.firm.table.everything()).isEqualTo(before);
    }

    Exchange.Answer more = save(document, share(CLIENT, "view-upload"), share(contact, "view"));
    assertThat(recipients(more))
        .containsExactly(contact.text() + " view", "client view-upload via folder");
    assertThat(recipients(shown(document))).isEqualTo(recipients(more));
    assertThat(now(document).grants().all())
        .extracting(Grant::recipient)
        .containsExactly((Recipient) contact);
    assertThat(firm.events().getLast().audience()).containsExactly(contact.text());
  }

  @Test
  void aGrantOfTheDocument_stays_ifItIsSavedUnchanged_evenWhereTheFolderGivesMore() {
    SharedDocument document =
        firm.document(
            firm.folder(SharedFirm.grant(CLIENT, AccessLevel.VIEW_UPLOAD, Optional.empty())),
            "Assessment.pdf",
            view(CLIENT));

    assertThat(save(document, share(CLIENT, "view")).headers()).containsEntry("etag", "\"1\"");
    assertThat(now(document)).isEqualTo(document);

    save(document, share(CLIENT, "view-upload"));
    assertThat(now(document).grants().all()).as("other access, which the folder gives").isEmpty();
  }

  @Test
  void aGrantOfTheDocumentForAWhile_endsInFavorOfTheFolders_ifItIsSavedForEver() {
    SharedDocument document =
        firm.document(
            firm.folder(view(CLIENT)), "Assessment.pdf", viewUntil(CLIENT, NOW.plusSeconds(60)));

    save(document, share(CLIENT, "view"));

    assertThat(now(document).grants().all()).isEmpty();
  }

  @Test
  void whatTheFolderGivesForAWhile_theDocumentMayGiveForLonger_andNobodyIsToldTwice() {
    Folder folder = firm.folder(viewUntil(CLIENT, NOW.plusSeconds(60)));
    SharedDocument document = firm.document(folder, "Assessment.pdf");

    assertThat(recipients(save(document, share(CLIENT, "view"))))
        .containsExactly("client view", "client view via folder");
    assertThat(firm.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(SharedFirm.recipients(event).gained()).containsExactly(CLIENT);
          assertThat(event.audience()).isEmpty();
        });
    assertThat(save(document, share(CLIENT, "view")).headers()).containsEntry("etag", "\"2\"");
    assertThat(firm.events()).hasSize(1);
  }

  @Test
  void aShareOfTheFolder_holdsTheSetUntilItExpires_andIsNotThereAfterwards() {
    SharedDocument last =
        firm.document(
            firm.folder(
                SharedFirm.grant(CLIENT, AccessLevel.VIEW_UPLOAD, Optional.of(NOW.plusMillis(1)))),
            "Last moment.pdf");
    SharedDocument over =
        firm.document(
            firm.folder(SharedFirm.grant(CLIENT, AccessLevel.VIEW_UPLOAD, Optional.of(NOW))),
            "Over.pdf");

    assertThat(save(last).problem()).isEqualTo("inherited-share");
    assertThat(recipients(shown(last))).containsExactly("client view-upload via folder");
    assertThat(shown(last).get("shareState")).isEqualTo("selected");

    assertThat(recipients(shown(over))).isEmpty();
    assertThat(shown(over).get("shareState")).isEqualTo("none");
    assertThat(save(over).status()).isEqualTo(200);
    assertThat(firm.events()).isEmpty();
    assertThat(save(over, share(CLIENT, "view-upload")).status()).isEqualTo(400);
    assertThat(recipients(save(over, share(CLIENT, "view")))).containsExactly("client view");
    assertThat(firm.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.audience()).containsExactly("client");
          assertThat(SharedFirm.recipients(event).openBefore()).isEmpty();
        });
  }

  @Test
  void aShareOfTheDocument_thatHasExpired_isNotThere() {
    SharedDocument document =
        firm.document(firm.folder(), "Assessment.pdf", viewUntil(CLIENT, NOW));
    Map<Key, Item> before = firm.firm.table.everything();

    assertThat(recipients(shown(document))).isEmpty();
    assertThat(save(document).headers()).containsEntry("etag", "\"1\"");
    assertThat(firm.firm.table.everything()).isEqualTo(before);
    save(document, share(CLIENT, "view"));

    assertThat(now(document).grants().to(CLIENT).orElseThrow().sharedAt()).isEqualTo(NOW);
    assertThat(firm.events().getFirst().audience()).containsExactly("client");
  }

  @Test
  void whileTheFolderIsOpenToAllAuthorized_nobodyNewComesWithTheDocument() {
    SharedDocument document = firm.document(firm.folder(view(ALL)), "Assessment.pdf");

    Exchange.Answer answer = save(document, share(ALL, "view"), share(CLIENT, "view"));

    assertThat(answer.get("shareState")).isEqualTo("all-authorized");
    assertThat(firm.events().getFirst().audience()).isEmpty();
  }

  @Test
  void theFirstShare_publishesADocument_andNoFurtherOne() {
    SharedDocument document = firm.document(firm.folder(), "Assessment.pdf");

    save(document, share(CLIENT, "view"));
    save(document, share(CLIENT, "view"), share(ALL, "view"));

    assertThat(firm.events())
        .hasSize(2)
        .filteredOn(event -> SharedFirm.recipients(event).published())
        .singleElement()
        .satisfies(event -> assertThat(event.audience()).containsExactly("client"));
  }

  @Test
  void aDocumentInAnOpenFolder_isPublishedAlready() {
    SharedDocument document = firm.document(firm.folder(view(CLIENT)), "Letter.pdf");

    save(document, share(CLIENT, "view"), share(ALL, "view"));

    assertThat(firm.events())
        .singleElement()
        .satisfies(event -> assertThat(SharedFirm.recipients(event).published()).isFalse());
  }

  @Test
  void allAuthorizedOfADocument_areToldButThoseWhoHadItByTheFolder() {
    SharedDocument document = firm.document(firm.folder(view(CLIENT)), "Assessment.pdf");

    save(document, share(ALL, "view"), share(CLIENT, "view"));

    assertThat(firm.events().getFirst().audience()).containsExactly("all-authorized");
    assertThat(SharedFirm.recipients(firm.events().getFirst()).openBefore())
        .containsExactly(CLIENT);
  }

  @Test
  void uploadIntoADocument_isAFault_amongAllOthers() {
    SharedDocument document = firm.document(firm.folder(), "Assessment.pdf");
    SharedDocument viewed = firm.document(firm.folder(view(CLIENT)), "Viewed.pdf");
    Map<Key, Item> before = firm.firm.table.everything();

    Exchange.Answer answer =
        save(document, share(CLIENT, "view-upload"), share(CLIENT, "view"), "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(String.valueOf(answer.get("errors")))
        .contains("/recipients/0/access", "enum", "/recipients/1/recipient", "duplicate")
        .contains("/recipients/2/recipient");
    assertThat(save(viewed, share(CLIENT, "view-upload")).problem())
        .as("the folder does not give it either")
        .isEqualTo("invalid-request");
    assertThat(firm.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void whoMayNot_andWhatIsNoDocumentToShare_isToldSo_andNothingChanges() {
    Folder folder = firm.folder();
    SharedDocument closed = firm.document(folder, "Closed.pdf");
    SharedDocument open = firm.document(folder, "Open.pdf", view(CLIENT));
    DocumentPath pending = new DocumentPath(folder.path(), new DocumentId(firm.firm.ids.next()));
    firm.write(
        Write.create(
            Fields.of()
                .with("status", "pending")
                .with(UploadedBy.ATTRIBUTE, Actor.PORTAL.toFields())
                .at(TableKeys.upload(pending.folder(), pending.document(), 1))));
    PersonId client = firm.firm.link(firm.client);
    PersonId withoutPermission = firm.firm.staff(Role.STAFF, false);
    Map<Key, Item> before = firm.firm.table.everything();

    assertThat(problem(client, open.path())).isEqualTo("permission-required");
    assertThat(problem(client, closed.path())).isEqualTo("not-found");
    assertThat(problem(client, pending)).isEqualTo("not-found");
    assertThat(problem(withoutPermission, closed.path())).isEqualTo("permission-required");
    assertThat(problem(withoutPermission, pending)).isEqualTo("permission-required");
    assertThat(problem(firm.sharer, pending)).isEqualTo("not-available");
    assertThat(call("GET", withoutPermission, pending).send(reader).problem())
        .isEqualTo("not-available");
    assertThat(
            problem(firm.sharer, new DocumentPath(firm.folder().path(), closed.path().document())))
        .isEqualTo("not-found");
    assertThat(put(firm.sharer, open, "").header("if-match", "\"7\"").send(handler).problem())
        .isEqualTo("precondition-failed");
    SharedDocument inArchive =
        firm.document(firm.folder(firm.client, true), "In an archived folder.pdf");
    assertThat(save(inArchive, share(CLIENT, "view")).problem()).isEqualTo("archived");
    before.forEach(
        (key, item) -> assertThat(firm.firm.table.everything()).containsEntry(key, item));
    assertThat(firm.events()).isEmpty();
  }

  private String problem(PersonId caller, DocumentPath path) {
    return call("PUT", caller, path).json("{\"recipients\": []}").send(handler).problem();
  }
}
