package clientportal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.ids.PersonId;
import clientportal.platform.http.Endpoint;
import clientportal.platform.http.Exchange;
import clientportal.platform.http.Response;
import clientportal.platform.json.Json;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A repeated request is the same caller's, to the same operation, with the same key and body. */
final class IdempotencyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final PersonId ADA = TestFirm.person();
  private static final PersonId BEN = TestFirm.person();

  private final Table table = new InMemoryTable();
  private Instant now = NOON;
  private int created;

  private final Endpoint endpoint =
      Endpoint.of(request -> {
        Idempotency idempotency = Idempotency.of(request);
        Items items = table.read(idempotency.keys());
        Optional<String> earlier = idempotency.earlier(items, now);
        if (earlier.isEmpty()) {
          created++;
          List<Write> writes = new ArrayList<>(idempotency.remember("item-" + created, now));
          writes.add(Write.create(Fields.of().at(new Key("THINGS", "item-" + created))));
          table.write(writes);
        }
        return Response.ok(Json.object().with("id", earlier.orElse("item-" + created)));
      });

  private Exchange.Answer send(PersonId caller, String method, String path, String body) {
    return Exchange.of(method, path)
        .as(caller.value())
        .header("idempotency-key", "key")
        .json(body)
        .send(endpoint);
  }

  private Exchange.Answer first() {
    return send(ADA, "POST", "/v1/things", "{}");
  }

  @ParameterizedTest
  @CsvSource({
    // caller, path, body, seconds after the first: is the answer the first one's?
    "ADA, /v1/things, {}, 0, repeated",
    "ADA, /v1/things, {}, 86399, repeated",
    "ADA, /v1/things, {}, 86400, new",
    "ADA, /v1/things, { }, 0, refused",
    "ADA, /v1/things, { }, 86399, refused",
    "ADA, /v1/things, { }, 86400, new",
    "ADA, /v1/others, {}, 0, new",
    "ADA, /v1/things/1, {}, 0, new",
    "BEN, /v1/things, {}, 0, new",
    "BEN, /v1/things, { }, 0, new",
    "BEN, /v1/others, {}, 86400, new"
  })
  void aRequest_isARepeatedOne_forADay(
      String caller, String path, String body, long seconds, String outcome) {
    Object id = first().get("id");
    now = NOON.plusSeconds(seconds);

    Exchange.Answer answer = send(caller.equals("ADA") ? ADA : BEN, "POST", path, body);

    switch (outcome) {
      case "repeated" -> assertThat(answer.get("id")).isEqualTo(id);
      case "new" -> assertThat(answer.get("id")).isEqualTo("item-2");
      default -> assertThat(answer.problem()).isEqualTo("idempotency-key-reused");
    }
    assertThat(created).isEqualTo(outcome.equals("new") ? 2 : 1);
  }

  @Test
  void anotherMethodOfAPath_isAnotherOperation() {
    first();

    assertThat(send(ADA, "PUT", "/v1/things", "{}").get("id")).isEqualTo("item-2");
  }

  @Test
  void anotherKey_orNone_isAnotherRequest() {
    first();
    Exchange other = Exchange.of("POST", "/v1/things").as(ADA.value()).json("{}");

    assertThat(other.send(endpoint).get("id")).isEqualTo("item-2");
    assertThat(other.send(endpoint).get("id")).isEqualTo("item-3");
    assertThat(other.header("idempotency-key", "kez").send(endpoint).get("id")).isEqualTo("item-4");
  }

  @Test
  void ofTwoRequestsAtOnce_oneIsRemembered() {
    Idempotency[] both = new Idempotency[1];
    Exchange.of("POST", "/v1/things")
        .as(ADA.value())
        .header("idempotency-key", "key")
        .json("{}")
        .send(
            Endpoint.of(request -> {
              both[0] = Idempotency.of(request);
              return Response.noContent();
            }));
    table.write(both[0].remember("one", NOON));

    assertThatThrownBy(
            () -> table.write(both[0].remember("two", NOON.plus(REMEMBERED).minusMillis(1))))
        .isInstanceOf(ConflictException.class);
    assertThat(both[0].earlier(table.read(both[0].keys()), NOON)).contains("one");

    table.write(both[0].remember("three", NOON.plus(REMEMBERED)));
    assertThat(both[0].earlier(table.read(both[0].keys()), NOON.plus(REMEMBERED)))
        .contains("three");
  }
}
