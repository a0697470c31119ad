package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
import clientportal.local.messaging.Message;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The people of a firm that has chosen German. */
final class LanguagesIT {
  private final Office office = Office.open();
  private final Visitor visitor = Visitor.elsewhere();

  @BeforeEach
  void german() {
    ObjectNode language = json();
    language.putObject("settings").put("language", "de");
    office.administrator().patch(office.path(), language).is(200);
  }

  private static void isGerman(Message mail) {
    assertThat(mail.html()).contains("<html lang=\"de\"");
    assertThat(mail.text()).startsWith("Guten Tag").contains("\nGesendet vom Kundenportal von ");
  }

  @Test
  void areWrittenToInGerman_fromTheInvitationToTheDigest() {
    Office.Client client = office.client("Carla").invite();
    isGerman(Portal.lastMail(client.email()));
    visitor
        .verify(visitor.accepting(client.email()).withKey().put("password", Visitor.PASSWORD))
        .is(200);
    client.share(client.folder("Steuern"), "client", "view").is(200);
    Portal.advance(Duration.ofMinutes(6));
    assertThat(Portal.lastMail(client.email()).subject()).contains("„Steuern“");
    visitor
        .resetPassword(
            visitor.resetting(client.email()).withKey().put("password", Visitor.PASSWORD))
        .is(204);

    List<Message> mails = Portal.mails(client.email());
    assertThat(mails).allSatisfy(LanguagesIT::isGerman);
    assertThat(mails)
        .extracting(mail -> String.valueOf(mail.subject()))
        .anyMatch(subject -> subject.contains("„Steuern“ für Sie freigegeben"))
        .anyMatch(subject -> subject.startsWith("Bestätigen Sie Ihre E-Mail-Adresse"))
        .anyMatch(subject -> subject.startsWith("Neues Passwort"))
        .anyMatch(subject -> subject.startsWith("Ihre Anmeldung"));
  }

  @Test
  void findInstructionsInGerman_andMembersOfTheTeamAreInvitedInGerman() {
    Office.Client client = office.client("Carla").invite();
    Answer instructions =
        office.administrator().get(client.path() + "/account/instructions").is(200);
    assertThat(instructions.text("subject")).startsWith("So melden Sie sich im Kundenportal von ");
    assertThat(instructions.text("html")).contains("<html lang=\"de\"");

    Office.Member sam = office.member("Sam", false);
    assertThat(Portal.mails(sam.person().email()))
        .filteredOn(mail -> !String.valueOf(mail.text()).contains("Your sign-in code"))
        .isNotEmpty()
        .allSatisfy(LanguagesIT::isGerman);
  }

  @Test
  void getTheCodeToSignInWith_inEveryLanguage() {
    Office.Member sam = office.member("Sam", false);
    Portal.signIn(sam.person().email());

    Message mail = Portal.lastMail(sam.person().email());
    assertThat(mail.text()).contains("Your sign-in code", "Ihr Anmeldecode", "nur wenige Minuten");
    assertThat(mail.html()).contains("<html lang=\"en\"", "<div lang=\"de\"");
  }
}
