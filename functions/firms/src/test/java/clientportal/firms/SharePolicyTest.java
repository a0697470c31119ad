package clientportal.firms;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.decision.SharePolicy;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.SharePolicySet;
import clientportal.access.ids.DocumentTypeId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.FirmSharePolicy;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("BS2")
@Tag("BX6")
final class SharePolicyTest {
  private final TestFirm firm = new TestFirm();
  private final PersonId administrator = firm.staff(Role.ADMINISTRATOR, true);
  private final PersonId staff = firm.staff(Role.STAFF, false);
  private final PersonId operator = TestFirm.person();
  private final DocumentTypeId invoice = firm.documentTypes("Invoice").getFirst();

  SharePolicyTest() {
    ((Table) firm.table).write(List.of(Write.create(Fields.of().at(TableKeys.operator(operator)))));
  }

  private static Exchange to(String method, FirmId firm, PersonId caller) {
    return Exchange.of(method, new FirmPath(firm) + "/share-policy")
        .as(caller.value())
        .path("firmId", firm);
  }

  private Exchange.Answer get(PersonId caller) {
    return to("GET", firm.id, caller)
        .send(new GetSharePolicyHandler(new GetSharePolicy(firm.access(), firm.table)));
  }

  private Exchange put(PersonId caller, String mode, String reason, Object... types) {
    List<String> quoted = new ArrayList<>();
    for (Object type : types) {
      quoted.add("\"" + type + "\"");
    }
    return to("PUT", firm.id, caller)
        .json(
            "{\"mode\": \"%s\", \"documentTypeIds\": [%s], \"reason\": \"%s\"}"
                .formatted(mode, String.join(",", quoted), reason));
  }

  private SetSharePolicyHandler handler(Table table) {
    return new SetSharePolicyHandler(
        new SetSharePolicy(new Access(table, firm.clock), table, firm.ids));
  }

  private Exchange.Answer set(String mode, String reason, Object... types) {
    return put(operator, mode, reason, types).send(handler(firm.table));
  }

  private SharePolicy stored() {
    return FirmSharePolicy.of(firm.id, firm.table.read(List.of(TableKeys.sharePolicy(firm.id))))
        .policy();
  }

  private static List<String> reasons(Exchange.Answer answer) {
    List<String> reasons = new ArrayList<>();
    ((List<?>) answer.get("history"))
        .forEach(entry -> reasons.add((String) ((Map<?, ?>) entry).get("reason")));
    return reasons;
  }

