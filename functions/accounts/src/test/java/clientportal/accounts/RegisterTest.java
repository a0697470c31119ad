package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.RegistrationRequested;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.platform.CallSchedule;
import clientportal.platform.Hashes;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RegisterTest {
  private final TestFirm firm = new TestFirm();

  @BeforeEach
  void site() {
    put(Fields.of().with("firmId", firm.id.value()).at(TableKeys.site("meyer")));
  }

  private void put(Item item) {
    ((Table) firm.table).write(List.of(Write.put(item)));
  }

  private Exchange.Answer register(String json, Table table, Clock clock) {
    return Exchange.of("POST", "/v1/registrations")
        .json(json)
        .send(new RegisterHandler(new Register(table, clock, firm.ids)));
  }

  private Exchange.Answer register(String json) {
    return register(json, firm.table, firm.clock);
  }

  private static String of(String site, String email) {
    return "{\"site\": \"%s\", \"name\": \"Rosa\", \"email\": \"%s\"}".formatted(site, email);
  }

  private List<Event> events() {
    return firm.table.everything().values().stream()
        .filter(item -> item.fields().has(Event.TYPE))
        .map(Event::fromItem)
        .toList();
  }

  @Test
  void aRegistration_isRecorded_andTheBrowserGetsAKey() {
    Exchange.Answer answer = register(of("meyer", "rosa@example.org"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.get("expiresAt")).isEqualTo("2026-03-01T10:00:00.000Z");
    String key = (String) answer.get("browserKey");
    Event event = events().getFirst();
    assertThat(events()).hasSize(1);
    assertThat(event.data())
        .isInstanceOfSatisfying(
            RegistrationRequested.class,
            data -> {
              assertThat(data.browserKeyHash()).isEqualTo(Hashes.sha256(key));
              assertThat(data.firm()).isEqualTo(firm.id);
            });
    assertThat(event.keptUntil()).contains(TestFirm.NOW.plus(Duration.ofDays(1)));
    assertThat(firm.table.everything().toString()).doesNotContain(key);
    assertThat(answer.log().toString()).doesNotContain(key, "rosa@example.org", "Rosa");
  }

  @Test
  void anUnknownSite_andOneWithoutRegistration_areNotFound_andNothingChanges() {
    Firm is = firm.firm;
    put(
        new Firm(
                is.id(),
                is.name(),
                is.slug(),
                new Firm.Settings(
                    5,
                    "off",
                    is.settings().timeZone(),
                    is.settings().language(),
                    false,
                    is.settings().secondFactor(),
                    is.settings().notes(),
                    is.settings().replyTo(),
                    is.settings().mailTimes(),
                    is.settings().reminders(),
                    is.settings().deliveries()),
                is.createdAt(),
                1,
                2)
            .toItem());
    Map<Key, Item> before = firm.table.everything();

    assertThat(register(of("meyer", "rosa@example.org")).problem()).isEqualTo("not-found");
    assertThat(register(of("nobody", "rosa@example.org")).problem()).isEqualTo("not-found");
    assertThat(register("{}").get("errors").toString()).contains("/site", "/name", "/email");
    assertThat(firm.table.everything()).isEqualTo(before);
  }

  @Test
  void aCallAboveTheLimit_hasTheSameAnswer_andOnlyCountersChange() {
    for (int i = 0; i < 20; i++) {
      register(of("meyer", "rosa" + i + "@example.org"));
    }
    assertThat(events()).hasSize(20);

    Exchange.Answer refused = register(of("meyer", "late@example.org"));

    assertThat(refused.status()).isEqualTo(202);
    assertThat((String) refused.get("browserKey")).hasSize(43);
    assertThat(refused.log()).anyMatch(line -> line.contains("\"LimitsRefused\":1"));
    assertThat(events()).hasSize(20);
    Clock next = Clock.offset(firm.clock, Duration.ofHours(1));
    Exchange.Answer admitted = register(of("meyer", "late@example.org"), firm.table, next);
    assertThat(admitted.status()).isEqualTo(202);
    assertThat(admitted.log()).noneMatch(line -> line.contains("LimitsRefused"));
    assertThat(events()).hasSize(21);
  }

  @Test
  void twoFirstCallsAtOnce_areBothCounted() {
    for (int step = 1; step <= 5; step++) {
      RegisterTest fresh = new RegisterTest();
      fresh.site();
      CallSchedule calls =
          new CallSchedule().before(step, () -> fresh.register(of("meyer", "other@example.org")));
      assertThat(
              fresh
                  .register(
                      of("meyer", "rosa@example.org"),
                      calls.around(fresh.firm.table),
                      fresh.firm.clock)
                  .status())
          .isEqualTo(202);
      assertThat(calls.made()).isGreaterThanOrEqualTo(step);
      Key counter = TableKeys.siteLimit("meyer", Network.of("192.0.2.1").block());
      assertThat(
              fresh
                  .firm
                  .table
                  .read(List.of(counter))
                  .at(counter)
                  .orElseThrow()
                  .fields()
                  .number("count"))
          .isEqualTo(2);
      assertThat(fresh.events()).hasSize(2);
    }
  }
}
