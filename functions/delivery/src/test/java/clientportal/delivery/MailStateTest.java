package clientportal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what is known of a mail is a join-semilattice, and how it is shown. */
final class MailStateTest {
  private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

  private static MailState random(Random random) {
    Map<MailStep, Instant> first = new EnumMap<>(MailStep.class);
    for (MailStep step : MailStep.values()) {
      if (random.nextBoolean()) {
        first.put(step, START.plusSeconds(random.nextInt(4)));
      }
    }
    return new MailState(first);
  }

  @Test
  void join_isCommutative_associative_andIdempotent_andQueuedIsItsBottom() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      MailState one = random(random);
      MailState two = random(random);
      MailState three = random(random);
      assertThat(one.join(two)).as("seed %d", seed).isEqualTo(two.join(one));
      assertThat(one.join(two).join(three)).isEqualTo(one.join(two.join(three)));
      assertThat(one.join(one)).isEqualTo(one);
      assertThat(one.join(MailState.QUEUED)).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', QUEUED",
    "HANDED_OVER, SENT",
    "SENT, SENT",
    "HANDED_OVER SENT DELAYED, DELAYED",
    "SENT DELAYED DELIVERED, DELIVERED",
    "DELIVERED, DELIVERED",
    "SENT DELIVERED SOFT_BOUNCED, DELIVERED",
    "SENT DELAYED SOFT_BOUNCED, BOUNCED",
    "SENT BOUNCED, BOUNCED",
    "SENT DELIVERED BOUNCED, BOUNCED",
    "REJECTED, BOUNCED",
    "SENT DELIVERED COMPLAINED, COMPLAINED",
    "SENT DELIVERED BOUNCED COMPLAINED, COMPLAINED"
  })
  void aMail_isShownByAllThatIsKnownOfIt(String steps, MailState.Shown shown) {
    MailState state = MailState.QUEUED;
    for (String step : steps.isEmpty() ? new String[0] : steps.split(" ")) {
      state = state.join(MailState.of(MailStep.valueOf(step), START));
    }
    assertThat(state.shown()).isEqualTo(shown);
  }

  @Test
  void theFirstTimeOfEachThing_isKept_inWhicheverOrderTheyAreKnown() {
    List<MailState> known = new ArrayList<>();
    for (int second = 0; second < 3; second++) {
      known.add(MailState.of(MailStep.DELIVERED, START.plusSeconds(second)));
      known.add(MailState.of(MailStep.SENT, START.plusSeconds(second + 1)));
    }
    for (List<MailState> order : List.of(known, known.reversed())) {
      MailState all = order.stream().reduce(MailState.QUEUED, MailState::join);
      assertThat(all.deliveredAt()).contains(START);
      assertThat(all.sentAt()).contains(START.plusSeconds(1));
      assertThat(all.bouncedAt()).isEmpty();
    }
  }
}
