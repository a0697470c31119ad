package clientportal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What it costs to see what became of deliveries; it is the same however many there are. */
final class DeliveryCostIT {
  private static final String NAME =
      "Dr. Maximiliane Freifrau von und zu Hohenstein-Oettingen ".repeat(3).substring(0, 120);

  @Test
  void aPageOfFifty_costsTheSame_howeverManyThereAre() {
    Office office = Office.open(NAME, true);
    Office.Client client = office.activeClient(NAME).client();
    String folder = client.folder(NAME);
    client.share(folder, "client", "view").is(200);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 50; i++) {
        File.text(NAME.substring(0, 100) + i, "x")
            .upload(office.administrator(), client.path() + "/folders/" + folder);
      }
      Portal.advance(Duration.ofMinutes(5));
      Cost.within(
          "listDeliveries",
          Map.of("delivery", 50),
          () ->
              assertThat(
                      office
                          .administrator()
                          .get(client.path() + "/deliveries?limit=50")
                          .is(200)
                          .at("items"))
                  .hasSize(50));
    }
  }
}
