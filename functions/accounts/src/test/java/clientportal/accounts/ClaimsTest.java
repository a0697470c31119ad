package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.SignInChange;
import clientportal.platform.CallSchedule;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Fields;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClaimsTest {
  private final InMemoryTable memory = new InMemoryTable();
  private final PersonId person = TestFirm.person();
  private final SignInChange change = SignInChange.of(person);
  private final Table table = memory;

  ClaimsTest() {
    table.write(List.of(Write.create(Fields.of().at(TableKeys.person(person)))));
  }

  private void claim() {
    table.write(change.begin(TestFirm.NOW, Claims.TIME));
  }

  private boolean isClaimed() {
    return table.require(TableKeys.person(person)).fields().has("claimedBy");
  }

  @Test
  void theStepsOfAChange_areTakenInTheirOrder_eachAgainAfterAConflict() {
    List<String> taken = new ArrayList<>();

    Claims.change(
        table,
        change,
        () -> taken.add("begin"),
        () -> {
          taken.add("at the pool");
          if (taken.size() < 4) {
            throw new ConflictException("others change it");
          }
        },
        () -> taken.add("end"));

    assertThat(taken).containsExactly("begin", "at the pool", "at the pool", "at the pool", "end");
  }

  @Test
  void aChangeThatFails_givesItsClaimUp() {
    assertThatThrownBy(() ->
            Claims.change(
                table,
                change,
                this::claim,
                () -> {
                  assertThat(isClaimed()).isTrue();
                  throw new IllegalStateException("the pool is away");
                },
                () -> {
                  throw new AssertionError("ended");
                }))
        .hasMessage("the pool is away")
        .hasNoSuppressedExceptions();

    assertThat(isClaimed()).isFalse();
  }

  @Test
  void aUseCaseThatFails_givesItsClaimUp() {
    claim();

    assertThatThrownBy(() ->
            Claims.run(
                table,
                change.release(),
                () -> {
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");

    assertThat(isClaimed()).isFalse();
  }

  @Test
  void whatFailsWhileTheClaimIsGivenUp_isToldBesideTheFirstFailure() {
    claim();
    CallSchedule calls = new CallSchedule().failAt(1, false);

    assertThatThrownBy(() ->
            Claims.run(
                calls.around(table),
                change.release(),
                () -> {
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no")
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));

    assertThat(isClaimed()).isTrue();
  }
}
