package clientportal.access;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.SimpleRules.Asked;
import clientportal.access.SimpleRules.EngagementItems;
import clientportal.access.SimpleRules.FolderShares;
import clientportal.access.SimpleRules.GroupShares;
import clientportal.access.SimpleRules.Item;
import clientportal.access.SimpleRules.Joined;
import clientportal.access.SimpleRules.Member;
import clientportal.access.SimpleRules.NoteShares;
import clientportal.access.SimpleRules.ParticipantShares;
import clientportal.access.SimpleRules.Party;
import clientportal.access.SimpleRules.Policy;
import clientportal.access.SimpleRules.Portal;
import clientportal.access.SimpleRules.Request;
import clientportal.access.SimpleRules.Share;
import clientportal.access.SimpleRules.TaskOf;
import clientportal.access.SimpleRules.UploadAction;
import clientportal.access.SimpleRules.UploadRequest;
import clientportal.access.SimpleRules.World;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Action;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Membership;
import clientportal.access.decision.PortalMember;
import clientportal.access.decision.PortalRole;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy;
import clientportal.access.decision.Verdict;
import clientportal.access.events.Actor;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.MemberId;
import clientportal.access.ids.NoteId;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.PortalId;
import clientportal.access.ids.StaffId;
import clientportal.access.ids.TaskId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.GroupNotePath;
import clientportal.access.keys.NotePath;
import clientportal.access.keys.ParticipantPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.keys.TaskPath;
import clientportal.access.records.Affiliations;
import clientportal.access.records.By;
import clientportal.access.records.ClientPortals;
import clientportal.access.records.DocumentTypeField;
import clientportal.access.records.Engagement;
import clientportal.access.records.FirmSharePolicy;
import clientportal.access.records.Folder;
import clientportal.access.records.GrantFields;
import clientportal.access.records.GroupNote;
import clientportal.access.records.ItemState;
import clientportal.access.records.ItemTemplate;
import clientportal.access.records.Links;
import clientportal.access.records.Note;
import clientportal.access.records.Participant;
import clientportal.access.records.Participation;
import clientportal.access.records.Progress;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.access.records.Task;
import clientportal.platform.CallSchedule;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares the decisions of {@code access} with {@link SimpleRules} in 100,000 random worlds. Of a
 * world in which they differ, what makes the difference is printed.
 */
class WorldsTest {
  private static final int WORLDS = 100_000;
  private static final long SEED = 20260301;
  private static final long FOR_EVER = Long.MAX_VALUE;
  private static final int PEOPLE = 4;
  private static final List<Action> ACTIONS = List.of(Action.values());
  private static final List<Item> ITEMS = List.of(Item.values());

  private static final List<Integer> RECIPIENTS =
      List.of(
          SimpleRules.CLIENT, 0, 1, SimpleRules.MEMBERS, SimpleRules.MEMBERS + 1, SimpleRules.ALL);

  private static final List<Action> OF_ITEMS =
      List.of(
          Action.READ,
          Action.CHANGE,
          Action.UPLOAD,
          Action.READ_VERSIONS,
          Action.READ_SHARES,
          Action.SHARE,
          Action.PREPARE_REQUEST,
          Action.EXPORT,
          Action.REQUEST,
          Action.ANSWER,
          Action.SUBMIT,
          Action.MANAGE_TASK,
          Action.FINISH_TASK,
          Action.COMMENT);

  /** The actions on a client, or on a client's data. */
  private static final List<Action> OF_CLIENTS =
      List.of(
          Action.READ_CLIENT,
          Action.CHANGE_CLIENT,
          Action.AUTHORIZE_CONTACT,
          Action.READ_ACCOUNT,
          Action.MANAGE_ACCOUNT,
          Action.CREATE_FOLDER,
          Action.LIST_FOLDERS,
          Action.LIST_SHARED,
          Action.READ_NOTICES,
          Action.WRITE_NOTES,
          Action.CREATE_ENGAGEMENT,
          Action.LIST_ENGAGEMENTS,
          Action.CREATE_TASK,
          Action.LIST_TASKS);

