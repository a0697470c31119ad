package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Actor;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.FolderShared;
import clientportal.access.events.EventData.NamedFolder;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.events.EventSamples;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.EventId;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.FolderId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.aws.AdapterTest;
import clientportal.aws.Aws;
import clientportal.aws.Eventually;
import clientportal.aws.Templates;
import clientportal.delivery.AudiencePart;
import clientportal.delivery.EventMessage;
import clientportal.local.dynamodb.StreamRecord;
import clientportal.local.events.SourceFilter;
import clientportal.local.template.Application;
import clientportal.platform.Ids;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.http.Invocation;
import clientportal.platform.json.Json;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The way of an event: written, streamed, relayed, published, and in the queues that filter it. */
@AdapterTest
final class RelayEventsIT {
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Aws aws = Aws.current();
  private final Table table = aws.asFunction(() -> AwsClients.fromEnvironment().table());
  private final RelayEventsHandler relay = aws.asFunction(RelayEventsHandler::new);
  private final Ids ids = new Ids(Clock.systemUTC());
  private final ClientPath client =
      new ClientPath(new FirmId(ids.next()), new ClientId(ids.next()));

  /** Writes any event beside those of the client. */
  private Event write(EventData data) {
    Event event =
        new Event(
            TableKeys.clientEvent(client, new EventId(ids.next())),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            Actor.PORTAL,
            data,
            Optional.empty());
    table.write(List.of(event.create()));
    return event;
  }

  private Event writeShared(int audience) {
    NamedFolder folder =
        new NamedFolder(new FolderPath(client, new FolderId(ids.next())), "Steuern 2025 – Größe");
    Recipients recipients =
        new Recipients(List.of(), List.of(), List.of(), List.of(), List.of(), true);
    return write(
        new FolderShared(folder, recipients, Collections.nCopies(audience, Recipient.CLIENT)));
  }

  /**
   * Gives the function what its source would: the records of this client that its filter passes.
   */
  private void relay(int expected) {
    List<StreamRecord> records =
        Eventually.see(
            () ->
                aws.streamed().stream()
                    .filter(record -> Json.write(record.json()).contains(client.client().value()))
                    .filter(record -> SourceFilter.passes(source(), record.json()))
                    .toList(),
            seen -> seen.size() >= expected);
    assertThat(records).hasSize(expected);
    String answer =
        new Invocation()
            .send(relay, Map.of("Records", records.stream().map(StreamRecord::json).toList()));
    assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
  }

  private static Application.StreamSource source() {
    return Templates.APPLICATION.functions().stream()
        .filter(function -> function.name().endsWith("-RelayEvents"))
        .flatMap(function -> function.sources().stream())
        .map(Application.StreamSource.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The queues with a subscription, as they are called in their template. */
  private static Set<String> queues() {
    Set<String> queues = new TreeSet<>();
    Templates.APPLICATION.subscriptions().forEach(subscription -> queues.add(name(subscription)));
    return queues;
  }

  private static String name(Application.Subscription subscription) {
    return subscription.queueArn().replaceFirst(".*-", "");
  }

  /** The queues whose subscription's filter names the type. */
  private static Set<String> wanting(String type) {
    Set<String> queues = new TreeSet<>();
    for (Application.Subscription each : Templates.APPLICATION.subscriptions()) {
      if (each.filterPolicy().get("type") instanceof List<?> types && types.contains(type)) {
        queues.add(name(each));
      }
    }
    return queues;
  }

  private List<Aws.Delivery> delivered(String queue) {
    return aws.delivered(queue).stream()
        .filter(delivery -> delivery.body().contains(client.client().value()))
        .toList();
  }

  @Test
  void eachType_reachesTheQueuesWhoseFilterNamesIt_andNoOther() {
    Map<String, Event> events = new TreeMap<>();
    EventSamples.types(EventData.class)
        .map(EventSamples::sample)
        .map(this::write)
        .forEach(event -> events.put(event.type(), event));
    relay(events.size());
    for (String queue : queues()) {
      long wanted = events.keySet().stream().filter(type -> wanting(type).contains(queue)).count();
      assertThat(wanted).as(queue).isPositive();
      Eventually.see(() -> delivered(queue), seen -> seen.size() >= wanted);
    }
    Eventually.pause(QUIET);

    events.forEach((type, event) -> {
      Set<String> reached = new TreeSet<>();
      for (String queue : queues()) {
        for (Aws.Delivery delivery : delivered(queue)) {
          if (delivery.body().contains(event.id().value())) {
            reached.add(queue);
            assertThat(delivery.attributes()).containsExactly(Map.entry("type", type));
          }
        }
      }
      assertThat(reached).as(type).isEqualTo(wanting(type));
    });
    assertThat(events.keySet()).anySatisfy(type -> assertThat(wanting(type)).isEmpty());
  }

  @Test
  void message_isTheEventsKey_raw_andReadsBackAsTheEvent() {
    Event event = writeShared(2);
    relay(1);

    List<Aws.Delivery> delivered =
        Eventually.see(() -> delivered("Notices"), seen -> !seen.isEmpty());

    assertThat(delivered).hasSize(1);
    String body = delivered.getFirst().body();
    assertThat(body)
        .isEqualTo("{\"pk\":\"%s\",\"sk\":\"%s\"}".formatted(event.key().pk(), event.key().sk()));
    assertThat(EventMessage.of(delivered.getFirst().json()).read(table)).contains(event);
  }

  @Test
  void largeAudience_isSplitIntoMessagesOf25() {
    writeShared(60);
    relay(1);

    List<Aws.Delivery> delivered =
        Eventually.see(() -> delivered("Notices"), seen -> seen.size() >= 3);

    assertThat(delivered)
        .map(delivery -> EventMessage.of(delivery.json()).part().orElseThrow())
        .containsExactlyInAnyOrder(
            new AudiencePart(0, 25), new AudiencePart(25, 50), new AudiencePart(50, 60));
  }

  @Test
  void changesAndOtherItems_doNotPassTheFilter() {
    Event event = writeShared(1);
    table.update(
        Write.update(event.key())
            .set(Fields.of().with("touched", true).build())
            .when(Condition.present()));
    table.write(List.of(Write.delete(event.key())));
    table.write(
        List.of(
            Write.create(
                Fields.of().with("name", "no event").at(new Key(event.key().pk(), "other")))));
    Eventually.see(
        () ->
            aws.streamed().stream()
                .filter(record -> Json.write(record.json()).contains(client.client().value()))
                .toList(),
        seen -> seen.size() >= 4);

    relay(1);
  }
}
