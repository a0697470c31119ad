package clientportal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random worlds, in each of which a change is previewed and then made, by every operation that has
 * a preview. What the preview refuses, the change refuses. Otherwise time passes until all mails
 * are sent, and they are those that the preview lists, to nobody else and at no other time; so are
 * the notices in the portal. The preview has written nothing.
 */
final class PreviewWorldsTest {
  private static final int WORLDS = 10_000;

  @Test
  @Tag("ST9")
  void whatIsPreviewed_isWhatIsSent() {
    long seed = System.nanoTime();
    System.out.println("PreviewWorldsTest: seed " + seed);
    int made = 0;
    int mails = 0;
    for (int number = 0; number < WORLDS; number++) {
      PreviewWorld world = new PreviewWorld(seed, number);
      if (world.isMadeAsPreviewed()) {
        made++;
        mails += world.mails();
      }
    }
    assertThat(made).as("seed %d", seed).isGreaterThan(WORLDS / 2);
    assertThat(mails).as("seed %d", seed).isGreaterThan(WORLDS / 2);
  }
}
