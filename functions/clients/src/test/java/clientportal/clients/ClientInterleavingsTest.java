package clientportal.clients;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.ContactPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.access.records.StaffMember;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
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
 * Every use case of the module while others change the client, the contact or the contact's
 * account, or the same request runs twice: it answers as before that or as after it, and a repeated
 * request has the result of the first.
 */
final class ClientInterleavingsTest {

  private static final class World {
    final TestFirm firm = new TestFirm();
    final ClientCalls calls = new ClientCalls(firm);
    final PersonId staff = firm.staff(Role.STAFF, true);
    final ClientPath client =
        firm.client(Client.Kind.CLIENT, Optional.of("carla@example.com")).path();
    final ContactPath contact = firm.contact(client, Optional.of("colin@example.com"), true).path();
    final Holder.Party holder = new Holder.Party(client, new Recipient.Contact(contact.contact()));
    final PersonId withoutWebPortal = firm.staff(Role.STAFF, false);
    final Grant grant =
        new Grant(
            Recipient.CLIENT, AccessLevel.VIEW, TestFirm.NOW.minusSeconds(60), Optional.empty());
    final Folder folder =
        new Folder(
            new FolderPath(client, new FolderId(firm.ids.next())),
            "Taxes",
            TestFirm.NOW,
            false,
            new Grants(List.of(grant)),
            1);
    final PersonId person = firm.linkContact(client, contact.contact(), true);
    final StaffMember colleague = firm.staffMember(Role.STAFF, false, Optional.empty());

    World() {
      Account account =
          Account.invite(holder, new EmailAddress("colin@example.com"), TestFirm.NOW)
              .activate(person, TestFirm.NOW);
      write(
          Write.create(account.toItem()),
          account.copyToHolder(1),
          Write.create(colleague.toItem()),
          Write.create(folder.toItem()),
          FeedRow.of(folder.listing(), grant).put());
    }

    private void write(Write... writes) {
      Table table = firm.table;
      table.write(List.of(writes));
    }

    private Item item(Key key) {
      return firm.table.read(List.of(key)).at(key).orElseThrow();
    }

    Access access(Table table) {
      return new Access(table, firm.clock);
    }

    String createClient(Table table) {
      return answer(
          calls
              .create(staff, "{\"kind\": \"client\", \"name\": \"Dora\"}")
              .header("idempotency-key", "k")
              .send(new CreateClientHandler(new CreateClient(access(table), table, firm.ids))));
    }

    String createContact(Table table) {
      return answer(
          calls
              .createContact(
                  staff, client.client(), "{\"name\": \"Nils\", \"relationship\": \"son\"}")
              .header("idempotency-key", "k")
              .send(new CreateContactHandler(new CreateContact(access(table), table, firm.ids))));
    }

    String updateClient(Table table, String json) {
      return answer(
          calls
              .update(staff, client.client(), json)
              .send(new UpdateClientHandler(new UpdateClient(access(table), table, firm.ids))));
    }

    /** Moves the one folder that is open to the client, into the archive or out of it. */
    World archive(boolean archived) {
      Folder before = Folder.fromItem(item(TableKeys.folder(folder.path())));
      Folder after = before.withDetails(before.name(), archived);
      List<Write> writes = new ArrayList<>(FeedRow.changes(before, after));
      writes.add(Write.replace(after.toItem(), before.revision()));
      write(writes.toArray(Write[]::new));
      return this;
    }

    String updateContact(Table table, String json) {
      return answer(
          calls
              .updateContact(staff, contact, json)
              .send(new UpdateContactHandler(new UpdateContact(access(table), table, firm.ids))));
    }

    String setTeam(Table table) {
      return answer(
          calls
              .setTeam(staff, client.client(), "{\"staffIds\": [\"" + colleague.id() + "\"]}")
              .send(new SetTeamHandler(new SetTeam(access(table), table, firm.ids))));
    }

    /** Takes the contact's account away. */
    void revoke() {
      Account account = Account.fromItem(item(TableKeys.account(holder)));
      Account revoked = account.revoke();
      List<Write> writes = new ArrayList<>();
      writes.add(revoked.replace());
      writes.add(revoked.copyToHolder(Contact.fromItem(item(TableKeys.holder(holder))).revision()));
      writes.addAll(
          Links.remove(
              client, person, holder.party(), Optional.of(item(TableKeys.link(client, person)))));
      write(writes.toArray(Write[]::new));
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, String>> all = new TreeMap<>();
    all.put("CreateClient", World::createClient);
    all.put("CreateContact", World::createContact);
    all.put("UpdateClient", (world, table) -> world.updateClient(table, "{\"phone\": \"+46701\"}"));
    all.put(
        "UpdateClient, by staff who may not change the address of somebody who can read",
        (world, table) ->
            World.answer(
                world
                    .calls
                    .update(
                        world.withoutWebPortal,
                        world.client.client(),
                        "{\"email\": \"other@example.com\"}")
                    .send(
                        new UpdateClientHandler(
                            new UpdateClient(world.access(table), table, world.firm.ids)))));
    all.put(
        "UpdateContact",
        (world, table) ->
            world.updateContact(table, "{\"name\": \"Zoe\", \"email\": \"zoe@example.com\"}"));
    all.put("SetTeam", World::setTeam);
    all.put(
        "GetClient",
        (world, table) ->
            World.answer(
                world
                    .calls
                    .get(world.staff, world.client.client())
                    .send(new GetClientHandler(new GetClient(world.access(table))))));
    all.put(
        "GetContact",
        (world, table) ->
            World.answer(
                world
                    .calls
                    .getContact(world.staff, world.contact)
                    .send(new GetContactHandler(new GetContact(world.access(table))))));
    all.put(
        "ListClients",
        (world, table) ->
            World.answer(
                world
                    .calls
                    .list(world.staff)
                    .send(new ListClientsHandler(new ListClients(world.access(table), table)))));
    all.put(
        "ListContacts",
        (world, table) ->
            World.answer(
                world
                    .calls
                    .listContacts(world.staff, world.client.client())
                    .send(new ListContactsHandler(new ListContacts(world.access(table), table)))));
    return all;
  }

  private static void check(Consumer<World> others) {
    check(World::new, others);
  }

  private static void check(Supplier<World> world, Consumer<World> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(world, here -> here.firm.table, List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void allUseCasesAreHere() {
    assertThat(useCases().keySet().stream().map(name -> name.replaceFirst(",.*", "")))
        .containsOnly(UseCases.of(GetClientHandler.class).toArray(String[]::new));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(world -> world.createClient(world.firm.table));
    check(world -> world.createContact(world.firm.table));
  }

  @Test
  void whileOthersChangeTheClient() {
    check(world -> world.updateClient(world.firm.table, "{\"name\": \"Aida\"}"));
    check(world -> world.setTeam(world.firm.table));
  }

  @Test
  void whileOthersChangeTheContact() {
    check(world -> world.updateContact(world.firm.table, "{\"name\": \"Abel\"}"));
    check(world -> world.updateContact(world.firm.table, "{\"webPortal\": false}"));
  }

  @Test
  void whileOthersArchiveOrRestoreWhatIsOpen() {
    check(world -> world.archive(true));
    check(() -> new World().archive(true), world -> world.archive(false));
  }

  @Test
  void whileOthersRevokeTheAccount() {
    check(World::revoke);
  }
}
