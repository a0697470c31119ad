package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Client;
import clientportal.access.records.Site;
import clientportal.access.records.StaffMember;
import clientportal.access.records.Teams;
import clientportal.delivery.EventMessage;
import clientportal.platform.Interleavings;
import clientportal.platform.UseCases;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every use case of the module while others do the same, or the same request runs twice: it answers
 * as before that or as after it, and a repeated request has the result of the first.
 */
final class FirmInterleavingsTest {
  private static final class World {
    final TestFirm firm = new TestFirm();
    final StaffCalls calls = new StaffCalls(firm);
    final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
    final StaffId staff = new StaffId(firm.ids.next());

    World() {
      PersonId person = TestFirm.person();
      StaffMember bo =
          new StaffMember(
              firm.id,
              staff,
              "Bo Staff",
              new EmailAddress("bo@firm.test"),
              Role.STAFF,
              false,
              true,
              AccountStatus.ACTIVE,
              Optional.of(person),
              TestFirm.NOW,
              Optional.empty(),
              NoticeMails.EACH,
              1);
      Table table = firm.table;
      table.write(
          List.of(
              Write.create(bo.toItem()),
              Affiliations.put(firm.id, person, bo.membership()),
              Affiliations.reference(firm.id, person)));
      table.write(Site.first(firm.firm).create());
      table.write(List.of(Write.create(Fields.of().at(TableKeys.operator(administrator)))));
      responsible();
    }

    Access access(Table table) {
      return new Access(table, firm.clock);
    }

    Exchange to(String method, String path) {
      return Exchange.of(method, new FirmPath(firm.id) + path)
          .as(administrator.value())
          .path("firmId", firm.id);
    }

    String createFirm(Table table) {
      return answer(
          Exchange.of("POST", "/v1/firms")
              .as(administrator.value())
              .header("idempotency-key", "k")
              .json(
                  """
                  {"name": "Ruiz", "slug": "ruiz",
                   "administrator": {"name": "Ana Ruiz", "email": "ana@example.com"}}\
                  """)
              .send(new CreateFirmHandler(new CreateFirm(table, firm.clock, firm.ids))));
    }

    String createStaff(Table table) {
      return answer(
          calls
              .post(
                  administrator,
                  "{\"name\": \"Jo\", \"email\": \"jo@example.com\", \"role\": \"staff\"}")
              .header("idempotency-key", "k")
              .send(new CreateStaffHandler(new CreateStaff(access(table), table, firm.ids))));
    }

    String appoint(Table table) {
      return answer(
          to("POST", "/administrators")
              .header("idempotency-key", "k")
              .json("{\"name\": \"Eva\", \"email\": \"eva@example.com\"}")
              .send(
                  new AppointAdministratorHandler(
                      new AppointAdministrator(access(table), table, firm.ids))));
    }

    String updateStaff(Table table, String json) {
      return answer(
          calls
              .patch(administrator, staff, json)
              .send(new UpdateStaffHandler(new UpdateStaff(access(table), table, firm.ids))));
    }

    String setAbsence(Table table, String until) {
      String json =
          "{\"absence\": {\"from\": \"2026-03-02T00:00:00Z\", \"until\": \"%s\", \"standIn\": \"%s\"}}"
              .formatted(until, calls.staffId(administrator));
      return answer(
          calls
              .absence(administrator, staff, json)
              .send(
                  new SetAbsenceHandler(
                      new SetAbsence(access(table), table, firm.ids), firm.clock)));
    }

    String handOver(Table table) {
      return answer(
          calls
              .handOver(administrator, staff, "{\"to\": \"" + calls.staffId(administrator) + "\"}")
              .send(new HandOverHandler(new HandOver(access(table), table, firm.ids))));
    }

    String getHandOver(Table table) {
      return answer(
          calls
              .getHandOver(administrator, staff)
              .send(new GetHandOverHandler(new GetHandOver(access(table), table))));
    }

    /** Makes the next step of the hand-over, if there is one. */
    String step(Table table) {
      ContinueHandOver continueHandOver = new ContinueHandOver(table, firm.ids, firm.clock);
      calls.events().stream()
          .filter(event -> event.data() instanceof Subscription.HandOvers)
          .forEach(
              event -> continueHandOver.handle(new EventMessage(event.key(), Optional.empty())));
      return "made";
    }

    /** Puts a client with this staff member in its team into the firm. */
    void responsible() {
      Client before = firm.client(Client.Kind.CLIENT, Optional.empty());
      ((Table) firm.table)
          .write(
              Teams.change(
                  before,
                  before.withTeam(List.of(staff)),
                  new Recorder(firm.ids, Actor.PORTAL, TestFirm.NOW)));
    }

