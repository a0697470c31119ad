package clientportal.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.decision.SharePolicy.Mode;
import clientportal.access.ids.DocumentTypeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("BS2")
@Tag("BX6")
final class SharePolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final String INVOICE = "01arz3ndektsv4rrffq69g5fav";
  private static final String LETTER = "01arz3ndektsv4rrffq69g5faw";
  private static final Link CLIENT =
      new Link(List.of(new Capacity(Recipient.CLIENT, "Carla", true, NOW, Optional.empty())));
  private static final Grants SHARED =
      new Grants(
          List.of(new Grant(Recipient.ALL_AUTHORIZED, AccessLevel.VIEW, NOW, Optional.empty())));

  private static Optional<DocumentTypeId> type(String id) {
    return Optional.of(new DocumentTypeId(id));
  }

  private static List<Boolean> closed(Mode mode, String... texts) {
    SharePolicy policy = SharePolicy.of(mode, List.of(texts));
    assertThat(policy.texts()).containsExactlyInAnyOrder(texts);
    return List.of(
        policy.closes(type(INVOICE)), policy.closes(type(LETTER)), policy.closes(Optional.empty()));
  }

  @Test
  void aPolicy_closesTheTypesThatItNames_orAllOthers_andWhatHasNone() {
    assertThat(closed(Mode.ALL)).containsExactly(false, false, false);
    assertThat(closed(Mode.ALL_BUT, INVOICE)).containsExactly(true, false, false);
    assertThat(closed(Mode.ALL_BUT, INVOICE, "none")).containsExactly(true, false, true);
    assertThat(closed(Mode.ALL_BUT)).containsExactly(false, false, false);
    assertThat(closed(Mode.ONLY, INVOICE)).containsExactly(false, true, true);
    assertThat(closed(Mode.ONLY, "none")).containsExactly(true, true, false);
    assertThat(closed(Mode.ONLY)).containsExactly(true, true, true);
  }

  @Test
  void aPolicyThatClosesNothing_namesNoTypes() {
    assertThatThrownBy(() -> SharePolicy.of(Mode.ALL, List.of("none")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SharePolicy.of(Mode.ALL, List.of(INVOICE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Mode.of("ALL")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsKeptClosed_isOpenToNobody_butItsGrantsAreInForce() {
    SharePolicy policy = SharePolicy.of(Mode.ALL_BUT, List.of(INVOICE));
    Grants closed = SHARED.under(policy, type(INVOICE));
    Grants open = SHARED.under(policy, type(LETTER));

    assertThat(closed.openTo(CLIENT, NOW)).isEmpty();
    assertThat(closed.state(NOW)).isEqualTo(ShareState.NONE);
    assertThat(closed.inForce(NOW)).hasSize(1);
    assertThat(open.openTo(CLIENT, NOW)).contains(AccessLevel.VIEW);
    assertThat(open.state(NOW)).isEqualTo(ShareState.ALL_AUTHORIZED);
    assertThat(closed.and(open).keptClosed()).isTrue();
    assertThat(open.and(closed).keptClosed()).isTrue();
  }
}
