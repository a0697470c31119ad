package clientportal.sharing;

import static clientportal.sharing.SharedFirm.NOW;
import static clientportal.sharing.SharedFirm.put;
import static clientportal.sharing.SharedFirm.share;
import static clientportal.sharing.SharedFirm.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Recipient;
import clientportal.access.events.EventData.Recipients;
import clientportal.access.records.Folder;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sets of shares that are saved at the same moment. */
final class SetFolderSharesAtOnceTest {
  private static final Recipient.Party CLIENT = Recipient.CLIENT;
  private static final Recipient ALL = Recipient.ALL_AUTHORIZED;

  private final SharedFirm firm = new SharedFirm();

  private Exchange.Answer save(Folder folder, String... shares) {
    return put(firm.sharer, folder, String.join(",", shares)).send(interrupted(() -> {}));
  }

  private Folder now(Folder folder) {
    return firm.stored(folder.path());
  }

  @Test
  void ofTwoSetsAtOnce_oneStandsWhole_andEachEventSaysWhatItChanged() {
    Folder folder = firm.folder(view(CLIENT));
    List<Exchange.Answer> meanwhile = new ArrayList<>();
    SetFolderSharesHandler slow =
        interrupted(() -> {
          if (meanwhile.isEmpty()) {
            meanwhile.add(save(folder, share(ALL, "view")));
          }
        });

    Exchange.Answer answer = put(firm.sharer, folder, share(CLIENT, "view-upload")).send(slow);

    assertThat(meanwhile).singleElement().extracting(Exchange.Answer::status).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"3\"");
    assertThat(now(folder).grants().all())
        .singleElement()
        .satisfies(grant -> {
          assertThat(grant.recipient()).isEqualTo(CLIENT);
          assertThat(grant.access()).isEqualTo(AccessLevel.VIEW_UPLOAD);
        });
    assertThat(firm.feed(ALL)).isEmpty();
    assertThat(firm.feed(CLIENT)).hasSize(1);
    assertThat(firm.events())
        .extracting(SharedFirm::recipients)
        .extracting(Recipients::gained, Recipients::lost)
        .containsExactlyInAnyOrder(
            tuple(List.of(ALL), List.of(CLIENT)), tuple(List.of(CLIENT), List.of(ALL)));
  }

  @Test
  void anIfMatchThatOthersOvertook_isRefused() {
    Folder folder = firm.folder(view(CLIENT));
    SetFolderSharesHandler slow = interrupted(() -> save(folder, share(ALL, "view")));

    Exchange.Answer answer = put(firm.sharer, folder, "").header("if-match", "\"1\"").send(slow);

    assertThat(answer.problem()).isEqualTo("precondition-failed");
    assertThat(now(folder).grants().all()).hasSize(1);
  }

  @Test
  void whatIsContendedFourTimes_isAConflict() {
    Folder folder = firm.folder();
    List<Duration> ends = new ArrayList<>();
    SetFolderSharesHandler slow =
        interrupted(() -> {
          ends.add(Duration.ofDays(ends.size() + 1));
          save(
              folder,
              "{\"recipient\": \"client\", \"access\": \"view\", \"expiresAt\": \"%s\"}"
                  .formatted(NOW.plus(ends.getLast())));
        });

    Exchange.Answer answer = put(firm.sharer, folder, share(ALL, "view")).send(slow);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.problem()).isEqualTo("conflict");
    assertThat(ends).hasSize(4);
    assertThat(now(folder).revision()).isEqualTo(5);
    assertThat(now(folder).grants().to(ALL)).isEmpty();
    assertThat(firm.feed(ALL)).isEmpty();
    assertThat(firm.events()).hasSize(4);
  }

  private SetFolderSharesHandler interrupted(Runnable meanwhile) {
    Table contended = new CallSchedule().beforeEachWrite(meanwhile).around(firm.firm.table);
    return new SetFolderSharesHandler(
        new SetFolderShares(firm.access, contended, firm.firm.ids), firm.clock);
  }
}
