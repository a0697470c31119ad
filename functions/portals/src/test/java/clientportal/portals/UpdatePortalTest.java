package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.EventData.PortalArchived;
import clientportal.access.events.EventData.PortalRenamed;
import clientportal.access.events.EventData.PortalRestored;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code updatePortal} and {@code archivePortal}. */
final class UpdatePortalTest {
  private final TestPortals portals = new TestPortals();
  private final List<ClientId> its = portals.clients.subList(0, 2);
  private final PortalPath portal =
      portals.portal(TestPortals.SITE, "Okafor", its, TestPortals.person("Ngozi", "full-access"));
  private final MemberId ngozi = portals.member("Ngozi");

  private static String renaming(String name) {
    return "{\"name\": \"%s\"}".formatted(name);
  }

  @Test
  void anotherName_isFree_andTheFormerOneIsFreeAgain() {
    Exchange.Answer changed = portals.calls().update(portal, renaming("The Okafors"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.get("name")).isEqualTo("The Okafors");
    assertThat(changed.headers()).containsEntry("etag", "\"2\"");
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .containsOnlyOnce(new PortalRenamed(portals.stored(portal).named(), "Okafor"));
    portals.portal(TestPortals.SITE, "Okafor", portals.clients.subList(2, 3));
    PortalsAgreeTest.assertAgreement(portals);
  }

  @Test
  @Tag("MY11")
  void aNameThatAnotherPortalHas_isRefused_butOneThatComparesAsItsOwnIsNot() {
    PortalPath other = portals.portal(TestPortals.SITE, "Berg", portals.clients.subList(2, 3));
    Map<Key, Item> before = portals.firm.table.everything();

    Exchange.Answer refused = portals.calls().update(other, renaming("OKAFOR"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("name-taken");
    assertThat(portals.firm.table.everything()).isEqualTo(before);
    assertThat(portals.calls().update(portal, renaming("OKAFOR")).status()).isEqualTo(200);
    PortalsAgreeTest.assertAgreement(portals);
  }

  @Test
  void anArchivedPortal_letsNobodyIn_andIsOpenAgainWithThoseWhoWereIn() {
    Exchange.Answer closed = portals.calls().archive(portal);

    assertThat(closed.status()).isEqualTo(204);
    assertThat(portals.of(its.getFirst()).all()).isEmpty();
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .containsOnlyOnce(new PortalArchived(portals.stored(portal).named(), List.of(ngozi)));

    Exchange.Answer open = portals.calls().restore(portal);

    assertThat(open.status()).isEqualTo(200);
    assertThat(open.get("archived")).isEqualTo(false);
    assertThat(portals.of(its.get(1)).role(ngozi)).isPresent();
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .containsOnlyOnce(new PortalRestored(portals.stored(portal).named(), List.of(ngozi)));
  }

  @Test
  void theSameAgain_changesNothing() {
    Map<Key, Item> before = portals.firm.table.everything();
    assertThat(portals.calls().update(portal, "{}").status()).isEqualTo(200);
    assertThat(portals.calls().update(portal, renaming("Okafor")).status()).isEqualTo(200);
    assertThat(portals.firm.table.everything()).isEqualTo(before);

    portals.calls().archive(portal);
    Map<Key, Item> archived = portals.firm.table.everything();
    assertThat(portals.calls().archive(portal).status()).isEqualTo(204);
    assertThat(portals.firm.table.everything()).isEqualTo(archived);
  }

  @Test
  @Tag("MY13")
  void whileItWasArchived_itsClientsAndItsNameMayHaveGoneToOthers() {
    portals.calls().archive(portal);
    PortalPath other = portals.portal(TestPortals.SITE, "Berg", portals.clients.subList(1, 3));
    Map<Key, Item> before = portals.firm.table.everything();

    Exchange.Answer refused = portals.calls().restore(portal);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("client-in-portal");
    assertThat(portals.firm.table.everything()).isEqualTo(before);

    portals.calls().remove(other, its.get(1));
    portals.calls().update(other, renaming("okafor"));
    assertThat(portals.calls().restore(portal).problem()).isEqualTo("name-taken");
    Exchange.Answer open =
        portals.calls().update(portal, "{\"name\": \"The Okafors\", \"archived\": false}");
    assertThat(open.status()).isEqualTo(200);
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(portals.events())
        .contains(
            new PortalRenamed(portals.stored(portal).named(), "Okafor"),
            new PortalRestored(portals.stored(portal).named(), List.of(ngozi)));
  }

  @Test
  void anArchivedPortal_keepsItsName() {
    portals.calls().archive(portal);

    assertThat(portals.calls().update(portal, renaming("Other")).problem()).isEqualTo("archived");
  }

  @Test
  void anotherRevision_isRefused() {
    Exchange.Answer refused =
        portals
            .calls()
            .updating(portal, renaming("Other"))
            .header("if-match", "\"7\"")
            .send(new UpdatePortalHandler(portals.module(portals.firm.table).updatePortal()));

    assertThat(refused.status()).isEqualTo(412);
  }

  @Test
  void whatIsWrong_isNamed() {
    Exchange.Answer refused =
        portals.calls().update(portal, "{\"name\": \"\", \"archived\": \"yes\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(TestPortals.faults(refused)).containsExactly("/name", "/archived");
  }

  @Test
  void whoMayNot_isRefused_whateverTheBodySays() {
    assertThat(portals.by(portals.staff).update(portal, "[]").problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(portals.activate(ngozi)).archive(portal).problem())
        .isEqualTo("permission-required");
    assertThat(portals.by(TestFirm.person()).archive(portal).problem()).isEqualTo("not-found");
  }
}
