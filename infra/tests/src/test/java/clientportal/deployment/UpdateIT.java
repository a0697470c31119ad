package clientportal.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.local.Options;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second deployment of a stage that people use, with other parameters. */
final class UpdateIT {
  @Test
  void changedAddresses_areInTheNextMails_andOthersAreRefused() throws Exception {
    try (LocalStack stack = LocalStack.start(Options.forTests())) {
      Portal.on(
          stack,
          () -> {
            Office office = Office.open();
            Office.Client before = office.client("Before").invite();
            assertThat(Portal.lastMail(before.email()).text()).contains("http://localhost:3000/");

            stack.update(
                Map.of("PortalUrl", "http://localhost:3000/new", "MailFrom", "mail@portal.test"));

            Office.Client after = office.client("After").invite();
            assertThat(Portal.lastMail(after.email()).text())
                .contains("http://localhost:3000/new/");
            assertThat(Portal.lastMail(after.email()).headers().toString())
                .contains("mail@portal.test");
            assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> stack.update(Map.of("StaffOrigin", "http://localhost:4000")))
                .withMessageContaining("StaffOrigin");
            return office;
          });
    }
  }
}