    String documentTypes(Table table, String json) {
      return answer(
          to("PUT", "/document-types")
              .json("{\"documentTypes\": " + json + "}")
              .send(
                  new SetDocumentTypesHandler(
                      new SetDocumentTypes(access(table), table, firm.ids))));
    }

    String sharePolicy(Table table, String mode) {
      return answer(
          to("PUT", "/share-policy")
              .json("{\"mode\": \"" + mode + "\", \"documentTypeIds\": [], \"reason\": \"Why\"}")
              .send(new SetSharePolicyHandler(new SetSharePolicy(access(table), table, firm.ids))));
    }

    String updateFirm(Table table, String json) {
      return answer(
          to("PATCH", "")
              .header("content-type", "application/merge-patch+json")
              .json(json)
              .send(new UpdateFirmHandler(new UpdateFirm(access(table), table, firm.ids))));
    }

    static String answer(Exchange.Answer answer) {
      return answer.status() + " " + answer.body();
    }
  }

  private static Map<String, BiFunction<World, Table, String>> useCases() {
    Map<String, BiFunction<World, Table, String>> all = new TreeMap<>();
    all.put("CreateFirm", World::createFirm);
    all.put("CreateStaff", World::createStaff);
    all.put("AppointAdministrator", World::appoint);
    all.put(
        "UpdateStaff", (world, table) -> world.updateStaff(table, "{\"role\": \"administrator\"}"));
    all.put("HandOver", World::handOver);
    all.put("GetHandOver", World::getHandOver);
    all.put("ContinueHandOver", World::step);
    all.put("SetAbsence", (world, table) -> world.setAbsence(table, "2026-03-09T00:00:00Z"));
    all.put(
        "ListDocumentTypes",
        (world, table) ->
            World.answer(
                world
                    .to("GET", "/document-types")
                    .send(
                        new ListDocumentTypesHandler(new ListDocumentTypes(world.access(table))))));
    all.put(
        "SetDocumentTypes",
        (world, table) -> world.documentTypes(table, "[{\"name\": \"Invoice\"}]"));
    all.put(
        "GetSharePolicy",
        (world, table) ->
            World.answer(
                world
                    .to("GET", "/share-policy")
                    .send(
                        new GetSharePolicyHandler(
                            new GetSharePolicy(world.access(table), table)))));
    all.put("SetSharePolicy", (world, table) -> world.sharePolicy(table, "only"));
    all.put("UpdateFirm", (world, table) -> world.updateFirm(table, "{\"name\": \"Z\"}"));
    all.put(
        "GetFirm",
        (world, table) ->
            World.answer(
                world.to("GET", "").send(new GetFirmHandler(new GetFirm(world.access(table))))));
    all.put(
        "GetStaff",
        (world, table) ->
            World.answer(
                world
                    .calls
                    .get(world.administrator, world.staff)
                    .send(new GetStaffHandler(new GetStaff(world.access(table))))));
    all.put(
        "ListStaff",
        (world, table) ->
            World.answer(
                world
                    .to("GET", "/staff")
                    .send(new ListStaffHandler(new ListStaff(world.access(table), table)))));
    return all;
  }

  private static void check(Consumer<World> others) {
    Interleavings<World> interleavings =
        new Interleavings<>(World::new, here -> here.firm.table, List.of(others));
    int ways = 0;
    for (Map.Entry<String, BiFunction<World, Table, String>> each : useCases().entrySet()) {
      ways += interleavings.check(each.getKey(), each.getValue());
    }
    assertThat(ways).isGreaterThan(2 * useCases().size());
  }

  @Test
  void allUseCasesAreHere() {
    assertThat(useCases().keySet()).isEqualTo(UseCases.of(GetFirmHandler.class));
  }

  @Test
  void whileTheSameRequestRunsTwice() {
    check(world -> world.createFirm(world.firm.table));
    check(world -> world.createStaff(world.firm.table));
    check(world -> world.appoint(world.firm.table));
  }

  @Test
  void whileOthersChangeTheFirmAndItsStaff() {
    check(world -> world.updateStaff(world.firm.table, "{\"webPortal\": true}"));
    check(world -> world.setAbsence(world.firm.table, "2026-04-01T00:00:00Z"));
    check(world -> world.handOver(world.firm.table));
    check(world -> {
      world.handOver(world.firm.table);
      world.step(world.firm.table);
    });
    check(world -> world.updateFirm(world.firm.table, "{\"name\": \"Other\"}"));
    check(world -> world.documentTypes(world.firm.table, "[{\"name\": \"Letter\"}]"));
    check(world -> world.sharePolicy(world.firm.table, "all-but"));
  }
}
