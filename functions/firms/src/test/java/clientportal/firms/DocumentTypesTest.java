package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.DocumentTypesSet;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FirmPath;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DocumentTypesTest {
  private final TestFirm firm = new TestFirm();
  private final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  private final PersonId staff = firm.staff(Role.STAFF, true);

  private Exchange to(String method, PersonId caller) {
    return Exchange.of(method, new FirmPath(firm.id) + "/document-types")
        .as(caller.value())
        .path("firmId", firm.id);
  }

  private Exchange.Answer list(PersonId caller) {
    return to("GET", caller)
        .send(new ListDocumentTypesHandler(new ListDocumentTypes(firm.access())));
  }

  private Exchange put(PersonId caller, String types) {
    return to("PUT", caller).json("{\"documentTypes\": [" + types + "]}");
  }

  private SetDocumentTypesHandler handler(Table table) {
    return new SetDocumentTypesHandler(new SetDocumentTypes(firm.access(), table, firm.ids));
  }

  private Exchange.Answer set(String... types) {
    return put(administrator, String.join(",", types)).send(handler(firm.table));
  }

  private static String type(String name) {
    return "{\"name\": \"" + name + "\"}";
  }

  private static String type(Object id, String name) {
    return "{\"documentTypeId\": \"%s\", \"name\": \"%s\"}".formatted(id, name);
  }

  private static List<String> shown(Exchange.Answer answer) {
    List<String> shown = new ArrayList<>();
    for (Object each : (List<?>) answer.get("documentTypes")) {
      Map<?, ?> type = (Map<?, ?>) each;
      shown.add(type.get("name") + (Boolean.TRUE.equals(type.get("retired")) ? " retired" : ""));
    }
    return shown;
  }

  private static String id(Exchange.Answer answer, int index) {
    Map<?, ?> type = (Map<?, ?>) ((List<?>) answer.get("documentTypes")).get(index);
    return String.valueOf(type.get("documentTypeId"));
  }

  private List<DocumentTypesSet> events() {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .map(Event::data)
        .filter(DocumentTypesSet.class::isInstance)
        .map(DocumentTypesSet.class::cast)
        .toList();
  }

  @Test
  void aFirmHasNone_untilAnAdministratorSetsSome() {
    assertThat(shown(list(staff))).isEmpty();
    assertThat(list(staff).headers()).containsEntry("etag", "\"0\"");

    Exchange.Answer answer = set(type("Progress note"), type("Invoice"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(shown(answer)).containsExactly("Progress note", "Invoice");
    assertThat(list(staff).body()).isEqualTo(answer.body());
    assertThat(events()).singleElement().satisfies(event -> assertThat(event.changed()).hasSize(2));
  }

  @Test
  void oneWithAnId_isKeptOrRenamed_andOneThatIsLeftOutIsRetired_andCanBeTakenBack() {
    Exchange.Answer before = set(type("Invoice"), type("Letter"), type("Note"));

    Exchange.Answer answer = set(type(id(before, 2), "Note"), type(id(before, 0), "Bill"));

    assertThat(shown(answer)).containsExactly("Note", "Bill", "Letter retired");
    assertThat(List.of(id(answer, 0), id(answer, 1), id(answer, 2)))
        .containsExactly(id(before, 2), id(before, 0), id(before, 1));
    assertThat(events()).hasSize(2);
    assertThat(events())
        .anySatisfy(event ->
            assertThat(event.changed())
                .extracting(type -> type.name() + " " + type.retired())
                .containsExactly("Bill false", "Letter true"));

    assertThat(shown(set(type(id(before, 1), "Letter"))))
        .containsExactly("Letter", "Note retired", "Bill retired");
  }

  @Test
  void aRepeatedRequest_createsNothingTwice_andWritesNothing() {
    Exchange.Answer first = set(type("Invoice"), type("Letter"));
    Map<Key, Item> before = firm.table.everything();

    Exchange.Answer again = set(type("Invoice"), type("Letter"));

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aNameThatARetiredTypeHas_takesItBack_unlessThatTypeIsNamedByItsId() {
    Exchange.Answer before = set(type("Invoice"));
    set();

    assertThat(id(set(type("Invoice")), 0)).isEqualTo(id(before, 0));
    Exchange.Answer renamed = set(type(id(before, 0), "Bill"), type("Invoice"));
    assertThat(shown(renamed)).containsExactly("Bill", "Invoice");
    assertThat(id(renamed, 1)).isNotEqualTo(id(before, 0));
  }

  @Test
  void allFaultsAreReported_andNothingChanges() {
    Exchange.Answer one = set(type("Invoice"));
    Map<Key, Item> before = firm.table.everything();
    String id = id(one, 0);

    Exchange.Answer faults =
        set(
            type(id, "Invoice"),
            type(id, "Other"),
            type("Invoice"),
            type("x", "X"),
            type("a".repeat(81)),
            "{}");

    assertThat(faults.status()).isEqualTo(400);
    assertThat(faults.get("errors").toString())
        .contains(
            "/documentTypes/1/documentTypeId, code=duplicate",
            "/documentTypes/2/name, code=duplicate",
            "/documentTypes/3/documentTypeId, code=format",
            "/documentTypes/4/name, code=length",
            "/documentTypes/5/name, code=required");
    assertThat(set(type("Y"), type(firm.ids.next(), "X")).get("errors").toString())
        .contains("/documentTypes/1/documentTypeId, code=enum");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aFirmHas200_withTheRetiredOnes() {
    String[] all = IntStream.range(0, 200).mapToObj(i -> type("T" + i)).toArray(String[]::new);

    assertThat(set(all).status()).isEqualTo(200);
    Exchange.Answer refused = set(type("One more"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("limit-reached");
    assertThat(set(type("T7")).status()).isEqualTo(200);
    assertThat(shown(list(staff))).hasSize(200).startsWith("T7", "T0 retired");
  }

  @Test
  void onlyAdministratorsSetThem_andOnlyStaffSeeThem() {
    Map<Key, Item> before = firm.table.everything();

    assertThat(put(staff, "{}").send(handler(firm.table)).problem())
        .isEqualTo("permission-required");
    assertThat(put(TestFirm.person(), "{}").send(handler(firm.table)).problem())
        .isEqualTo("not-found");
    assertThat(list(TestFirm.person()).problem()).isEqualTo("not-found");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void theyAreSet_onlyIfTheCallerHasSeenThem() {
    set(type("Invoice"));

    assertThat(
            put(administrator, "").header("if-match", "\"0\"").send(handler(firm.table)).problem())
        .isEqualTo("precondition-failed");
    assertThat(
            put(administrator, "").header("if-match", "\"1\"").send(handler(firm.table)).status())
        .isEqualTo(200);
  }

  @Test
  void whatOthersSetMeanwhile_isNotLost() {
    CallSchedule calls = new CallSchedule();
    calls.beforeFirstWrite(() -> set(type("Theirs")));

    Exchange.Answer answer =
        put(administrator, type("Mine")).send(handler(calls.around(firm.table)));

    assertThat(shown(answer)).containsExactly("Mine", "Theirs retired");
    assertThat(new DocumentTypeId(id(answer, 0))).isNotNull();
  }
}
