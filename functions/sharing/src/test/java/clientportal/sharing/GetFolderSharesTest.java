package clientportal.sharing;

import static clientportal.sharing.SharedFirm.NOW;
import static clientportal.sharing.SharedFirm.call;
import static clientportal.sharing.SharedFirm.view;
import static clientportal.sharing.SharedFirm.viewUntil;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Folder;
import clientportal.platform.http.Exchange;
import clientportal.platform.json.Json;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GetFolderSharesTest {
  private final SharedFirm firm = new SharedFirm();
  private final PersonId staff = firm.firm.staff(Role.STAFF, false);
  private final GetFolderSharesHandler handler =
      new GetFolderSharesHandler(new GetFolderShares(firm.access, firm.firm.table));

  private Exchange.Answer get(PersonId caller, Folder folder) {
    return call("GET", caller, folder.path()).send(handler);
  }

  @Test
  void staff_seeTheGrantsInForce_andWhoMayBeChosen_byName() {
    Optional<EmailAddress> email = Optional.of(new EmailAddress("zoe@example.test"));
    Recipient.Contact zoe = firm.contact("Zoe", email, true, AccountStatus.NONE);
    Recipient.Contact ben = firm.contact("ben", true);
    firm.contact("Not yet", false);
    Folder folder = firm.folder(view(zoe), viewUntil(Recipient.ALL_AUTHORIZED, NOW));

    Exchange.Answer answer = get(staff, folder);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.body())
        .isEqualTo(
            Optional.ofNullable(
                Json.read(
                    """
                    {"shareState": "selected", "recipients": [
                      {"recipient": "%1$s", "name": "Zoe", "access": "view",
                       "sharedAt": "2026-03-01T09:30:00.000Z"}],
                     "candidates": [
                      {"recipient": "client", "name": "Carla Client"},
                      {"recipient": "%2$s", "name": "ben"},
                      {"recipient": "%1$s", "name": "Zoe", "email": "zoe@example.test"}]}
                    """
                        .formatted(zoe.text(), ben.text()))));
  }

  /** The index of names is moments behind the table. */
  @Test
  void whoIsNotInTheIndexYet_isNamed_ifTheFolderIsSharedWithThem() {
    Recipient.Contact listed = firm.contact("Ben", true);
    Recipient.Contact behind = firm.contact("Zoe", true);
    firm.write(
        Write.update(TableKeys.contact(firm.client, behind.id()))
            .remove("namesPartition")
            .when(Condition.present()));

    Exchange.Answer answer = get(staff, firm.folder(view(listed), view(behind)));

    assertThat(names(answer, "recipients")).containsExactly("Ben", "Zoe");
    assertThat(names(answer, "candidates")).containsExactly("Carla Client", "Ben", "Zoe");
  }

  private static List<Object> names(Exchange.Answer answer, String list) {
    return ((List<?>) answer.get(list))
        .stream().<Object>map(each -> String.valueOf(((Map<?, ?>) each).get("name"))).toList();
  }

  @Test
  void theClientIsACandidate_whenInvitedOrActive() {
    for (AccountStatus status : AccountStatus.values()) {
      ClientPath client = firm.client(status);
      boolean candidate = status == AccountStatus.INVITED || status == AccountStatus.ACTIVE;

      assertThat((List<?>) get(staff, firm.folder(client, false)).get("candidates"))
          .as(status.text())
          .hasSize(candidate ? 1 : 0);
    }
  }

  @Test
  void allContactsAreCandidates_howeverManyPagesTheyFill() {
    for (int i = 0; i < 1001; i++) {
      firm.contact("Contact", true);
    }

    assertThat((List<?>) get(staff, firm.folder()).get("candidates")).hasSize(1002);
  }

  @Test
  void allAuthorized_isCalledSo() {
    Exchange.Answer answer = get(staff, firm.folder(view(Recipient.ALL_AUTHORIZED)));

    assertThat(answer.get("shareState")).isEqualTo("all-authorized");
    assertThat((Map<?, ?>) ((List<?>) answer.get("recipients")).getFirst())
        .isEqualTo(
            Map.of(
                "recipient",
                "all-authorized",
                "name",
                "All authorized",
                "access",
                "view",
                "sharedAt",
                "2026-03-01T09:30:00.000Z"));
  }

  @Test
  void readersMayNot_andStrangersFindNothing() {
    PersonId client = firm.firm.link(firm.client);

    assertThat(get(client, firm.folder(view(Recipient.CLIENT))).problem())
        .isEqualTo("permission-required");
    assertThat(get(client, firm.folder()).problem()).isEqualTo("not-found");
    assertThat(get(TestFirm.person(), firm.folder()).problem()).isEqualTo("not-found");
  }
}