  private final Random random = new Random(SEED);

  @Test
  void access_decidesLikeTheSimpleRules_inEveryWorld() {
    Map<Action, Map<Verdict, Integer>> seen = new EnumMap<>(Action.class);
    for (int i = 0; i < WORLDS; i++) {
      World world = world();
      InMemoryTable table = table(world);
      for (int j = 0; j < 6; j++) {
        Request request = request();
        Verdict expected = SimpleRules.decide(world, request);
        if (actual(table, world.now(), request) != expected) {
          failWithSmallest(
              world,
              request,
              each -> SimpleRules.decide(each, request),
              each -> actual(table(each), each.now(), request));
        }
        seen.computeIfAbsent(request.action(), _ -> new EnumMap<>(Verdict.class))
            .merge(expected, 1, Integer::sum);
      }
    }
    // Every action was allowed and refused often enough.
    assertThat(seen.keySet()).containsExactlyElementsOf(ACTIONS);
    assertThat(seen.values())
        .allSatisfy(verdicts ->
            assertThat(verdicts)
                .containsKeys(Verdict.ALLOWED, Verdict.NOT_FOUND)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(100)));
  }

  @Test
  void access_decidesOnUploads_likeTheSimpleRules_inEveryWorld() {
    Map<UploadAction, Map<Verdict, Integer>> seen = new EnumMap<>(UploadAction.class);
    for (int i = 0; i < WORLDS / 10; i++) {
      World world = world();
      InMemoryTable table = table(world);
      for (UploadAction action : UploadAction.values()) {
        UploadRequest request =
            new UploadRequest(
                request().ofDocument(),
                action,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
        Verdict expected = SimpleRules.decide(world, request);
        if (actual(table, world.now(), request) != expected) {
          failWithSmallest(
              world,
              request,
              each -> SimpleRules.decide(each, request),
              each -> actual(table(each), each.now(), request));
        }
        seen.computeIfAbsent(action, _ -> new EnumMap<>(Verdict.class))
            .merge(expected, 1, Integer::sum);
      }
    }
    assertThat(seen.keySet()).containsExactly(UploadAction.values());
    assertThat(seen.values())
        .allSatisfy(verdicts ->
            assertThat(verdicts)
                .containsKeys(Verdict.ALLOWED, Verdict.NOT_FOUND)
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(100)));
  }

  /** What a member reads follows from portals alone, at the next call whatever was before. */
  @Test
  @Tag("MY14")
  void members_readWhatIsOpenToAnybody_withFullAccess_andElseWhatNamesThem() {
    Map<Boolean, Integer> seen = new HashMap<>();
    for (int i = 0; i < WORLDS / 10; i++) {
      World members = world().withMembers(List.of()).withParties(List.of());
      // The second world is the first one after portals were changed.
      for (World world : List.of(members, members.withPortals(portals()))) {
        InMemoryTable table = table(world);
        for (Item item : ITEMS) {
          Request any = request();
          Request request =
              new Request(any.person(), any.firm(), any.client(), any.number(), item, Action.READ);
          boolean reads = item != Item.GROUP_NOTE && SimpleRules.isOpenToMember(world, request);
          assertThat(actual(table, world.now(), request))
              .as("%s in %s", request, world)
              .isEqualTo(reads ? Verdict.ALLOWED : Verdict.NOT_FOUND);
          seen.merge(reads, 1, Integer::sum);
        }
      }
    }
    assertThat(seen.get(true)).isGreaterThan(1_000);
  }

  /** One read decides; what is not found, and may have moved meanwhile, is read once more. */
  @Test
  void eachDecision_isOneRead_whateverPortalsThereAre() {
    for (int i = 0; i < WORLDS / 100; i++) {
      World world = world();
      CallSchedule calls = new CallSchedule();
      Access access =
          new Access(calls.around(table(world)), Clock.fixed(at(world.now()), ZoneOffset.UTC));
      for (Item item :
          List.of(
              Item.FOLDER, Item.NOTE, Item.GROUP_NOTE, Item.ENGAGEMENT, Item.ASKED, Item.TASK)) {
        Request any = request();
        calls.restart();
        Reach reach =
            reach(
                access,
                new Request(
                    any.person(), any.firm(), any.client(), any.number(), item, Action.READ));
        verdict(() -> reach.require(Action.READ));
        assertThat(calls.made()).isEqualTo(1);
      }
      for (Item item : List.of(Item.DOCUMENT, Item.PARTICIPANT)) {
        Request any = request();
        calls.restart();
        Reach reach =
            reach(
                access,
                new Request(
                    any.person(), any.firm(), any.client(), any.number(), item, Action.READ));
        boolean reads = verdict(() -> reach.require(Action.READ)) == Verdict.ALLOWED;
        assertThat(calls.made()).isBetween(1, reads ? 1 : 3);
      }
    }
  }

  // ---- A world in which the decisions differ ----

  /** Fails with the smallest world that is left when everything without influence is taken out. */
  private static void failWithSmallest(
      World world,
      Object request,
      Function<World, Verdict> expected,
      Function<World, Verdict> actual) {
    World smallest = smallest(world, each -> expected.apply(each) != actual.apply(each));
    assertThat(actual.apply(smallest))
        .as("%s in %s", request, smallest)
        .isEqualTo(expected.apply(smallest));
  }

  private static World smallest(World world, Predicate<World> differs) {
    return smaller(world)
        .filter(differs)
        .findFirst()
        .map(smaller -> smallest(smaller, differs))
        .orElse(world);
  }

  /** Returns the world without each member, policy, party, item and share of an item. */
  private static Stream<World> smaller(World world) {
    return Stream.of(
            without(world.members()).map(world::withMembers),
            without(world.policies()).map(world::withPolicies),
            without(world.parties()).map(world::withParties),
            without(world.folders()).map(world::withFolders),
            fewer(world.folders(), WorldsTest::withFewerShares).map(world::withFolders),
            without(world.notes()).map(world::withNotes),
            fewer(world.notes(), note -> without(note.shares()).map(note::withShares))
                .map(world::withNotes),
            without(world.groups()).map(world::withGroups),
            fewer(world.groups(), WorldsTest::withFewerParticipants).map(world::withGroups),
            without(world.engagements()).map(world::withEngagements),
            fewer(world.engagements(), each -> without(each.asked()).map(each::withAsked))
                .map(world::withEngagements),
            without(world.tasks()).map(world::withTasks),
            without(world.joined()).map(world::withJoined),
            without(world.portals()).map(world::withPortals),
            fewer(world.portals(), WorldsTest::withFewer).map(world::withPortals))
        .flatMap(each -> each);
  }

  /** Returns all with each of them replaced by each of the smaller ones. */
  private static <T> Stream<List<T>> fewer(List<T> all, Function<T, Stream<T>> smaller) {
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(i -> smaller.apply(all.get(i)).map(other -> with(all, i, other)));
  }

  private static Stream<GroupShares> withFewerParticipants(GroupShares group) {
    return Stream.concat(
            without(group.participants()), fewer(group.participants(), WorldsTest::withFewerShares))
        .map(group::withParticipants);
  }

  private static Stream<ParticipantShares> withFewerShares(ParticipantShares participant) {
    return without(participant.shares())
        .map(shares -> new ParticipantShares(participant.client(), participant.removed(), shares));
  }

  private static Stream<Portal> withFewer(Portal portal) {
    return Stream.concat(
        without(portal.clients()).map(clients -> portal.with(clients, portal.members())),
        without(portal.members()).map(members -> portal.with(portal.clients(), members)));
  }

  private static Stream<FolderShares> withFewerShares(FolderShares folder) {
    return Stream.concat(
        without(folder.shares()).map(shares -> folder.withShares(shares, folder.documentShares())),
        without(folder.documentShares()).map(shares -> folder.withShares(folder.shares(), shares)));
  }

  private static <T> Stream<List<T>> without(List<T> all) {
    return IntStream.range(0, all.size())
        .mapToObj(i -> {
          List<T> fewer = new ArrayList<>(all);
          fewer.remove(i);
          return fewer;
        });
  }

  private static <T> List<T> with(List<T> all, int index, T other) {
    List<T> changed = new ArrayList<>(all);
    changed.set(index, other);
    return changed;
  }

  @Test
  void theSmallestWorld_hasOnlyWhatMakesTheDifference() {
    World world = world();
    while (world.folders().stream().noneMatch(folder -> folder.shares().size() > 1)) {
      world = world();
    }

    World smallest =
        smallest(
            world, each -> each.folders().stream().anyMatch(folder -> !folder.shares().isEmpty()));

    assertThat(smallest.members()).isEmpty();
    assertThat(smallest.policies()).isEmpty();
    assertThat(smallest.parties()).isEmpty();
    assertThat(smallest.notes()).isEmpty();
    assertThat(smallest.groups()).isEmpty();
    assertThat(smallest.engagements()).isEmpty();
    assertThat(smallest.tasks()).isEmpty();
    assertThat(smallest.joined()).isEmpty();
    assertThat(smallest.portals()).isEmpty();
    assertThat(smallest.folders())
        .singleElement()
        .satisfies(folder -> assertThat(folder.shares()).hasSize(1))
        .satisfies(folder -> assertThat(folder.documentShares()).isEmpty());
  }

  // ---- A random world ----

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A time near 100, which is now; often exactly 100. */
  private long time() {
    return 98L + random.nextInt(5);
  }

  private long end() {
    return random.nextBoolean() ? FOR_EVER : time();
  }

  private World world() {
    List<Member> members = new ArrayList<>();
    List<Policy> policies = new ArrayList<>();
    List<Party> parties = new ArrayList<>();
    List<FolderShares> folders = new ArrayList<>();
    List<NoteShares> notes = new ArrayList<>();
    List<GroupShares> groups = new ArrayList<>();
    List<EngagementItems> engagements = new ArrayList<>();
    List<TaskOf> tasks = new ArrayList<>();
    for (int firm = 0; firm < 2; firm++) {
      if (oneIn(2)) {
        policies.add(new Policy(firm, oneIn(2), Stream.of(0, 1, 2).filter(_ -> oneIn(3)).toList()));
      }
      for (int person = 0; person < PEOPLE; person++) {
        if (oneIn(3)) {
          members.add(new Member(firm, person, oneIn(2), oneIn(2), !oneIn(4)));
        }
      }
      for (int note = 0; note < 2; note++) {
        if (!oneIn(4)) {
          groups.add(new GroupShares(firm, note, oneIn(4), type(), oneIn(3), participants()));
        }
      }
      for (int client = 0; client < 2; client++) {
        for (int contact = SimpleRules.CLIENT; contact < 2; contact++) {
          if (!oneIn(3)) {
            parties.add(
                new Party(
                    firm, client, contact, random.nextInt(PEOPLE), !oneIn(3), time() - 1, end()));
          }
        }
        for (int folder = 0; folder < 2; folder++) {
          if (!oneIn(4)) {
            folders.add(
                new FolderShares(
                    firm, client, folder, oneIn(4), oneIn(4), type(), shares(true), shares(false)));
          }
        }
        for (int note = 0; note < 2; note++) {
          if (!oneIn(4)) {
            notes.add(new NoteShares(firm, client, note, oneIn(4), type(), shares(false)));
          }
        }
        for (int engagement = 0; engagement < 2; engagement++) {
          if (!oneIn(4)) {
            engagements.add(new EngagementItems(firm, client, engagement, asked()));
          }
        }
        for (int task = 0; task < 2; task++) {
          if (!oneIn(4)) {
            tasks.add(new TaskOf(firm, client, task, assignees()));
          }
        }
      }
    }
    return new World(
        100,
        members,
        policies,
        parties,
        folders,
        notes,
        groups,
        engagements,
        tasks,
        joined(),
        portals());
  }

  /** Each member of a firm's portals is at most one person, and each person one member. */
  private List<Joined> joined() {
    List<Joined> joined = new ArrayList<>();
    for (int firm = 0; firm < 2; firm++) {
      int first = random.nextInt(PEOPLE);
      for (int member = 0; member < 2; member++) {
        if (oneIn(2)) {
          joined.add(new Joined(firm, member, (first + member) % PEOPLE));
        }
      }
    }
    return joined;
  }

  private List<Portal> portals() {
    List<Portal> portals = new ArrayList<>();
    for (int firm = 0; firm < 2; firm++) {
      for (int portal = 0; portal < 2; portal++) {
        if (oneIn(2)) {
          List<Integer> clients = Stream.of(0, 1).filter(_ -> oneIn(2)).toList();
          List<SimpleRules.Role> members =
              Stream.of(0, 1)
                  .filter(_ -> oneIn(2))
                  .map(member -> new SimpleRules.Role(member, oneIn(2)))
                  .toList();
          portals.add(new Portal(firm, portal, clients, members));
        }
      }
    }
    return portals;
  }

  private int type() {
    return random.nextInt(3);
  }

  private List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (int assignee : new int[] {SimpleRules.CLIENT, 0, 1, SimpleRules.MEMBERS}) {
      if (oneIn(2)) {
        asked.add(new Asked(assignee, oneIn(3), oneIn(4)));
      }
    }
    return asked;
  }

  private List<Integer> assignees() {
    return RECIPIENTS.stream()
        .filter(recipient -> recipient != SimpleRules.ALL)
        .filter(_ -> oneIn(3))
        .toList();
  }

  private List<ParticipantShares> participants() {
    List<ParticipantShares> participants = new ArrayList<>();
    for (int client = 0; client < 2; client++) {
      if (!oneIn(4)) {
        boolean removed = oneIn(5);
        participants.add(
            new ParticipantShares(client, removed, removed ? List.of() : shares(false)));
      }
    }
    return participants;
  }

  private List<Share> shares(boolean mayUpload) {
    List<Share> shares = new ArrayList<>();
    for (int recipient : RECIPIENTS) {
      if (oneIn(4)) {
        shares.add(new Share(recipient, mayUpload && oneIn(2), end()));
      }
    }
    return shares;
  }

  private Request request() {
    return new Request(
        random.nextInt(PEOPLE),
        random.nextInt(2),
        random.nextInt(2),
        random.nextInt(2),
        ITEMS.get(random.nextInt(ITEMS.size())),
        ACTIONS.get(random.nextInt(ACTIONS.size())));
  }

  // ---- The same world in the table ----

  private static String id(String kind, int... numbers) {
    StringBuilder id = new StringBuilder("01arz3ndektsv4rrff").append(kind);
    for (int number : numbers) {
      id.append(number + 1);
    }
    return id.append("0".repeat(26 - id.length())).toString();
  }

  private static FirmId firm(int firm) {
    return new FirmId(id("f", firm));
  }

  private static ClientPath client(int firm, int client) {
    return new ClientPath(firm(firm), new ClientId(id("c", firm, client)));
  }

  private static FolderPath folder(int firm, int client, int folder) {
    return new FolderPath(client(firm, client), new FolderId(id("d", firm, client, folder)));
  }

  private static DocumentPath document(FolderPath folder) {
    return new DocumentPath(folder, new DocumentId(folder.folder().value()));
  }

  private static NotePath note(int firm, int client, int note) {
    return new NotePath(client(firm, client), new NoteId(id("n", firm, client, note)));
  }

  private static Optional<DocumentTypeId> type(int type) {
    return type == SimpleRules.UNTYPED
        ? Optional.empty()
        : Optional.of(new DocumentTypeId(id("t", type)));
  }

  private static SharePolicy policy(Policy policy) {
    if (!policy.only() && policy.types().isEmpty()) {
      return SharePolicy.ALL;
    }
    return new SharePolicy(
        policy.only() ? SharePolicy.Mode.ONLY : SharePolicy.Mode.ALL_BUT,
        policy.types().stream().flatMap(type -> type(type).stream()).toList(),
        policy.types().contains(SimpleRules.UNTYPED));
  }

  private static GroupNotePath group(int firm, int note) {
    return new GroupNotePath(firm(firm), new NoteId(id("g", firm, note)));
  }

  private static ParticipantPath participant(int firm, int client, int note) {
    return new ParticipantPath(client(firm, client), group(firm, note).note());
  }

  private static EngagementPath engagement(int firm, int client, int engagement) {
    return new EngagementPath(
        client(firm, client), new EngagementId(id("e", firm, client, engagement)));
  }

  private static TaskPath task(int firm, int client, int task) {
    return new TaskPath(client(firm, client), new TaskId(id("r", firm, client, task)));
  }

  private static ItemId item(int number) {
    return new ItemId(id("a", number));
  }

  private static MemberId member(int member) {
    return new MemberId(id("m", member));
  }

  private static PersonId person(int person) {
    return new PersonId(new UUID(7, person).toString());
  }

  private static Recipient recipient(int recipient) {
    return switch (recipient) {
      case SimpleRules.ALL -> Recipient.ALL_AUTHORIZED;
      case SimpleRules.CLIENT -> Recipient.CLIENT;
      case SimpleRules.MEMBERS, SimpleRules.MEMBERS + 1 ->
          new Recipient.Member(member(recipient - SimpleRules.MEMBERS));
      default -> new Recipient.Contact(new ContactId(id("k", recipient)));
    };
  }

  private static Instant at(long time) {
    return Instant.ofEpochSecond(time);
  }

  private static Optional<Instant> until(long time) {
    return time == FOR_EVER ? Optional.empty() : Optional.of(at(time));
  }

  private static Grants grants(List<Share> shares) {
    return new Grants(
        shares.stream()
            .map(share ->
                new Grant(
                    recipient(share.recipient()),
                    share.upload() ? AccessLevel.VIEW_UPLOAD : AccessLevel.VIEW,
                    at(1),
                    until(share.until())))
            .toList());
  }

  private static InMemoryTable table(World world) {
    InMemoryTable table = new InMemoryTable();
    Table port = table;
    List<Write> writes = new ArrayList<>();
    for (int firm = 0; firm < 2; firm++) {
      for (int client = 0; client < 2; client++) {
        writes.add(Write.put(Fields.of().at(TableKeys.client(client(firm, client)))));
      }
    }
    for (Member member : world.members()) {
      writes.add(
          Affiliations.put(
              firm(member.firm()),
              person(member.person()),
              new Membership(
                  new StaffId(id("s", member.firm(), member.person())),
                  "Ada",
                  member.administrator() ? Role.ADMINISTRATOR : Role.STAFF,
                  member.webPortal(),
                  member.enabled())));
    }
    for (Policy policy : world.policies()) {
      writes.add(Write.put(new FirmSharePolicy(firm(policy.firm()), policy(policy), 1).toItem()));
    }
    for (FolderShares folder : world.folders()) {
      FolderPath path = folder(folder.firm(), folder.client(), folder.folder());
      writes.add(
          Write.put(
              new Folder(path, "Taxes", at(1), folder.archived(), grants(folder.shares()), 1)
                  .toItem()));
      DocumentPath document = document(path);
      writes.add(
          Write.put(
              Fields.of()
                  .with(
                      DocumentTypeField.ATTRIBUTE,
                      type(folder.documentType()).map(DocumentTypeId::value))
                  .withMaps(
                      GrantFields.ATTRIBUTE, GrantFields.toFields(grants(folder.documentShares())))
                  .at(
                      folder.documentArchived()
                          ? TableKeys.archivedDocument(path, document.document())
                          : TableKeys.document(path, document.document()))));
    }
    for (NoteShares note : world.notes()) {
      NotePath path = note(note.firm(), note.client(), note.note());
      writes.add(
          Write.put(
              Note.create(path, "Call", type(note.type()), Actor.PORTAL, at(1))
                  .withArchived(note.archived())
                  .withGrants(grants(note.shares()))
                  .toItem()));
    }
    for (GroupShares group : world.groups()) {
      writes.addAll(writes(group));
    }
    for (EngagementItems engagement : world.engagements()) {
      writes.addAll(writes(engagement));
    }
    for (TaskOf task : world.tasks()) {
      writes.add(write(task));
    }
    for (int firm = 0; firm < 2; firm++) {
      for (int client = 0; client < 2; client++) {
        writes.addAll(portals(world.portals(), firm, client));
      }
    }
    port.write(writes);
    for (Joined joined : world.joined()) {
      PortalMember member = new PortalMember(member(joined.member()), "Mia");
      port.write(List.of(Affiliations.put(firm(joined.firm()), person(joined.person()), member)));
    }
    for (Party party : world.parties()) {
      link(port, party);
    }
    return table;
  }

  private static List<Write> portals(List<Portal> all, int firm, int client) {
    ClientPortals portals = new ClientPortals(client(firm, client), List.of(), 0);
    for (Portal portal : all) {
      if (portal.firm() == firm && portal.clients().contains(client)) {
        Map<MemberId, PortalRole> roles =
            portal.members().stream()
                .collect(
                    Collectors.toMap(
                        role -> member(role.member()),
                        role ->
                            role.fullAccess() ? PortalRole.FULL_ACCESS : PortalRole.CONTRIBUTOR));
        portals =
            portals.with(
                new ClientPortals.Portal(
                    new PortalId(id("p", firm, portal.portal())),
                    "site-" + portal.portal(),
                    roles));
      }
    }
    return portals.all().isEmpty() ? List.of() : List.of(Write.put(portals.toItem()));
  }

  private static List<Write> writes(GroupShares group) {
    int count = Math.toIntExact(group.participants().stream().filter(is -> !is.removed()).count());
    int chosen =
        Math.toIntExact(group.participants().stream().filter(is -> !is.shares().isEmpty()).count());
    GroupNote created =
        GroupNote.create(
                group(group.firm(), group.note()),
                "Holidays",
                type(group.type()),
                Actor.PORTAL,
                at(1),
                count)
            .withArchived(group.archived())
            .withParticipants(count, chosen);
    GroupNote note = group.open() ? created.opened(Actor.PORTAL, at(2)) : created;
    List<Write> writes = new ArrayList<>();
    writes.add(Write.put(note.toItem()));
    for (ParticipantShares each : group.participants()) {
      ParticipantPath path = participant(group.firm(), each.client(), group.note());
      Participation with =
          new Participation(Participant.add(path, note, Actor.PORTAL, at(1)), note)
              .withGrants(grants(each.shares()));
      writes.add(
          Write.put(
              (each.removed() ? with.participant().withoutAccess(note) : with.participant())
                  .toItem()));
    }
    return writes;
  }

  private static Write write(TaskOf task) {
    Task.Wanted wanted =
        new Task.Wanted(
            "Sign",
            Optional.empty(),
            task.assignees().stream().map(each -> (Recipient.Party) recipient(each)).toList(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return Write.put(
        Task.create(
                task(task.firm(), task.client(), task.task()), wanted, new By(Actor.PORTAL, at(1)))
            .toItem());
  }

  private static List<Write> writes(EngagementItems engagement) {
    EngagementPath path =
        engagement(engagement.firm(), engagement.client(), engagement.engagement());
    List<RequestItem> items = new ArrayList<>();
    for (Asked each : engagement.asked()) {
      RequestItem draft =
          RequestItem.draft(
              path.item(item(items.size())),
              new Wanted(
                  "Passport",
                  Optional.empty(),
                  ItemTemplate.Kind.DOCUMENT,
                  true,
                  List.of(),
                  List.of(),
                  Optional.empty(),
                  Optional.empty()),
              (Recipient.Party) recipient(each.assignee()),
              Optional.empty(),
              items.size());
      ItemState state = each.draft() ? ItemState.DRAFT : ItemState.DRAFT.asked(at(1));
      items.add(draft.with(state.withHidden(each.hidden())));
    }
    List<Grant> readers =
        items.stream()
            .filter(item -> item.state().isAsked())
            .map(item -> new Grant(item.assignee(), AccessLevel.VIEW, at(1), Optional.empty()))
            .toList();
    Engagement header =
        Engagement.create(
                path,
                "Loan",
                new FolderId(path.engagement().value()),
                Optional.empty(),
                Optional.empty(),
                new By(Actor.PORTAL, at(1)))
            .following(items.size(), Progress.of(items), new Grants(readers), items.size());
    List<Write> writes = new ArrayList<>();
    writes.add(Write.put(header.toItem()));
    items.forEach(item -> writes.add(Write.put(item.toItem())));
    return writes;
  }

  /** Written one by one, because a person has one link for all capacities with a client. */
  private static void link(Table table, Party party) {
    ClientPath client = client(party.firm(), party.client());
    Capacity capacity =
        new Capacity(
            (Recipient.OfClient) recipient(party.contact()),
            "Carla",
            party.contact() == SimpleRules.CLIENT || party.webPortal(),
            at(party.from()),
            until(party.until()));
    PersonId person = person(party.person());
    Items before = table.read(List.of(TableKeys.link(client, person)));
    table.write(Links.add(client, person, capacity, before.at(TableKeys.link(client, person))));
  }

  // ---- The decision of access ----

  private static Verdict actual(InMemoryTable table, long now, Request request) {
    return verdict(() -> reach(access(table, now), request).require(request.action()));
  }

  private static Verdict actual(InMemoryTable table, long now, UploadRequest request) {
    return verdict(() -> requireOfUpload(table, now, request));
  }

  private static void requireOfUpload(InMemoryTable table, long now, UploadRequest asked) {
    Reach reach = reach(access(table, now), asked.request());
    PersonId uploader = asked.own() ? person(asked.request().person()) : TestFirm.person();
    switch (asked.action()) {
      case SEE_UNAVAILABLE -> reach.requireUnavailable(uploader);
      case REPLACE -> {
        reach.require(Action.READ);
        reach.requireReplacing(uploader);
      }
      case ARCHIVE -> {
        reach.require(Action.READ);
        reach.requireArchiving(uploader, asked.opened());
      }
      case CONTINUE -> reach.requireContinuing(uploader, asked.available());
      case END -> reach.requireEnding(uploader, asked.available());
    }
  }

  private static Access access(InMemoryTable table, long now) {
    return new Access(table, Clock.fixed(at(now), ZoneOffset.UTC));
  }

  private static Verdict verdict(Runnable decision) {
    try {
      decision.run();
      return Verdict.ALLOWED;
    } catch (ProblemException refused) {
      return refused.type() == ProblemType.NOT_FOUND
          ? Verdict.NOT_FOUND
          : Verdict.PERMISSION_REQUIRED;
    }
  }

  private static EngagementPath engagement(Request request) {
    return engagement(request.firm(), request.client(), request.number());
  }

  private static Reach reach(Access access, Request request) {
    Caller caller = TestFirm.caller(person(request.person()));
    FolderPath folder = folder(request.firm(), request.client(), request.number());
    if (OF_ITEMS.contains(request.action())) {
      return switch (request.item()) {
        case FOLDER -> access.reach(caller, folder, List.of());
        case DOCUMENT -> access.reach(caller, document(folder), List.of());
        case NOTE ->
            access.reach(
                caller, note(request.firm(), request.client(), request.number()), List.of());
        case GROUP_NOTE -> access.reach(caller, group(request.firm(), request.number()), List.of());
        case PARTICIPANT ->
            access.reach(
                caller, participant(request.firm(), request.client(), request.number()), List.of());
        case ENGAGEMENT -> access.reach(caller, engagement(request), List.of());
        case ASKED -> access.reach(caller, engagement(request).item(item(0)), List.of());
        case TASK ->
            access.reach(
                caller, task(request.firm(), request.client(), request.number()), List.of());
      };
    }
    return OF_CLIENTS.contains(request.action())
        ? access.reach(caller, folder.client(), List.of())
        : access.reach(caller, new FirmPath(folder.client().firm()), List.of());
  }
}
