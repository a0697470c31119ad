package clientportal.access.decision;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LinkTest {
  private static final Instant FROM = Instant.parse("2026-03-01T09:30:00Z");
  private static final Instant UNTIL = FROM.plusSeconds(60);
  private static final Recipient.OfClient CARLA =
      new Recipient.Contact(new ContactId("01arz3ndektsv4rrffq69g5fav"));

  private static Capacity capacity(Recipient.OfClient party) {
    return new Capacity(party, "Carla", true, FROM, Optional.of(UNTIL));
  }

  @Test
  void aCapacity_isInForce_fromItsBeginningUntilItsEnd() {
    Capacity carla = capacity(CARLA);
    Link link = new Link(List.of(carla));

    assertThat(link.holding(FROM.minusNanos(1))).isEmpty();
    assertThat(link.holding(FROM)).containsExactly(carla);
    assertThat(link.holding(UNTIL.minusNanos(1))).containsExactly(carla);
    assertThat(link.holding(UNTIL)).isEmpty();
  }

  @Test
  void theClientsOwnCapacity_comesFirst() {
    Capacity client = capacity(Recipient.CLIENT);
    Capacity contact = capacity(CARLA);

    assertThat(new Link(List.of(contact, client)).holding(FROM)).containsExactly(client, contact);
    assertThat(new Link(List.of(client, contact)).holding(FROM)).containsExactly(client, contact);
  }

  @Test
  void aCapacity_withAnotherNameOrPermission_keepsTheRest() {
    assertThat(capacity(CARLA).named("Carlotta"))
        .isEqualTo(new Capacity(CARLA, "Carlotta", true, FROM, Optional.of(UNTIL)));
    assertThat(capacity(CARLA).permitted(false))
        .isEqualTo(new Capacity(CARLA, "Carla", false, FROM, Optional.of(UNTIL)));
    assertThat(new Link(List.of(capacity(CARLA).permitted(false))).holding(FROM)).isEmpty();
  }
}