  @Test
  void everythingMayBeOpen_untilAnOperatorSetsAnother_whichStaffSeeWithItsReason() {
    Exchange.Answer before = get(staff);
    assertThat(before.get("mode")).isEqualTo("all");
    assertThat(before.get("documentTypeIds")).isEqualTo(List.of());
    assertThat(before.get("history")).isEqualTo(List.of());
    assertThat(before.headers()).containsEntry("etag", "\"0\"");

    Exchange.Answer answer = set("all-but", "Asked for by letter", invoice, "none");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.get("mode")).isEqualTo("all-but");
    assertThat(answer.get("documentTypeIds")).isEqualTo(List.of(invoice.value(), "none"));
    assertThat(answer.get("history"))
        .isEqualTo(
            List.of(
                Map.of(
                    "mode",
                    "all-but",
                    "documentTypeIds",
                    List.of(invoice.value(), "none"),
                    "reason",
                    "Asked for by letter",
                    "at",
                    "2026-03-01T09:30:00.000Z")));
    for (PersonId caller : List.of(staff, administrator, operator)) {
      assertThat(get(caller).body()).isEqualTo(answer.body());
    }
  }

  @Test
  void whoSetIt_isInTheHistoryAndInTheEvent() {
    set("only", "No invoices yet", "none");

    Event event =
        firm.table.everything().values().stream()
            .filter(item -> item.fields().has(Event.TYPE))
            .map(Event::fromItem)
            .filter(each -> each.data() instanceof SharePolicySet)
            .findFirst()
            .orElseThrow();
    assertThat(event.actor()).isEqualTo(Actor.operator(operator));
    assertThat(event.data()).isEqualTo(new SharePolicySet(firm.id, stored(), "No invoices yet"));
    assertThat(firm.table.partition(TableKeys.sharePolicies(firm.id)))
        .extracting(item -> SharePolicyEntry.fromItem(item).by())
        .containsExactly(Actor.operator(operator));
  }

  @Test
  void theHistory_hasTheNewest50_theNewestFirst() {
    for (int each = 1; each <= 51; each++) {
      set(each % 2 == 1 ? "only" : "all", "Reason " + each);
    }

    assertThat(reasons(get(staff))).hasSize(50).startsWith("Reason 51").endsWith("Reason 2");
  }

  @Test
  void theSamePolicyAgain_writesNothing() {
    Exchange.Answer first = set("only", "One", invoice);
    Map<Key, Item> before = firm.table.everything();

    assertThat(set("only", "Two", invoice).body()).isEqualTo(first.body());
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void allFaultsAreReported_andNothingChanges() {
    Map<Key, Item> before = firm.table.everything();

    assertThat(set("some", "", "x", "none", "none").get("errors").toString())
        .contains(
            "/mode, code=enum",
            "/reason, code=length",
            "/documentTypeIds/0, code=format",
            "/documentTypeIds/2, code=duplicate");
    assertThat(set("all", "Why", "none").get("errors").toString())
        .contains("/documentTypeIds, code=length");
    assertThat(set("only", "Why", invoice, firm.ids.next()).get("errors").toString())
        .contains("/documentTypeIds/1, code=enum");
    assertThat(set("only", "a".repeat(501)).get("errors").toString())
        .contains("/reason, code=length");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aRetiredType_canBeNamed_becauseDocumentsMayHaveIt() {
    firm.retireDocumentTypes();

    assertThat(set("all-but", "Why", invoice).status()).isEqualTo(200);
  }

  @Test
  void onlyOperatorsSetIt_andNobodyElseKnowsOfIt() {
    Map<Key, Item> before = firm.table.everything();

    for (PersonId caller : List.of(administrator, staff)) {
      assertThat(put(caller, "only", "Why").send(handler(firm.table)).problem())
          .isEqualTo("permission-required");
    }
    assertThat(put(TestFirm.person(), "only", "Why").send(handler(firm.table)).problem())
        .isEqualTo("not-found");
    assertThat(get(TestFirm.person()).problem()).isEqualTo("not-found");
    FirmId unknown = new FirmId(firm.ids.next());
    assertThat(
            to("PUT", unknown, operator)
                .json("{\"mode\": \"only\", \"documentTypeIds\": [], \"reason\": \"Why\"}")
                .send(handler(firm.table))
                .problem())
        .isEqualTo("not-found");
    assertThat(
            to("GET", unknown, operator)
                .send(new GetSharePolicyHandler(new GetSharePolicy(firm.access(), firm.table)))
                .problem())
        .isEqualTo("not-found");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void itIsSet_onlyIfTheCallerHasSeenIt() {
    set("only", "One");

    assertThat(
            put(operator, "all", "Two")
                .header("if-match", "\"0\"")
                .send(handler(firm.table))
                .problem())
        .isEqualTo("precondition-failed");
    assertThat(
            put(operator, "all", "Two")
                .header("if-match", "\"1\"")
                .send(handler(firm.table))
                .status())
        .isEqualTo(200);
  }

  @Test
  void ofTwoAtOnce_bothAreInTheHistory() {
    CallSchedule calls = new CallSchedule();
    calls.beforeFirstWrite(() -> set("only", "Theirs"));

    Exchange.Answer answer =
        put(operator, "all-but", "Mine", "none").send(handler(calls.around(firm.table)));

    assertThat(reasons(answer)).containsExactly("Mine", "Theirs");
    assertThat(stored().mode()).isEqualTo(SharePolicy.Mode.ALL_BUT);
  }
}
