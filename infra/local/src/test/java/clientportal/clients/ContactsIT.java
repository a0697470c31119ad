package clientportal.clients;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import org.junit.jupiter.api.Test;

final class ContactsIT {
  @Test
  void aContact_belongsToOneClient_andHasNoPermissionByDefault() {
    Office office = Office.open();
    Office.Customer client = office.client("Carla");

    Answer created =
        office
            .administrator()
            .post(
                client.path() + "/contacts",
                json()
                    .put("name", "Conrad Contact")
                    .put("email", Portal.email("conrad"))
                    .put("relationship", "spouse"))
            .is(201);

    assertThat(created.text("contactId")).hasSize(26);
    assertThat(created.at("webPortal").asBoolean()).isFalse();
    assertThat(created.text("account/status")).isEqualTo("none");
    assertThat(created.header("location"))
        .contains(client.path() + "/contacts/" + created.text("contactId"));
  }
}
