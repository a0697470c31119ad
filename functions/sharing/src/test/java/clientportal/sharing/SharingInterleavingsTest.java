package clientportal.sharing;

import static clientportal.sharing.SharedFirm.call;
import static clientportal.sharing.SharedFirm.put;
import static clientportal.sharing.SharedFirm.share;
import static clientportal.sharing.SharedFirm.view;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.SharePolicy;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.access.records.SharedDocument;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every use case of the module while others change what it works on: it answers as before the
 * change or as after it.
 */
final class SharingInterleavingsTest {
  private static final Recipient.Party CLIENT = Recipient.CLIENT;
  private static final Recipient ALL = Recipient.ALL_AUTHORIZED;

  /** A reader who is the client and a contact, and a document that is shared with both. */
  private static final class World {
    final SharedFirm firm = new SharedFirm();
    final Recipient.Contact contact = firm.contact("Colin", true);
    final PersonId reader = firm.firm.link(firm.client);
    final Folder folder = firm.folder(view(ALL));
    final SharedDocument document = firm.document(folder, "a.txt", view(CLIENT), view(ALL));
    String answer = "";

    /** Makes the reader the contact as well. */
    World alsoContact() {
      Key key = TableKeys.link(firm.client, reader);
      Capacity capacity = new Capacity(contact, "Colin", true, SharedFirm.BEFORE, Optional.empty());
      firm.write(
          Links.add(firm.client, reader, capacity, Optional.of(firm.item(key)))
              .toArray(Write[]::new));
      return this;
    }

    /** Takes the document back to before its bytes arrived. */
    World pending() {
      Item item = firm.item(document.key());
      firm.write(
          Write.delete(item.key()),
          Write.put(new Item(TableKeys.declaration(document.path()), item.fields())));
      firm.write(rows().stream().map(FeedRow::delete).toArray(Write[]::new));
      return this;
    }

    private List<FeedRow> rows() {
      return document.grants().all().stream()
          .map(grant -> FeedRow.of(document.listing(), grant))
          .toList();
    }

    void arrive() {
      Item item = firm.item(TableKeys.declaration(document.path()));
      List<Write> writes = new ArrayList<>();
      writes.add(Write.delete(item.key()));
      writes.add(Write.put(new Item(document.key(), item.fields())));
      rows().forEach(row -> writes.add(row.put()));
      firm.write(writes.toArray(Write[]::new));
    }

    World archive() {
      move(TableKeys.document(folder.path(), document.path().document()), true);
      return this;
    }

    void restore() {
      move(TableKeys.archivedDocument(folder.path(), document.path().document()), false);
    }

    private void move(Key from, boolean archived) {
      Item item = firm.item(from);
      Key to =
          archived
              ? TableKeys.archivedDocument(folder.path(), document.path().document())
              : TableKeys.document(folder.path(), document.path().document());
      long revision = item.fields().number(Item.REVISION);
      Item moved = Fields.of().withAll(item.fields()).with(Item.REVISION, revision + 1).at(to);
      List<Write> writes = new ArrayList<>();
      writes.add(Write.delete(from));
      writes.add(Write.put(moved));
      writes.addAll(FeedRow.changes(SharedDocument.fromItem(item), SharedDocument.fromItem(moved)));
      firm.write(writes.toArray(Write[]::new));
    }

    void close() {
      setDocument(firm.firm.table, share(ALL, "view"));
    }

    void openToContact() {
      setDocument(
          firm.firm.table, share(CLIENT, "view"), share(ALL, "view"), share(contact, "view"));
    }

    Access access(Table table) {
      return new Access(table, firm.clock);
    }

    String setDocument(Table table, String... shares) {
      return answer(
          put(firm.sharer, document, String.join(",", shares))
              .send(
                  new SetDocumentSharesHandler(
                      new SetDocumentShares(access(table), table, firm.firm.ids), firm.clock)));
    }

    String setFolder(Table table) {
      return answer(
          put(firm.sharer, folder, share(CLIENT, "view-upload") + "," + share(ALL, "view"))
              .send(
                  new SetFolderSharesHandler(
                      new SetFolderShares(access(table), table, firm.firm.ids), firm.clock)));
    }

    SharingModule module(Table table) {
      return new SharingModule(access(table), table, firm.firm.ids);
    }

    String previewDocument(Table table) {
      return answer(
          call("POST", firm.sharer, document.path())
              .json("{\"recipients\": [%s]}".formatted(share(ALL, "view")))
              .send(
                  new PreviewDocumentSharesHandler(
                      module(table).previewDocumentShares(), firm.clock)));
    }

    String previewFolder(Table table) {
      return answer(
          call("POST", firm.sharer, folder.path())
              .json("{\"recipients\": [%s]}".formatted(share(CLIENT, "view")))
              .send(
                  new PreviewFolderSharesHandler(module(table).previewFolderShares(), firm.clock)));
    }

