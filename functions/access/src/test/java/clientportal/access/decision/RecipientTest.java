package clientportal.access.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.access.ids.ContactId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecipientTest {
  private static final Recipient.Party CONTACT =
      new Recipient.Contact(new ContactId("01arz3ndektsv4rrffq69g5fav"));

  @Test
  void everyRecipient_isReadFromItsText() {
    Stream.of(Recipient.CLIENT, Recipient.ALL_AUTHORIZED, CONTACT)
        .forEach(each -> {
          assertThat(Recipient.parse(each.text())).contains(each);
          assertThat(Recipient.of(each.text())).isEqualTo(each);
        });
    assertThat(Stream.of(Recipient.CLIENT, Recipient.ALL_AUTHORIZED, CONTACT).map(Recipient::text))
        .containsExactly("client", "all-authorized", "01arz3ndektsv4rrffq69g5fav");
  }

  @Test
  void aParty_isTheClientOrAContact() {
    assertThat(Recipient.party("client")).isEqualTo(Recipient.CLIENT);
    assertThat(Recipient.party(CONTACT.text())).isEqualTo(CONTACT);
    assertThatThrownBy(() -> Recipient.party("all-authorized"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no party: all-authorized");
  }

  @Test
  void anyOtherText_isNoRecipient_andInTheTableItIsAFault() {
    assertThat(Recipient.parse("everybody")).isEmpty();
    assertThatThrownBy(() -> Recipient.of("everybody"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no recipient: everybody");
  }
}
