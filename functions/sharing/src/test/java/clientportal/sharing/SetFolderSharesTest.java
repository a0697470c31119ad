package clientportal.sharing;

import static clientportal.sharing.SharedFirm.BEFORE;
import static clientportal.sharing.SharedFirm.NOW;
import static clientportal.sharing.SharedFirm.call;
import static clientportal.sharing.SharedFirm.put;
import static clientportal.sharing.SharedFirm.share;
import static clientportal.sharing.SharedFirm.view;
import static clientportal.sharing.SharedFirm.viewUntil;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.FeedRow;
import clientportal.access.records.Folder;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.json.Json;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SetFolderSharesTest {
  private static final Recipient.Party CLIENT = Recipient.CLIENT;
  private static final Recipient ALL = Recipient.ALL_AUTHORIZED;

  private final SharedFirm firm = new SharedFirm();
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(firm.firm.table);
  private final SetFolderSharesHandler handler =
      new SetFolderSharesHandler(
          new SetFolderShares(new Access(table, firm.clock), table, firm.firm.ids), firm.clock);

  private Exchange.Answer save(Folder folder, String... shares) {
    return put(firm.sharer, folder, String.join(",", shares)).send(handler);
  }

  private Folder now(Folder folder) {
    return firm.stored(folder.path());
  }

  @Test
  void theSet_isAnswered_andStandsInFolderFeedsAndEvent() {
    Recipient.Contact contact = firm.contact("Colin Contact", true);
    Folder folder = firm.folder();

    Exchange.Answer answer =
        save(
            folder,
            share(CLIENT, "view-upload"),
            "{\"recipient\": \"%s\", \"access\": \"view\", \"expiresAt\": \"%s\"}"
                .formatted(contact.text(), "2026-06-01T02:00:00.1239+02:00"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"2\"");
    assertThat(answer.body())
        .isEqualTo(
            Optional.ofNullable(
                Json.read(
                    """
                    {"shareState": "selected", "recipients": [
                      {"recipient": "client", "name": "Carla Client", "access": "view-upload",
                       "sharedAt": "2026-03-01T10:30:00.000Z"},
                      {"recipient": "%s", "name": "Colin Contact", "access": "view",
                       "sharedAt": "2026-03-01T10:30:00.000Z",
                       "expiresAt": "2026-06-01T00:00:00.123Z"}]}
                    """
                        .formatted(contact.text()))));
    Folder shared = now(folder);
    assertThat(shared.revision()).isEqualTo(2);
    assertThat(firm.feed(CLIENT))
        .containsExactly(FeedRow.of(shared.listing(), shared.grants().to(CLIENT).orElseThrow()));
    assertThat(firm.feed(contact)).hasSize(1);
    assertThat(firm.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.actor().person()).contains(firm.sharer);
          assertThat(event.audience()).containsExactly("client", contact.text());
          assertThat(event.data())
              .isInstanceOfSatisfying(
                  FolderShared.class,
                  data ->
                      assertThat(data.folder())
                          .isEqualTo(new NamedFolder(folder.path(), "Taxes 2025")));
          assertThat(SharedFirm.recipients(event).gained()).containsExactly(CLIENT, contact);
          assertThat(SharedFirm.recipients(event).lost()).isEmpty();
          assertThat(SharedFirm.recipients(event).changed()).isEmpty();
        });
    assertThat(calls.made("read")).isEqualTo(1);
    assertThat(calls.made("write")).isEqualTo(1);
    assertThat(calls.made("query")).isZero();
  }

  @Test
  void whoMayNot_isToldSoBeforeTheBodyIsLookedAt_andNothingChanges() {
    Folder folder = firm.folder(view(CLIENT));
    Folder closed = firm.folder();
    PersonId client = firm.firm.link(firm.client);
    PersonId withoutPermission = firm.firm.staff(Role.ADMINISTRATOR, false);
    PersonId ofAnotherFirm = new TestFirm(firm.firm.table).staff(Role.STAFF, true);
    FolderPath unknown = new FolderPath(firm.client, new FolderId(firm.firm.ids.next()));
    Map<Key, Item> before = firm.firm.table.everything();

    for (String body : List.of("no json", "{\"recipients\": []}")) {
      assertThat(problem(client, folder.path(), body)).isEqualTo("permission-required");
      assertThat(problem(client, closed.path(), body)).isEqualTo("not-found");
      assertThat(problem(withoutPermission, folder.path(), body)).isEqualTo("permission-required");
      assertThat(problem(ofAnotherFirm, folder.path(), body)).isEqualTo("not-found");
      assertThat(problem(TestFirm.person(), folder.path(), body)).isEqualTo("not-found");
      assertThat(problem(firm.sharer, unknown, body)).isEqualTo("not-found");
    }
    assertThat(problem(firm.sharer, folder.path(), "no json")).isEqualTo("malformed-json");
    assertThat(firm.firm.table.everything()).isEqualTo(before);
  }

  private String problem(PersonId caller, FolderPath folder, String body) {
    return call("PUT", caller, folder).json(body).send(handler).problem();
  }

  @Test
  void allFaultsAreReportedAtOnce_withTheirPointers() {
    Folder folder = firm.folder();
    Map<Key, Item> before = firm.firm.table.everything();

    Exchange.Answer answer =
        save(
            folder,
            share(CLIENT, "view"),
            share(CLIENT, "sign"),
            "{\"recipient\": \"everybody\", \"access\": \"view\", \"expiresAt\": \"%s\"}"
                .formatted(NOW),
            "{\"recipient\": \"all-authorized\", \"expiresAt\": \"tomorrow\", \"via\": \"x\"}",
            "{\"recipient\": null, \"access\": 1, \"expiresAt\": null}",
            "{\"recipient\": \"%s\", \"access\": \"view\", \"expiresAt\": \"2026-02-30T10:00:00Z\"}"
                .formatted(firm.firm.ids.next()),
            "\"client\"");

    assertThat(answer.problem()).isEqualTo("invalid-request");
    assertThat(faults(answer))
        .containsExactlyInAnyOrder(
            "/recipients/1/recipient duplicate",
            "/recipients/1/access enum",
            "/recipients/2/recipient format",
            "/recipients/2/expiresAt range",
            "/recipients/3/access required",
            "/recipients/3/expiresAt format",
            "/recipients/3/via unknown",
            "/recipients/4/recipient type",
            "/recipients/4/access type",
            "/recipients/4/expiresAt type",
            "/recipients/5/expiresAt format",
            "/recipients/6 type");
    assertThat(faults(call("PUT", firm.sharer, folder.path()).json("{}").send(handler)))
        .containsExactly("/recipients required");
    assertThat(firm.firm.table.everything()).isEqualTo(before);
  }

  private static List<String> faults(Exchange.Answer answer) {
    List<String> faults = new ArrayList<>();
    for (Object fault : (List<?>) answer.get("errors")) {
      Map<?, ?> members = (Map<?, ?>) fault;
      faults.add(members.get("pointer") + " " + members.get("code"));
    }
    return faults;
  }

  @Test
  void fortyAreChosenAtMost_andAllAuthorizedBesideThem_inOneTransaction() {
    Folder folder = firm.folder();
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      chosen.add(share(firm.contact("Contact " + i, true), "view"));
    }
    List<String> tooMany = new ArrayList<>(chosen);
    tooMany.add(share(CLIENT, "view"));
    List<String> most = new ArrayList<>(chosen);
    most.add(share(ALL, "view-upload"));

    assertThat(faults(save(folder, tooMany.toArray(String[]::new))))
        .containsExactly("/recipients length");
    tooMany.add(share(ALL, "view"));
    assertThat(faults(save(folder, tooMany.toArray(String[]::new))))
        .containsExactly("/recipients length");
    assertThat(save(folder, most.toArray(String[]::new)).status()).isEqualTo(200);
    Collections.reverse(most);
    assertThat(save(folder, most.subList(20, 41).toArray(String[]::new)).status()).isEqualTo(200);
    assertThat(now(folder).grants().all()).hasSize(21);
    assertThat(calls.made("write")).isEqualTo(2);
  }

  @Test
  void aStaleIfMatchIsRefused_thenWhatIsArchived_andNothingChanges() {
    Folder archived = firm.folder(firm.client, true, view(CLIENT));
    Map<Key, Item> before = firm.firm.table.everything();

    Exchange change = put(firm.sharer, archived, "").header("if-match", "\"7\"");
    assertThat(change.send(handler).problem()).isEqualTo("precondition-failed");
    Exchange.Answer current =
        put(firm.sharer, archived, "").header("if-match", "\"1\"").send(handler);
    assertThat(current.status()).isEqualTo(409);
    assertThat(current.problem()).isEqualTo("archived");
    assertThat(firm.firm.table.everything()).isEqualTo(before);

    Folder folder = firm.folder(view(CLIENT));
    Exchange.Answer saved = put(firm.sharer, folder, "").header("if-match", "\"1\"").send(handler);
    assertThat(saved.headers()).containsEntry("etag", "\"2\"");
    assertThat(saved.get("shareState")).isEqualTo("none");
  }

  @Test
  void aClientIsAddedOnlyWithAnAccount_allAuthorizedAlsoWithout() {
    for (AccountStatus status : AccountStatus.values()) {
      ClientPath client = firm.client(status);
      Folder folder = firm.folder(client, false);
      Folder open = firm.folder(client, false, view(CLIENT));
      Folder ended = firm.folder(client, false, viewUntil(CLIENT, NOW));
      boolean counts = status.counts();

      for (Folder without : List.of(folder, ended)) {
        Exchange.Answer answer = save(without, share(CLIENT, "view"));
        assertThat(answer.status()).as(status.text()).isEqualTo(counts ? 200 : 422);
        assertThat(counts || answer.problem().equals("account-required")).isTrue();
        assertThat(now(without).revision()).isEqualTo(counts ? 2 : 1);
      }
      assertThat(save(open, share(CLIENT, "view-upload")).status()).isEqualTo(200);
      assertThat(save(folder, share(ALL, "view")).status()).isEqualTo(200);
    }
  }

  @Test
  void aContactWithoutThePermission_orOfAnotherClient_isRefused() {
    Folder folder = firm.folder();
    Recipient.Contact permitted = firm.contact("Colin Contact", true);
    Recipient.Contact without = firm.contact("Ida", false);
    Recipient.Contact unknown = new Recipient.Contact(new ContactId(firm.firm.ids.next()));
    Map<Key, Item> before = firm.firm.table.everything();

    for (Recipient.Contact contact : List.of(without, unknown)) {
      for (int place = 0; place <= 3; place++) {
        List<String> shares =
            new ArrayList<>(
                List.of(share(CLIENT, "view"), share(permitted, "view"), share(ALL, "view")));
        shares.add(place, share(contact, "view"));
        Exchange.Answer answer = save(folder, shares.toArray(String[]::new));
        assertThat(answer.status()).as("at %d", place).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("recipient-not-permitted");
      }
    }
    assertThat(firm.firm.table.everything()).isEqualTo(before);
  }

  @Test
  void theSameSetSavedAgain_writesNothing() {
    Recipient.Contact contact = firm.contact("Colin Contact", true);
    Folder folder = firm.folder(view(CLIENT), viewUntil(ALL, NOW), view(contact));
    Map<Key, Item> before = firm.firm.table.everything();

    Exchange.Answer answer = save(folder, share(contact, "view"), share(CLIENT, "view"));

    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.get("shareState")).isEqualTo("selected");
    assertThat((List<?>) answer.get("recipients")).hasSize(2);
    assertThat(firm.firm.table.everything()).isEqualTo(before);
    assertThat(calls.made("write")).isZero();
  }

  @Test
  void whoIsNamedAgain_keepsTheTimeOfTheShare_andIsNotTold() {
    Recipient.Contact gone = firm.contact("Gone", true);
    Recipient.Contact same = firm.contact("Same", true);
    Folder folder = firm.folder(view(CLIENT), viewUntil(ALL, NOW), view(gone), view(same));

    save(folder, share(CLIENT, "view-upload"), share(ALL, "view"), share(same, "view"));

    Folder shared = now(folder);
    assertThat(shared.grants().to(CLIENT).orElseThrow().sharedAt()).isEqualTo(BEFORE);
    assertThat(shared.grants().to(ALL).orElseThrow().sharedAt()).isEqualTo(NOW);
    assertThat(firm.feed(gone)).isEmpty();
    assertThat(firm.feed(ALL)).hasSize(1);
    assertThat(firm.events())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.audience()).containsExactly("all-authorized");
          assertThat(SharedFirm.recipients(event).gained()).containsExactly(ALL);
          assertThat(SharedFirm.recipients(event).lost()).containsExactly(gone);
          assertThat(SharedFirm.recipients(event).changed()).containsExactly(CLIENT);
          assertThat(SharedFirm.recipients(event).openBefore()).containsExactly(CLIENT, gone, same);
        });
  }

  @Test
  void whoCouldReachTheFolderThroughAllAuthorized_isNotToldWhenChosen() {
    Recipient.Contact contact = firm.contact("Colin Contact", true);
    Folder beside = firm.folder(view(ALL));
    Folder instead = firm.folder(view(ALL));

    save(beside, share(ALL, "view"), share(CLIENT, "view"), share(contact, "view"));
    save(instead, share(CLIENT, "view"));

    assertThat(firm.events())
        .hasSize(2)
        .allSatisfy(event -> {
          assertThat(event.audience()).isEmpty();
          assertThat(SharedFirm.recipients(event).gained()).contains(CLIENT);
        });
  }

  @Test
  void aRowOfOnesOwn_saysTheWidestAccess_andTheRowOfAllNamesIt() {
    Folder folder = firm.folder(view(CLIENT));

    save(folder, share(CLIENT, "view"), share(ALL, "view-upload"));

    assertThat(firm.feed(CLIENT))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.access()).isEqualTo(AccessLevel.VIEW_UPLOAD);
          assertThat(row.sharedAt()).isEqualTo(BEFORE);
        });
    assertThat(firm.feed(ALL))
        .singleElement()
        .satisfies(row -> assertThat(row.others()).containsExactly(CLIENT));

    save(folder, share(ALL, "view-upload"));

    assertThat(firm.feed(CLIENT)).isEmpty();
    assertThat(firm.feed(ALL)).singleElement().satisfies(row -> assertThat(row.others()).isEmpty());
  }
}
