package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MailLeaseTest {
  private static final Key KEY = new Key("p", "s");
  private static final Instant NOW = TestFirm.NOW;
  private static final Instant END = NOW.plus(Duration.ofMinutes(1));

  private final Table table = new InMemoryTable();

  private MailLease read() {
    return MailLease.of(KEY, table.read(List.of(KEY)), Optional.of(END));
  }

  @Test
  void forAMinute_nobodyElseSendsTheMail() {
    table.write(List.of(read().take(NOW)));

    assertThatThrownBy(() -> read().take(END.minusMillis(1)))
        .isInstanceOf(IllegalStateException.class);
    table.write(List.of(read().take(END)));
    assertThatThrownBy(() -> read().take(END)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ofTwoAtOnce_oneTakesTheLease_alsoOneThatHasEnded() {
    for (Instant now : List.of(NOW, END)) {
      Write one = read().take(now);
      Write other = read().take(now);
      table.write(List.of(one));

      assertThatThrownBy(() -> table.write(List.of(other))).isInstanceOf(ConflictException.class);
    }
  }

  @Test
  void aMailThatWasSent_isNotSentAgain_andIsKnownForAsLongAsItIsKept() {
    table.write(List.of(read().take(NOW)));
    table.write(List.of(read().finish()));

    assertThat(read().isFirst()).isFalse();
    assertThatThrownBy(() -> read().take(END.plus(Duration.ofDays(300))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(table.require(KEY).fields().number(Item.EXPIRES_AT_EPOCH))
        .isEqualTo(END.getEpochSecond());
  }
}
