package clientportal.portals;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.EventData;
import clientportal.access.ids.MemberId;
import clientportal.access.keys.PortalPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Member;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Forty people who join a portal of twenty clients by one request: by two transactions, of which
 * the first lets nobody in. Wherever the function ends, the same request goes on.
 */
final class FortyMembersTest {
  private static final String[] PEOPLE = TestPortals.people("Person", 40);

  @Test
  void createPortal_makesEachAMemberOnce_whereverTheFunctionEnds() {
    int points =
        CallSchedule.everywhere(crashes -> {
          TestPortals portals = new TestPortals();
          String body =
              TestPortals.body(TestPortals.SITE, "Everybody", portals.clients(20), PEOPLE);
          PortalCalls calls = portals.calls();
          crashes.run(() -> calls.on(crashes.around(portals.firm.table)).create("key", body));
          assertThat(crashes.made("write")).isLessThanOrEqualTo(2);

          Exchange.Answer created = calls.create("key", body);

          assertThat(created.status()).isEqualTo(201);
          assertThat(portals.all()).hasSize(1);
          assertAllAreIn(portals, created);
          assertThat(portals.events()).hasSize(1);
          assertThat(joined(portals)).hasSize(40).doesNotHaveDuplicates();
        });
    // What is named is read, written by two transactions, and read by name.
    assertThat(points).isEqualTo(2 * 4);
  }

  @Test
  void addPortalMembers_makesEachAMemberOnce_whereverTheFunctionEnds() {
    int points =
        CallSchedule.everywhere(crashes -> {
          TestPortals portals = new TestPortals();
          PortalPath portal = portals.portal(TestPortals.SITE, "Everybody", portals.clients(20));
          PortalCalls calls = portals.calls();
          crashes.run(() -> calls.on(crashes.around(portals.firm.table)).add(portal, PEOPLE));
          assertThat(crashes.made("write")).isLessThanOrEqualTo(2);

          Exchange.Answer changed = calls.add(portal, PEOPLE);

          assertThat(changed.status()).isEqualTo(200);
          assertAllAreIn(portals, changed);
          assertThat(portals.events()).hasSize(2);
          assertThat(joined(portals)).hasSize(40).doesNotHaveDuplicates();
        });
    assertThat(points).isEqualTo(2 * 5);
  }

  @Test
  void afterTheFirstTransaction_theyAreInNoPortal_andNotInvited() {
    TestPortals portals = new TestPortals();
    PortalPath portal = portals.portal(TestPortals.SITE, "Everybody", portals.clients(20));
    CallSchedule schedule = new CallSchedule();
    // The portal and its clients are read first, and their members written; then it ends.
    schedule.failAt(4, false);

    schedule.run(() -> portals.calls().on(schedule.around(portals.firm.table)).add(portal, PEOPLE));

    MemberId first = portals.member("Person0");
    assertThat(portals.stored(first).account()).isEqualTo(AccountStatus.NONE);
    assertThat(portals.item(TableKeys.account(portals.stored(first).holder()))).isEmpty();
    assertThat((List<?>) portals.calls().member(first).get("portals")).isEmpty();
    assertThat(portals.of(portals.clients.getFirst()).role(first)).isEmpty();
    assertThat(portals.events()).hasSize(1);
  }

  /** Returns the members in events of joining; these invite or notify them. */
  private static List<MemberId> joined(TestPortals portals) {
    return portals.events().stream()
        .filter(EventData.Joined.class::isInstance)
        .flatMap(event -> ((EventData.Joined) event).members().stream())
        .toList();
  }

  private static void assertAllAreIn(TestPortals portals, Exchange.Answer portal) {
    PortalsAgreeTest.assertAgreement(portals);
    assertThat(TestPortals.texts(portal, "members", "email")).hasSize(40).doesNotHaveDuplicates();
    Set<MemberId> all =
        portals.firm.table.partition("FIRM#" + portals.firm.id).stream()
            .filter(item -> item.key().sk().startsWith("MEMBER#"))
            .map(item -> Member.fromItem(item).id())
            .collect(Collectors.toSet());
    assertThat(all).hasSize(40);
    // As many are invited by the transaction as fit; the function that sends mails invites others.
    assertThat(all)
        .extracting(member -> portals.stored(member).account())
        .containsOnly(AccountStatus.INVITED, AccountStatus.NONE)
        .filteredOn(AccountStatus.INVITED::equals)
        .hasSizeGreaterThanOrEqualTo(16);
    for (MemberId member : all) {
      assertThat(portals.item(TableKeys.account(portals.stored(member).holder())).isPresent())
          .isEqualTo(portals.stored(member).account() == AccountStatus.INVITED);
    }
  }
}
