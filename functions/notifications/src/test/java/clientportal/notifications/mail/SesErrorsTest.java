package clientportal.notifications.mail;

import clientportal.platform.aws.AwsErrorTable;
import clientportal.platform.aws.ScriptedAws;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Every error that the model of SES names for the calls that are made, and its answer. */
final class SesErrorsTest {
  @Test
  void everyError_hasItsAnswer() {
    ScriptedAws aws = new ScriptedAws(ScriptedAws.Protocol.JSON);
    MailSender mails =
        new SesMailSender(aws.client(SesV2Client.builder(), "SESV2"), "a@portal.test", "mails");

    AwsErrorTable.read()
        .check(
            "SES",
            SesV2Client.class,
            aws,
            Map.of(
                "SendEmail",
                () ->
                    mails.send(
                        new Sender(Letterhead.of("Berg Tax"), Optional.empty(), Optional.empty()),
                        "carla@client.test",
                        new Mail("Hello", "text", "<p>html"),
                        Map.of())));
  }
}
