package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.Event;
import clientportal.access.events.EventData.FirmCreated;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventSamples;
import clientportal.delivery.EventMessage;
import clientportal.platform.http.Invocation;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * An event that a consumer does not know goes back to its queue, and in the end to the dead-letter
 * queue.
 */
final class ConsumersTest {
  private final Scene scene = new Scene();

  private Map<Class<? extends Subscription>, RequestStreamHandler> consumers() {
    return Map.of(
        Subscription.Invitations.class,
        new SendInvitationsHandler(
            new SendInvitations(
                scene.table, scene.mails, scene.links, scene.clock, scene.recordBounces())),
        Subscription.Bounces.class,
        new ReportBouncesHandler(
            new ReportBounces(scene.table, scene.mails, scene.links, scene.clock)),
        Subscription.Verifications.class,
        new SendVerificationsHandler(
            new SendVerifications(scene.table, scene.mails, scene.links, scene.clock)),
        Subscription.Alerts.class,
        new SendAccountAlertsHandler(
            new SendAccountAlerts(scene.table, scene.mails, scene.links, scene.clock)),
        Subscription.Notices.class,
        new RecordNoticesHandler(scene.recordNotices()));
  }

  private void assertFails(RequestStreamHandler consumer, Item event) {
    scene.write(Write.put(event));
    EventMessage message = new EventMessage(event.key(), Optional.empty());
    Map<?, ?> batch = Map.of("Records", List.of(Map.of("messageId", "m1", "body", message.json())));

    assertThat(new Invocation().send(consumer, batch))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
    assertThat(scene.mails.all()).isEmpty();
  }

  @Test
  void everySubscription_hasItsConsumer() {
    assertThat(consumers().keySet())
        .extracting(Class::getSimpleName)
        .containsExactlyInAnyOrderElementsOf(
            List.of(Subscription.class.getPermittedSubclasses()).stream()
                // Those of the modules notes and firms.
                .filter(subscription -> subscription != Subscription.GroupNotes.class)
                .filter(subscription -> subscription != Subscription.HandOvers.class)
                .map(Class::getSimpleName)
                .toList());
  }

  @Test
  void anEventOfAnotherSubscription_fails() {
    consumers()
        .forEach((subscription, consumer) ->
            EventSamples.all()
                .filter(data -> !subscription.isInstance(data))
                .forEach(data -> assertFails(consumer, EventSamples.of(data).toItem())));
  }

  @Test
  void anUnknownType_fails() {
    Item item = EventSamples.of(EventSamples.sample(FirmCreated.class)).toItem();
    Item unknown = Fields.of().withAll(item.fields()).with(Event.TYPE, "FirmMerged").at(item.key());

    consumers().values().forEach(consumer -> assertFails(consumer, unknown));
  }

  @Test
  void whatANewerVersionWroteBesides_fails() {
    consumers()
        .forEach((subscription, consumer) -> {
          Item item = EventSamples.of(EventSamples.sample(subscription)).toItem();
          Fields more =
              Fields.of()
                  .withAll(item.fields().map("data"))
                  .with("since", "a newer version")
                  .build();

          assertFails(
              consumer, Fields.of().withAll(item.fields()).with("data", more).at(item.key()));
        });
  }
}
