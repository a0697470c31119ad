package clientportal.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.PortalMember;
import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Member;
import clientportal.access.records.Shareable;
import clientportal.access.records.SharedDocument;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is shared, expires, gets another name or moves to the archive: a member with full access
 * lists what is open to anybody, and a contributor what names them.
 */
final class PublishedFeedTest {
  private static final int SEQUENCES = 150;
  private static final long SEED = 20261201;

  private final Random random = new Random(SEED);
  private int listed;

  /** A client in a portal with two members, and items of theirs. */
  private static final class World {
    final SharedFirm firm = new SharedFirm();
    final Recipient.Contact contact =
        firm.contact("Colin", Optional.empty(), true, AccountStatus.ACTIVE);
    final MemberId full = new MemberId(firm.firm.ids.next());
    final MemberId contributor = new MemberId(firm.firm.ids.next());
    final PersonId fullPerson = member(full, "Ngozi");
    final PersonId contributorPerson = member(contributor, "Emeka");
    final MemberId both = new MemberId(firm.firm.ids.next());
    final PersonId bothPerson = firm.firm.linkContact(firm.client, contact.id(), true);
    final List<Folder> folders = List.of(firm.folder(), firm.folder());
    final SharedDocument document = firm.document(folders.getFirst(), "Return.pdf");

    World() {
      ClientPortals none = new ClientPortals(firm.client, List.of(), 0);
      firm.write(
          none.with(
                  new ClientPortals.Portal(
                      new PortalId(firm.firm.ids.next()),
                      "meyer",
                      Map.of(
                          full,
                          PortalRole.FULL_ACCESS,
                          contributor,
                          PortalRole.CONTRIBUTOR,
                          both,
                          PortalRole.CONTRIBUTOR)))
              .save());
      join(both, "Colin", bothPerson);
    }

    /** Tells whether a grant reaches the contact who is a contributor, too. */
    boolean reachesBoth(Grant grant) {
      return List.of(contact, new Recipient.Member(both), Recipient.ALL_AUTHORIZED)
          .contains(grant.recipient());
    }

    private PersonId member(MemberId id, String name) {
      PersonId person = TestFirm.person();
      join(id, name, person);
      return person;
    }

    private void join(MemberId id, String name, PersonId person) {
      Member member =
          Member.create(
              firm.firm.id, id, name, new EmailAddress(name + "@home.test"), TestFirm.NOW);
      firm.write(member.create().toArray(Write[]::new));
      firm.write(Affiliations.put(firm.firm.id, person, new PortalMember(id, name)));
    }

    List<Shareable> items() {
      return Stream.concat(
              folders.stream().map(folder -> firm.stored(folder.path())),
              Stream.of(firm.stored(document.path())))
          .map(Shareable.class::cast)
          .toList();
    }

    Set<String> list(PersonId person, Instant now, boolean archived) {
      Access access = new Access(firm.firm.table, Clock.fixed(now, ZoneOffset.UTC));
      Exchange.Answer answer =
          Exchange.of("GET", firm.client + "/shared")
              .as(person.value())
              .path("firmId", firm.client.firm())
              .path("clientId", firm.client.client())
              .query("archived", String.valueOf(archived))
              .send(new ListSharedHandler(new ListShared(access, firm.firm.table)));
      assertThat(answer.status()).isEqualTo(200);
      return ((List<?>) answer.get("items"))
          .stream()
              .map(item -> (Map<?, ?>) item)
              .map(item ->
                  item.get("folderId")
                      + (item.containsKey("documentId") ? "/" + item.get("documentId") : "")
                      + " "
                      + item.get("name")
                      + " "
                      + item.get("access"))
              .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Returns what is open to a member, by the grants that reach them, with the widest access. */
  private static Set<String> open(
      World world, Instant now, boolean archived, Predicate<Grant> reaches) {
    Set<String> open = new TreeSet<>();
    for (Shareable item : world.items()) {
      Optional<AccessLevel> widest =
          item.grants().inForce(now).stream()
              .filter(reaches)
              .map(Grant::access)
              .max(Comparator.naturalOrder());
      if (widest.isPresent() && item.listing().archived() == archived) {
        open.add(id(item) + " " + item.listing().name() + " " + widest.get().text());
      }
    }
    return open;
  }

  private static String id(Shareable item) {
    return switch (item) {
      case Folder folder -> folder.id().value();
      case SharedDocument document ->
          document.path().folder().folder() + "/" + document.path().document();
      default -> throw new AssertionError(item);
    };
  }

  private void change(World world, Folder folder) {
    if (random.nextInt(3) == 0) {
      Folder before = world.firm.stored(folder.path());
      Folder after = before.withDetails("Taxes " + random.nextInt(3), random.nextBoolean());
      List<Write> writes = new ArrayList<>();
      writes.add(Write.replace(after.toItem(), before.revision()));
      writes.addAll(FeedRow.changes(before, after));
      world.firm.write(writes.toArray(Write[]::new));
      return;
    }
    SetFolderShares useCase =
        new SetFolderShares(world.firm.access, world.firm.firm.table, world.firm.firm.ids);
    // Where a folder is open to somebody the request leaves out, a document is refused.
    SharedFirm.put(world.firm.sharer, folder, shares(world, true))
        .send(new SetFolderSharesHandler(useCase, world.firm.clock));
  }

  private void change(World world) {
    int which = random.nextInt(3);
    if (which < 2) {
      change(world, world.folders.get(which));
      return;
    }
    SetDocumentShares useCase =
        new SetDocumentShares(world.firm.access, world.firm.firm.table, world.firm.firm.ids);
    SharedFirm.put(world.firm.sharer, world.document, shares(world, false))
        .send(new SetDocumentSharesHandler(useCase, world.firm.clock));
  }

  private String shares(World world, boolean mayUpload) {
    List<Recipient> all =
        List.of(
            Recipient.CLIENT,
            world.contact,
            Recipient.ALL_AUTHORIZED,
            new Recipient.Member(world.both),
            new Recipient.Member(world.full),
            new Recipient.Member(world.contributor));
    return all.stream()
        .filter(_ -> random.nextInt(3) == 0)
        .map(recipient -> {
          String access = mayUpload && random.nextBoolean() ? "view-upload" : "view";
          String until =
              random.nextBoolean()
                  ? ""
                  : ", \"expiresAt\": \"%s\""
                      .formatted(SharedFirm.NOW.plus(Duration.ofHours(1 + random.nextInt(5))));
          return "{\"recipient\": \"%s\", \"access\": \"%s\"%s}"
              .formatted(recipient.text(), access, until);
        })
        .collect(Collectors.joining(","));
  }

  @Test
  @Tag("MY14")
  void members_listWhatIsOpenToThem_afterAnySequenceOfChanges() {
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      World world = new World();
      for (int i = 0; i < 8; i++) {
        change(world);
        Instant now = SharedFirm.NOW.plus(Duration.ofMinutes(30L * random.nextInt(14)));
        for (boolean archived : List.of(false, true)) {
          Set<String> open = open(world, now, archived, _ -> true);
          assertThat(world.list(world.fullPerson, now, archived)).isEqualTo(open);
          assertThat(world.list(world.contributorPerson, now, archived))
              .isEqualTo(
                  open(
                      world,
                      now,
                      archived,
                      grant -> grant.recipient().equals(new Recipient.Member(world.contributor))));
          assertThat(world.list(world.bothPerson, now, archived))
              .isEqualTo(open(world, now, archived, world::reachesBoth));
          listed += open.size();
        }
      }
    }
    assertThat(listed).isGreaterThan(SEQUENCES);
  }
}
