package clientportal.sharing;

import static clientportal.sharing.SharedFirm.call;
import static clientportal.sharing.SharedFirm.put;
import static clientportal.sharing.SharedFirm.share;
import static clientportal.sharing.SharedFirm.view;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy.Mode;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.NotePath;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Note;
import clientportal.access.records.SharedDocument;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a firm's share policy keeps closed is not shared, whatever was granted. */
@Tag("BS2")
@Tag("BX6")
final class KeptClosedTest {
  private final SharedFirm firm = new SharedFirm();
  private final PersonId client = firm.firm.link(firm.client);
  private final DocumentTypeId invoice = firm.firm.documentTypes("Invoice").getFirst();
  private final Folder closedFolder = firm.folder();
  private final Folder openFolder =
      firm.folder(SharedFirm.grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, Optional.empty()));
  private final SetDocumentSharesHandler set =
      new SetDocumentSharesHandler(
          new SetDocumentShares(firm.access, firm.firm.table, firm.firm.ids), firm.clock);
  private final GetDocumentSharesHandler get =
      new GetDocumentSharesHandler(new GetDocumentShares(firm.access, firm.firm.table));

  private SharedDocument shared(Folder folder) {
    return firm.document(folder, "a.txt", Optional.of(invoice), view(Recipient.CLIENT));
  }

  private Exchange.Answer set(SharedDocument document, String shares) {
    return put(firm.sharer, document, shares).send(set);
  }

  private Exchange.Answer get(SharedDocument document) {
    return call("GET", firm.sharer, document.path()).send(get);
  }

  private List<String> listed() {
    Exchange.Answer answer =
        Exchange.of("GET", firm.client + "/shared")
            .as(client.value())
            .path("firmId", firm.client.firm())
            .path("clientId", firm.client.client())
            .send(new ListSharedHandler(new ListShared(firm.access, firm.firm.table)));
    return ((List<?>) answer.get("items"))
        .stream().map(item -> (String) ((Map<?, ?>) item).get("kind")).sorted().toList();
  }

  @Test
  void itsRecipientsAreListed_butItIsOpenToNobody() {
    SharedDocument document = shared(closedFolder);
    assertThat(get(document).has("keptClosed")).isFalse();

    firm.firm.policy(Mode.ALL_BUT, invoice);

    Exchange.Answer answer = get(document);
    assertThat(answer.get("shareState")).isEqualTo("none");
    assertThat(answer.get("keptClosed")).isEqualTo(true);
    assertThat((List<?>) answer.get("recipients")).hasSize(1);
  }

  @Test
  void itCannotBeShared_onlyClosed() {
    SharedDocument document = shared(closedFolder);
    firm.firm.policy(Mode.ALL_BUT, invoice);
    Map<Key, Item> before = firm.firm.table.everything();

    for (String shares :
        List.of(
            share(Recipient.CLIENT, "view"),
            share(Recipient.CLIENT, "view") + "," + share(Recipient.ALL_AUTHORIZED, "view"))) {
      Exchange.Answer refused = set(document, shares);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("not-shareable");
    }
    assertThat(firm.firm.table.everything()).isEqualTo(before);

    Exchange.Answer closed = set(document, "");
    assertThat(closed.status()).isEqualTo(200);
    assertThat(closed.get("keptClosed")).isEqualTo(true);
    assertThat(firm.stored(document.path()).grants().all()).isEmpty();
    assertThat(firm.feed(Recipient.CLIENT)).hasSize(1);
  }

  @Test
  void itsOwnSharesEnd_evenIfItsFolderIsOpen() {
    SharedDocument document =
        firm.document(openFolder, "a.txt", Optional.of(invoice), view(Recipient.ALL_AUTHORIZED));
    firm.firm.policy(Mode.ALL_BUT, invoice);

    assertThat(set(document, "").status()).isEqualTo(200);

    assertThat(firm.stored(document.path()).grants().all()).isEmpty();
    assertThat((List<?>) get(document).get("recipients")).hasSize(1);
  }

  @Test
  void itIsNotListed_untilThePolicyOpensIt() {
    shared(closedFolder);
    Note note =
        Note.create(
                new NotePath(firm.client, new NoteId(firm.firm.ids.next())),
                "Call",
                Optional.empty(),
                Actor.PORTAL,
                SharedFirm.BEFORE)
            .withGrants(new Grants(List.of(view(Recipient.CLIENT))));
    firm.write(
        Write.create(note.toItem()), FeedRow.of(note.listing(), view(Recipient.CLIENT)).put());

    assertThat(listed()).containsExactly("document", "folder", "note");
    firm.firm.policy(Mode.ALL_BUT, invoice);
    assertThat(listed()).containsExactly("folder", "note");
    firm.firm.policy(Mode.ONLY, invoice);
    assertThat(listed()).containsExactly("document", "folder");
    firm.firm.policy(Mode.ONLY);
    assertThat(listed()).containsExactly("folder");
    firm.firm.policy(Mode.ALL);
    assertThat(listed()).containsExactly("document", "folder", "note");
  }

  @Test
  void theSharesOfAFolder_areSetAsBefore() {
    firm.firm.policy(Mode.ONLY);

    Exchange.Answer answer =
        put(firm.sharer, closedFolder, share(Recipient.CLIENT, "view"))
            .send(
                new SetFolderSharesHandler(
                    new SetFolderShares(firm.access, firm.firm.table, firm.firm.ids), firm.clock));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.get("shareState")).isEqualTo("selected");
    assertThat(answer.has("keptClosed")).isFalse();
  }
}
