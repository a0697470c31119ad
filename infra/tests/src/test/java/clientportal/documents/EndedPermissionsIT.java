package clientportal.documents;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The permission to upload ends, while the URL that was signed for it still takes the bytes. */
final class EndedPermissionsIT {
  private static final Office OFFICE = Office.open();
  private static final Office.Member TEAM_MEMBER = OFFICE.member("Tom", false);
  private static final File FILE = File.pdf("statement.pdf");

  private final Person administrator = OFFICE.administrator();
  private final Office.Client.SignedIn carla = OFFICE.activeClient("Carla");
  private final Office.Client client = carla.client();
  private final String folderId = client.folder("Statements");
  private final String folder = client.path() + "/folders/" + folderId;

  /** How the permission of somebody to upload into the folder ends. */
  enum Ending {
    THE_ACCOUNT_IS_REVOKED,
    THE_FOLDER_IS_CLOSED,
    THE_FOLDER_IS_OPEN_FOR_READING_ONLY,
    THE_CONTACT_LOSES_THE_PORTAL,
    THE_PUBLISHER_IS_DISABLED,
    THE_PUBLISHER_LOSES_THE_PORTAL,
    THE_CLOSED_FOLDER_IS_OPENED
  }

  /** Somebody who may upload into the folder, and what ends that. */
  private record Uploader(Person person, Runnable end) {}

  private Uploader uploader(Ending ending) {
    return switch (ending) {
      case THE_ACCOUNT_IS_REVOKED -> {
        share("client", "view-upload");
        yield new Uploader(
            carla.person(), () -> administrator.delete(client.path() + "/account").is(204));
      }
      case THE_FOLDER_IS_CLOSED -> {
        share("client", "view-upload");
        yield new Uploader(
            carla.person(), () -> administrator.put(folder + "/shares", Office.nobody()).is(200));
      }
      case THE_FOLDER_IS_OPEN_FOR_READING_ONLY -> {
        share("client", "view-upload");
        yield new Uploader(carla.person(), () -> share("client", "view"));
      }
      case THE_CONTACT_LOSES_THE_PORTAL -> {
        String email = Portal.email("colin");
        String contact = client.contact("Colin", email, true);
        share(contact, "view-upload");
        yield new Uploader(
            Portal.acceptInvitation(email),
            () ->
                administrator
                    .patch(client.path() + "/contacts/" + contact, json().put("webPortal", false))
                    .is(200));
      }
      case THE_PUBLISHER_IS_DISABLED -> publisher("enabled");
      case THE_PUBLISHER_LOSES_THE_PORTAL -> publisher("webPortal");
      case THE_CLOSED_FOLDER_IS_OPENED ->
          new Uploader(OFFICE.member("Sam", false).person(), () -> share("client", "view"));
    };
  }

  private Uploader publisher(String loses) {
    share("client", "view");
    Office.Member publisher = OFFICE.member("Pia", true);
    return new Uploader(
        publisher.person(),
        () ->
            administrator
                .patch(OFFICE.path() + "/staff/" + publisher.staffId(), json().put(loses, false))
                .is(200));
  }

  private void share(String recipient, String access) {
    client.share(folderId, recipient, access).is(200);
  }

  @ParameterizedTest
  @EnumSource
  void whatArrivesAfterwards_isRejected_keptForStaff_andToldToTheTeam(Ending ending) {
    client.assignTeam(TEAM_MEMBER.staffId());
    Uploader uploader = uploader(ending);
    Answer declared = FILE.declare(uploader.person(), folder).is(201);
    String document = folder + "/documents/" + declared.text("documentId");
    uploader.end().run();

    File.put(declared, FILE.bytes()).is(200);
    Portal.settle();

    Answer rejected = administrator.get(document).is(200);
    assertThat(rejected.text("status")).isEqualTo("rejected");
    assertThat(rejected.text("rejection/code")).isEqualTo("permission-ended");
    assertThat(administrator.get(folder + "/uploads").text("items/0/documentId"))
        .isEqualTo(declared.text("documentId"));
    assertThat(administrator.get(folder + "/documents").at("items")).isEmpty();
    administrator.post(document + "/download").isProblem(409, "not-available");
    Answer told = TEAM_MEMBER.person().get("/v1/me/notices").is(200);
    assertThat(told.text("items/0/type")).isEqualTo("upload-rejected");
    assertThat(told.text("items/0/rejection/code")).isEqualTo("permission-ended");
    assertThat(told.text("items/0/documentId")).isEqualTo(declared.text("documentId"));
    assertThat(carla.person().get("/v1/me/notices").is(200).text()).doesNotContain("document-");
  }

  @Test
  void anArchivedFolder_stillTakesWhatWasDeclaredBefore() {
    share("client", "view-upload");
    Answer declared = FILE.declare(carla.person(), folder).is(201);
    administrator.delete(folder).is(204);

    File.put(declared, FILE.bytes()).is(200);
    Portal.settle();

    String document = folder + "/documents/" + declared.text("documentId");
    assertThat(administrator.get(document).is(200).text("status")).isEqualTo("available");
    assertThat(carla.person().get(document).is(200).text("status")).isEqualTo("available");
  }
}
