package clientportal.sharing;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The recipients of shares: the client, chosen contacts, all authorized. */
final class RecipientsIT {
  private final Office office = Office.open();
  private final Office.Client client = office.client("Carla").invite();
  private final String folder = client.path() + "/folders/" + client.folder("Taxes");
  private final String email = Portal.email("colin");

  private void permit(String contact, boolean webPortal) {
    office
        .administrator()
        .patch(client.path() + "/contacts/" + contact, json().put("webPortal", webPortal))
        .is(200);
  }

  @Test
  @Tag("BS5")
  @Tag("BS6")
  void everyContactWhoseRelationshipHasThePermission_isAnOption_andNobodyElse() {
    String zoe = client.contact("Zoë", true);
    String adam = client.contact("Adam", true);
    String without = client.contact("Winona", false);
    Office.Client other = office.client("Other");
    String elsewhere = other.contact("Elsewhere", email, true);
    String here = client.contact("Here", email, false);
    Map<String, Object> before = Portal.everything();

    Answer shares = office.administrator().get(folder + "/shares").is(200);
    assertThat(Shares.texts(shares.at("candidates"), "recipient"))
        .containsExactly("client", adam, zoe);
    for (String refused : List.of(without, here, elsewhere)) {
      Shares.set(office, folder, adam + " view", refused + " view")
          .isProblem(422, "recipient-not-permitted");
    }
    assertThat(Portal.everything()).isEqualTo(before);

    permit(here, true);
    Shares.set(office, folder, here + " view").is(200);
  }

  @Test
  @Tag("FC9")
  @Tag("FC10")
  @Tag("FC11")
  @Tag("BS15")
  void contactsAreChosen_eachToViewOrToViewAndUpload_andAllAreSavedTogether() {
    String reads = client.contact("Reads", email, true);
    String uploadsEmail = Portal.email("ulla");
    String uploads = client.contact("Uploads", uploadsEmail, true);

    Answer set = Shares.set(office, folder, reads + " view", uploads + " view-upload").is(200);

    assertThat(set.text("shareState")).isEqualTo("selected");
    assertThat(Shares.recipients(set)).containsExactly(reads + " view", uploads + " view-upload");
    Person reader = Portal.acceptInvitation(email);
    Person uploader = Portal.acceptInvitation(uploadsEmail);
    assertThat(reader.get(folder).is(200).text("access")).isEqualTo("view");
    File file = File.text("note.txt", "hello");
    file.declare(reader, folder).isProblem(403, "permission-required");
    String document = file.upload(uploader, folder);
    assertThat(File.download(reader, folder + "/documents/" + document).is(200).text())
        .isEqualTo("hello");
    Shares.set(office, folder, uploads + " view", reads + " own").isProblem(400, "invalid-request");
    assertThat(uploader.get(folder).text("access")).isEqualTo("view-upload");
  }

  @Test
  @Tag("BS13")
  @Tag("BX3")
  void allAuthorized_areTheClientAndContactsWithThePermission_nowAndLater() {
    String contact = client.contact("Colin", email, true);
    String past = client.path() + "/folders/" + client.folder("Past");
    String document =
        folder
            + "/documents/"
            + File.text("Single.txt", "1").upload(office.administrator(), folder);
    Shares.set(office, past, "all-authorized view").is(200);
    Shares.set(office, document, "all-authorized view").is(200);
    Person carla = Portal.acceptInvitation(client.email());
    assertThat(Shares.shared(carla, client)).startsWith("document Single.txt", "folder Past");

    office
        .administrator()
        .post(client.path() + "/contacts/" + contact + "/account", json().put("email", email))
        .is(201);
    Person colin = Portal.acceptInvitation(email);
    assertThat(Shares.shared(colin, client)).containsExactly("document Single.txt", "folder Past");
    colin.get(document).is(200);

    permit(contact, false);
    colin.get(past).isProblem(404, "not-found");
    colin.get(document).isProblem(404, "not-found");
    colin.get(client.path() + "/shared").isProblem(404, "not-found");

    permit(contact, true);
    Shares.set(office, folder, "all-authorized view").is(200);
    assertThat(Shares.shared(colin, client))
        .containsExactly("folder Taxes", "document Single.txt", "folder Past");
  }

  @Test
  @Tag("BS7")
  @Tag("FC12")
  void aContactWithEmailAndNoAccount_isInvitedAtOnce_byOneMailThatNamesTheShare() {
    String contact = client.contact("Colin", email, true);

    Shares.set(office, folder, contact + " view").is(200);

    String account = client.path() + "/contacts/" + contact + "/account";
    assertThat(office.administrator().get(account).text("status")).isEqualTo("invited");
    List<Message> mails = Portal.mails(email);
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().subject()).contains("“Taxes”");
    assertThat(mails.getFirst().text()).contains("/invitation#");
    Portal.advance(Duration.ofMinutes(6));
    assertThat(Portal.mails(email)).hasSize(1);
    Person colin = Portal.acceptInvitation(email);
    assertThat(Shares.shared(colin, client)).containsExactly("folder Taxes");
    colin.get(folder).is(200);

    String document =
        folder
            + "/documents/"
            + File.text("Assessment.txt", "1").upload(office.administrator(), folder);
    String ines = Portal.email("ines");
    String another = client.contact("Ines", ines, true);
    Shares.set(office, document, contact + " view", another + " view").is(200);
    assertThat(Portal.lastMail(ines).subject()).contains("“Assessment.txt”");
    assertThat(Shares.shared(Portal.acceptInvitation(ines), client))
        .containsExactly("document Assessment.txt");
  }

  @Test
  void aContactWithoutEmail_andOneWhoseAccountWasRevoked_areNotNotified() {
    String withoutEmail =
        office
            .administrator()
            .post(
                client.path() + "/contacts",
                json().put("name", "Wim").put("relationship", "uncle").put("webPortal", true))
            .is(201)
            .text("contactId");
    String revoked = client.contact("Colin", email, true);
    String account = client.path() + "/contacts/" + revoked + "/account";
    office.administrator().post(account, json().put("email", email)).is(201);
    office.administrator().delete(account).is(204);
    int mails = Portal.mails(email).size();

    Answer set = Shares.set(office, folder, withoutEmail + " view", revoked + " view").is(200);

    assertThat(Shares.recipients(set)).containsExactly(withoutEmail + " view", revoked + " view");
    Portal.advance(Duration.ofMinutes(6));
    assertThat(Portal.mails(email)).hasSize(mails);
    assertThat(office.administrator().get(account).text("status")).isEqualTo("revoked");
    assertThat(
            office
                .administrator()
                .get(client.path() + "/contacts/" + withoutEmail + "/account")
                .text("status"))
        .isEqualTo("none");
  }

  @Test
  void fortyContacts_canBeChosenAndInvitedAtOnce_andOneMoreIsAFault() {
    String[] shares = new String[40];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = client.contact("Contact " + i, Portal.email("many"), true) + " view";
    }
    String[] more = Arrays.copyOf(shares, 41);
    more[40] = "client view";
    assertThat(Shares.set(office, folder, more).isProblem(400, "invalid-request").faults())
        .containsExactly("/recipients length");

    assertThat(Shares.recipients(Shares.set(office, folder, shares).is(200)))
        .containsExactly(shares);

    Portal.settle();
    for (String share : shares) {
      String contact = client.path() + "/contacts/" + share.split(" ", -1)[0];
      Answer account = office.administrator().get(contact + "/account").is(200);
      assertThat(account.text("status")).isEqualTo("invited");
      assertThat(Portal.mails(account.text("email"))).hasSize(1);
    }
  }
}