    String list(Table table, boolean archived) {
      answer =
          answer(
              Exchange.of("GET", firm.client + "/shared")
                  .as(reader.value())
                  .path("firmId", firm.client.firm())
                  .path("clientId", firm.client.client())
                  .query("archived", String.valueOf(archived))
                  .send(new ListSharedHandler(new ListShared(access(table), table))));
      return answer;
    }

    void assertNothingIsListedTwice() {
      assertThat(answer).startsWith("200 ");
      assertThat(answer.split("kind=document", -1)).as(answer).hasSizeLessThanOrEqualTo(2);
      assertThat(answer.split("kind=folder", -1)).as(answer).hasSizeLessThanOrEqualTo(2);
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, String>> all = new TreeMap<>();
    all.put(
        "GetFolderShares",
        (world, table) ->
            World.answer(
                call("GET", world.firm.sharer, world.folder.path())
                    .send(
                        new GetFolderSharesHandler(
                            new GetFolderShares(world.access(table), table)))));
    all.put(
        "GetDocumentShares",
        (world, table) ->
            World.answer(
                call("GET", world.firm.sharer, world.document.path())
                    .send(
                        new GetDocumentSharesHandler(
                            new GetDocumentShares(world.access(table), table)))));
    all.put("SetFolderShares", World::setFolder);
    all.put(
        "SetDocumentShares",
        (world, table) ->
            world.setDocument(table, share(ALL, "view"), share(world.contact, "view")));
    all.put("PreviewFolderShares", World::previewFolder);
    all.put("PreviewDocumentShares", World::previewDocument);
    all.put("ListShared", (world, table) -> world.list(table, false));
    return all;
  }

  private static void check(Supplier<World> world, List<Consumer<World>> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(world, here -> here.firm.firm.table, others);
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      if (!each.getKey().equals("ListShared")) {
        ways += interleavings.check(each.getKey(), each.getValue());
      }
    }
    for (boolean archived : new boolean[] {false, true}) {
      ways +=
          interleavings.checkJob(
              (here, table) -> here.list(table, archived), World::assertNothingIsListedTwice);
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void allUseCasesAreHere() {
    assertThat(useCases().keySet()).isEqualTo(UseCases.of(ListSharedHandler.class));
  }

  @Test
  void whileADocumentArrives() {
    check(() -> new World().pending(), List.of(World::arrive));
  }

  @Test
  void whileADocumentIsArchivedAndRestored() {
    check(World::new, List.of(World::archive));
    check(World::new, List.of(World::archive, World::restore));
    check(() -> new World().archive(), List.of(World::restore));
    check(() -> new World().alsoContact(), List.of(World::archive));
  }

  @Test
  void whileADocumentIsOpenedOrClosed() {
    check(World::new, List.of(World::close));
    check(() -> new World().alsoContact(), List.of(World::close));
    check(() -> new World().alsoContact(), List.of(World::openToContact));
  }

  @Test
  void whileThePolicyChanges() {
    check(World::new, List.of(world -> world.firm.firm.policy(SharePolicy.Mode.ALL_BUT, "none")));
    check(
        () -> new World().alsoContact(),
        List.of(
            world -> world.firm.firm.policy(SharePolicy.Mode.ALL_BUT, "none"),
            world -> world.firm.firm.policy(SharePolicy.Mode.ALL)));
  }

  /** What is read or listed of an item before and after is listed at every moment between. */
  @Test
  void aListOfOneFeed_isAsBeforeOrAsAfter() {
    Supplier<World> world =
        () -> {
          World here = new World();
          here.close();
          return here;
        };
    Interleavings<World> interleavings =
        new Interleavings<>(world, here -> here.firm.firm.table, List.of(World::archive));

    for (boolean archived : new boolean[] {false, true}) {
      interleavings.check("ListShared", (here, table) -> here.list(table, archived));
    }
  }

  @Test
  void aRecipientWhomTheIndexDoesNotListYet_hasTheirName() {
    World here = new World();
    Grant grant = new Grant(here.contact, AccessLevel.VIEW, SharedFirm.BEFORE, Optional.empty());
    SharedDocument document = here.firm.document(here.folder, "b.txt", grant);
    Key key = TableKeys.contact(here.firm.client, here.contact.id());
    Item item = here.firm.item(key);
    here.firm.write(Write.update(key).remove("namesPartition").when(Condition.present()));

    Exchange.Answer answer =
        call("GET", here.firm.sharer, document.path())
            .send(
                new GetDocumentSharesHandler(
                    new GetDocumentShares(here.firm.access, here.firm.firm.table)));

    assertThat(item.fields().has("namesPartition")).isTrue();
    assertThat(answer.get("recipients").toString()).contains("Colin");
    assertThat(answer.get("candidates").toString()).contains("Colin");
  }
}
