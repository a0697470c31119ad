package clientportal.access.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.FirmCreated;
import clientportal.access.events.EventData.HandOverContinued;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventData.VerificationRequested;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EventTest {

  private static Event sample(Class<?> type) {
    return EventSamples.of(EventSamples.sample(type));
  }

  private static Item with(Item item, String attribute, Fields value) {
    return Fields.of().withAll(item.fields()).with(attribute, value).at(item.key());
  }

  @Test
  void samples_coverEveryType() {
    assertThat(EventSamples.all().map(data -> data.getClass().getSimpleName()).distinct())
        .hasSizeGreaterThan(30)
        .containsExactlyInAnyOrderElementsOf(
            EventSamples.types(EventData.class).map(Class::getSimpleName).toList());
  }

  @ParameterizedTest
  @MethodSource("clientportal.access.events.EventSamples#all")
  void eachType_isReadAsItWasWritten(EventData data) {
    Event event = EventSamples.of(data);
    Item item = event.toItem();

    assertThat(item.fields().text(Event.TYPE)).isEqualTo(data.getClass().getSimpleName());
    assertThat(Event.fromItem(item).data()).isEqualTo(data);
    assertThat(Event.fromItem(item).toItem()).isEqualTo(item);
  }

  @ParameterizedTest
  @MethodSource("clientportal.access.events.EventSamples#all")
  void anUnknownField_isRefused_ratherThanIgnored(EventData data) {
    Item item = EventSamples.of(data).toItem();
    Fields more =
        Fields.of().withAll(item.fields().map("data")).with("since", "a newer version").build();

    assertThatThrownBy(() -> Event.fromItem(with(item, "data", more)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(data.getClass().getSimpleName());
    assertThatThrownBy(() -> Event.fromItem(with(item, "more", more)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anUnknownType_andAnUnknownValue_areRefused() {
    Item item = sample(EventData.StaffUpdated.class).toItem();
    Fields fields = item.fields();
    Item unknown = Fields.of().withAll(fields).with(Event.TYPE, "StaffPromoted").at(item.key());
    Fields owner = Fields.of().withAll(fields.map("data")).with("role", "owner").build();

    assertThatThrownBy(() -> Event.fromItem(unknown))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("StaffPromoted");
    assertThatThrownBy(() -> Event.fromItem(with(item, "data", owner)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anEventOutsideTheAuditTrail_isKeptForADay() {
    assertThat(sample(FirmCreated.class).keptUntil()).isEmpty();
    for (Class<? extends EventData> passing :
        List.of(VerificationRequested.class, HandOverContinued.class)) {
      assertThat(sample(passing).keptUntil()).contains(EventSamples.AT.plus(Duration.ofDays(1)));
    }
  }

  @Test
  void aSubscription_getsOnlyItsOwnTypes() {
    Event event = sample(AccountInvited.class);

    assertThat(event.data(Subscription.Invitations.class)).isEqualTo(event.data());
    assertThatThrownBy(() -> event.data(Subscription.Notices.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("AccountInvited");
  }
}
