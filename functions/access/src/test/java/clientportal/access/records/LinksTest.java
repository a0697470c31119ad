package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.TestFirm;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.ClientId;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LinksTest {
  private final TestFirm firm = new TestFirm();
  private final Table table = firm.table;
  private final ClientPath client = new ClientPath(firm.id, new ClientId(firm.ids.next()));
  private final Recipient.OfClient contact = new Recipient.Contact(new ContactId(firm.ids.next()));
  private final PersonId person = TestFirm.person();
  private final Key link = TableKeys.link(client, person);
  private final Key reference = TableKeys.personClient(person, client);

  private Optional<Item> at(Key key) {
    return table.read(List.of(key)).at(key);
  }

  private void add(Recipient.OfClient party) {
    table.write(
        Links.add(
            client,
            person,
            new Capacity(party, "C.", true, TestFirm.NOW, Optional.empty()),
            at(link)));
  }

  @Test
  void removingOneOfTwoCapacities_keepsTheOther_andRemovingTheLastDeletesTheLink() {
    add(Recipient.CLIENT);
    add(contact);

    table.write(Links.remove(client, person, Recipient.CLIENT, at(link)));
    assertThat(Links.fromItem(at(link).orElseThrow()).capacities())
        .extracting(Capacity::party)
        .containsExactly(contact);
    assertThat(at(reference)).isPresent();

    table.write(Links.remove(client, person, contact, at(link)));
    assertThat(at(link)).isEmpty();
    assertThat(at(reference)).isEmpty();
  }

  @Test
  void aLinkChangedConcurrently_isAConflict_andAMissingLinkNeedsNoWrite() {
    add(Recipient.CLIENT);
    List<Write> late = Links.remove(client, person, Recipient.CLIENT, at(link));
    add(contact);

    assertThatThrownBy(() -> table.write(late)).isInstanceOf(ConflictException.class);
    assertThat(Links.remove(client, person, contact, Optional.empty())).isEmpty();
  }
}
