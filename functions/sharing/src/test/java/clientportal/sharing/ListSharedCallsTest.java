package clientportal.sharing;

import static clientportal.sharing.SharedFirm.view;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.PersonId;
import clientportal.platform.CallSchedule;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.InMemoryTable;
import clientportal.platform.table.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many calls {@code listShared} makes, where no page of the table is cut. */
final class ListSharedCallsTest {
  private static final Recipient.Party CLIENT = Recipient.CLIENT;
  private static final Recipient ALL = Recipient.ALL_AUTHORIZED;

  private final SharedFirm firm = new SharedFirm(InMemoryTable.withWholePages());
  private final PersonId client = firm.firm.link(firm.client);
  private final CallSchedule calls = new CallSchedule();
  private final Table table = calls.around(firm.firm.table);
  private final ListSharedHandler handler =
      new ListSharedHandler(new ListShared(new Access(table, firm.clock), table));

  private Exchange.Answer list(String limit) {
    return Exchange.of("GET", firm.client + "/shared")
        .as(client.value())
        .path("firmId", firm.client.firm())
        .path("clientId", firm.client.client())
        .query("limit", limit)
        .send(handler);
  }

  private void assertOneReadAndTwoQueries() {
    assertThat(calls.made("read")).isEqualTo(1);
    assertThat(calls.made("query")).isEqualTo(2);
  }

  @Test
  void aFewRowsOfTwoFeeds_takeOneReadAndTwoQueries() {
    firm.folder(view(CLIENT));
    firm.folder(view(ALL));

    assertThat((List<?>) list("25").get("items")).hasSize(2);
    assertOneReadAndTwoQueries();
  }

  @Test
  void aPageOfFifty_takesOneReadAndTwoQueries_withRowsOfOnesOwnBesideThoseOfAll() {
    for (int i = 0; i < 120; i++) {
      firm.folder(view(CLIENT), view(ALL));
    }

    Exchange.Answer answer = list("50");

    assertThat((List<?>) answer.get("items")).hasSize(50);
    assertThat(answer.has("nextCursor")).isTrue();
    assertOneReadAndTwoQueries();
  }
}
