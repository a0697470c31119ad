package clientportal.portals;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Action;
import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Member;
import clientportal.platform.CallSchedule;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * After any change of portals, their members reach at the next call what their roles open to them,
 * and nothing else. Each decision is one read.
 */
final class MembersReachTest {
  private static final int SEQUENCES = 60;
  private static final int CHANGES = 20;
  private static final long SEED = 20261130;

  private final Map<PortalRole, Integer> readers = new EnumMap<>(PortalRole.class);

  /** A client with a folder that is open to the client, and one for each of the members by name. */
  private static final class World {
    final TestPortals portals = new TestPortals();
    final Map<ClientId, FolderPath> published = new HashMap<>();
    final Map<List<Object>, FolderPath> named = new HashMap<>();
    final Map<MemberId, PersonId> persons = new HashMap<>();

    World() {
      for (ClientId client : portals.clients) {
        published.put(client, folder(client, Recipient.CLIENT));
      }
    }

    private FolderPath folder(ClientId client, Recipient recipient) {
      ClientPath path = new ClientPath(portals.firm.id, client);
      return portals.firm.folder(path, AccessLevel.VIEW, recipient).path();
    }

    /** Activates the accounts of those who were invited. */
    void activate() {
      List<Member> invited =
          portals.firm.table.partition("FIRM#" + portals.firm.id).stream()
              .filter(item -> item.key().sk().startsWith("MEMBER#"))
              .map(Member::fromItem)
              .filter(member -> member.account() == AccountStatus.INVITED)
              .toList();
      for (Member member : invited) {
        persons.put(member.id(), portals.activate(member.id()));
        for (ClientId client : portals.clients) {
          named.put(
              List.of(client, member.id()), folder(client, new Recipient.Member(member.id())));
        }
      }
    }

    /** Returns the widest role that portals which are not archived give a member with a client. */
    Optional<PortalRole> role(MemberId member, ClientId client) {
      return portals.all().stream()
          .filter(portal -> portal.letsIn(member) && portal.clients().contains(client))
          .map(portal -> portal.role(member))
          .max(Comparator.naturalOrder());
    }

    boolean reads(PersonId person, FolderPath folder) {
      CallSchedule calls = new CallSchedule();
      Access access = new Access(calls.around(portals.firm.table), portals.firm.clock);
      try {
        access.reach(TestFirm.caller(person), folder, List.of()).require(Action.READ);
        return true;
      } catch (ProblemException refused) {
        assertThat(refused.type()).isEqualTo(ProblemType.NOT_FOUND);
        return false;
      } finally {
        assertThat(calls.made()).isEqualTo(1);
      }
    }
  }

  @Test
  @Tag("MY1")
  @Tag("MY14")
  void members_reachWhatTheirRoleOpens_afterAnySequenceOfChanges() {
    Random random = new Random(SEED);
    RandomChanges changes = new RandomChanges(random);
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      World world = new World();
      for (int i = 0; i < CHANGES; i++) {
        changes.make(world.portals, new CallSchedule());
        world.activate();
        assertReach(world);
      }
    }
    assertThat(readers).containsOnlyKeys(PortalRole.values());
    assertThat(readers.values()).allSatisfy(times -> assertThat(times).isGreaterThan(1_000));
  }

  private void assertReach(World world) {
    world.persons.forEach((member, person) -> {
      for (ClientId client : world.portals.clients) {
        Optional<PortalRole> role = world.role(member, client);
        role.ifPresent(is -> readers.merge(is, 1, Integer::sum));
        boolean sees = role.isPresent();
        boolean seesAll = role.equals(Optional.of(PortalRole.FULL_ACCESS));

        assertThat(world.reads(person, requireNonNull(world.published.get(client))))
            .isEqualTo(seesAll);
        assertThat(world.reads(person, requireNonNull(world.named.get(List.of(client, member)))))
            .isEqualTo(sees);
        for (MemberId other : world.persons.keySet()) {
          if (!other.equals(member)) {
            assertThat(world.reads(person, requireNonNull(world.named.get(List.of(client, other)))))
                .isEqualTo(seesAll);
          }
        }
      }
    });
  }
}
