package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.SharedDocument;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What staff see before they let members into a portal. */
final class PreviewPortalTest {
  private final TestPortals portals = new TestPortals();
  private final ClientPath client = new ClientPath(portals.firm.id, portals.clients.getFirst());

  /** Previews something; whatever comes out, nothing is written. */
  private Exchange.Answer unchanged(Supplier<Exchange.Answer> preview) {
    Map<Key, Item> before = portals.firm.table.everything();
    Exchange.Answer answer = preview.get();
    assertThat(portals.firm.table.everything()).isEqualTo(before);
    return answer;
  }

  private Exchange.Answer preview(String... members) {
    return unchanged(() ->
        portals
            .calls()
            .preview(
                TestPortals.body(TestPortals.SITE, "New", portals.clients.subList(0, 1), members)));
  }

  private Exchange.Answer previewMembers(PortalPath portal, String... members) {
    return unchanged(() -> portals.calls().previewMembers(portal, members));
  }

  private void document(Folder folder, Recipient... recipients) {
    FolderPath in = folder.path();
    DocumentPath path = new DocumentPath(in, new DocumentId(portals.firm.ids.next()));
    Grants grants =
        new Grants(
            List.of(recipients).stream()
                .map(to -> new Grant(to, AccessLevel.VIEW, TestFirm.NOW, Optional.empty()))
                .toList());
    Key key = TableKeys.document(in, path.document());
    Fields fields =
        Fields.of()
            .with("name", "a.txt")
            .with("createdAt", TestFirm.NOW)
            .with("revision", 0)
            .build();
    portals.write(Write.put(new Item(key, fields)));
    SharedDocument document =
        new SharedDocument(key, path, "a.txt", TestFirm.NOW, false, Optional.empty(), grants, 1);
    List<Write> writes = new ArrayList<>(FeedRow.creations(document));
    writes.add(document.saveGrants());
    portals.write(writes.toArray(Write[]::new));
  }

  @Test
  void newPeople_areInvited_andWhoHasAnAccount_isNotified() {
    portals.portal(
        TestPortals.OTHER_SITE,
        "Old",
        portals.clients.subList(1, 2),
        TestPortals.person("Ngozi", "contributor"));
    MemberId ngozi = portals.member("Ngozi");
    portals.activate(ngozi);

    Exchange.Answer answer =
        preview(
            TestPortals.known(ngozi, "contributor"), TestPortals.person("Emeka", "contributor"));

    assertThat(answer.get("deliveries"))
        .isEqualTo(
            List.of(
                Map.of("name", "Emeka", "channel", "invitation", "at", "2026-03-01T09:30:00.000Z"),
                Map.of(
                    "recipient", "member:" + ngozi,
                    "name", "Ngozi",
                    "channel", "digest",
                    "at", "2026-03-01T09:35:00.000Z",
                    "joins", 0L)));
    assertThat(answer.get("mails")).isEqualTo(2L);
    assertThat(answer.has("opens")).isFalse();
  }

  @Test
  void fortyNewMembers_areAllInvited_alsoThoseForWhomTheTransactionHasNoRoom() {
    Exchange.Answer answer = preview(TestPortals.people("New", 40));

    assertThat(answer.get("mails")).isEqualTo(40L);
    assertThat(answer.get("withheld")).isEqualTo(List.of());
  }

  @Test
  void fullAccess_opensWhatIsOpenToAnybody() {
    Folder open = portals.firm.folder(client, AccessLevel.VIEW, Recipient.CLIENT);
    Folder closed = portals.firm.folder(client, AccessLevel.VIEW);
    document(open);
    document(open, Recipient.CLIENT);
    document(closed);
    document(closed, Recipient.ALL_AUTHORIZED);

    assertThat(preview(TestPortals.person("Ngozi", "full-access")).get("opens"))
        .isEqualTo(Map.of("folders", 1L, "documents", 3L));

    portals.firm.policy(SharePolicy.Mode.ALL_BUT, "none");
    assertThat(preview(TestPortals.person("Ngozi", "full-access")).get("opens"))
        .isEqualTo(Map.of("folders", 1L, "documents", 0L));
  }

  @Test
  void countingEnds_atAThousand() {
    Folder open = portals.firm.folder(client, AccessLevel.VIEW, Recipient.CLIENT);
    IntStream.range(0, 1001).forEach(_ -> document(open));

    assertThat(preview(TestPortals.person("Ngozi", "full-access")).get("opens"))
        .isEqualTo(Map.of("folders", 1L, "documents", 1000L));
  }

  @Test
  void whoJoins_isPreviewed_andWhoIsInIt_isNot() {
    PortalPath portal =
        portals.portal(
            TestPortals.SITE,
            "First",
            portals.clients.subList(0, 2),
            TestPortals.person("Ngozi", "full-access"));
    String ngozi = TestPortals.known(portals.member("Ngozi"), "full-access");

    Exchange.Answer none = previewMembers(portal, ngozi);
    Exchange.Answer contributor =
        previewMembers(portal, ngozi, TestPortals.person("Emeka", "contributor"));
    Exchange.Answer full = previewMembers(portal, TestPortals.person("Emeka", "full-access"));

    assertThat(none.get("people")).isEqualTo(0L);
    assertThat(none.has("opens")).isFalse();
    assertThat(contributor.get("people")).isEqualTo(1L);
    assertThat(contributor.has("opens")).isFalse();
    assertThat(full.get("opens")).isEqualTo(Map.of("folders", 0L, "documents", 0L));
  }

  @Test
  void whatTheChangeRefuses_isRefused() {
    PortalPath portal =
        portals.portal(
            TestPortals.SITE,
            "First",
            portals.clients.subList(0, 1),
            TestPortals.person("Ngozi", "full-access"));

    assertThat(preview(TestPortals.person("Emeka", "contributor")).problem())
        .isEqualTo("client-in-portal");
    assertThat(preview("{}").problem()).isEqualTo("invalid-request");
    assertThat(unchanged(() -> portals.by(portals.staff).preview("{}")).problem())
        .isEqualTo("permission-required");
    assertThat(previewMembers(portal, TestPortals.person("Ngozi", "contributor")).problem())
        .isEqualTo("status-conflict");
    portals.calls().archive(portal);
    assertThat(previewMembers(portal, TestPortals.person("Emeka", "contributor")).problem())
        .isEqualTo("archived");
  }
}
