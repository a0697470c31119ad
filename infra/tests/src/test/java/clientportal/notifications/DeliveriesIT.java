package clientportal.notifications;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Of which notices mails are sent: as the firm has set it, and as each staff member chooses. */
final class DeliveriesIT {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** Begins at ten in the morning, so that the next daily digest is far. */
  private final Office office = atTen();

  private static Office atTen() {
    LocalDateTime now = LocalDateTime.ofInstant(Portal.now(), ZoneOffset.UTC);
    LocalDateTime ten = now.toLocalDate().plusDays(1).atTime(10, 0);
    Portal.advance(Duration.between(now, ten));
    return Office.open();
  }

  private Answer set(Consumer<ObjectNode> change) {
    ObjectNode patch = json();
    change.accept(patch.putObject("settings").put("timeZone", "UTC"));
    return office.administrator().patch(office.path(), patch);
  }

  private Answer choose(Office.Member member, Person caller, String mails) {
    return caller.patch(
        office.path() + "/staff/" + member.staffId(), json().put("noticeMails", mails));
  }

  private static long mailsWith(String email, String text) {
    return Portal.mails(email).stream()
        .filter(mail -> String.valueOf(mail.text()).contains(text))
        .count();
  }

  private static void upload(Office.Client.SignedIn from, String name) {
    File.text(name, name)
        .upload(from.person(), from.client().path() + "/folders/" + from.client().uploads());
  }

  private static int notices(Person person) {
    return person.get("/v1/me/notices").is(200).at("items").size();
  }

  @Test
  void whatIsPortalOnly_isInThePortalAtOnce_andInNoMail() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    Answer firm =
        set(settings -> settings.putObject("deliveries").put("folder-shared", "portal-only"))
            .is(200);
    assertThat(firm.text("settings/deliveries/folder-shared")).isEqualTo("portal-only");

    client.share(client.folder("Taxes 2041"), "client", "view").is(200);
    Portal.settle();
    assertThat(notices(carla.person())).isEqualTo(1);
    Portal.advance(WINDOW);
    assertThat(mailsWith(client.email(), "Taxes 2041")).isZero();
    assertThat(deliveries(client, "").at("items").get(0).has("mail")).isFalse();

    set(settings -> settings.putObject("deliveries").put("folder-shared", "mail")).is(200);
    client.share(client.folder("Taxes 2042"), "client", "view").is(200);
    Portal.advance(WINDOW);
    assertThat(mailsWith(client.email(), "Taxes 2042")).isEqualTo(1);
    Office.Client invited = office.client("Ivo").invite();
    Portal.settle();
    assertThat(mailsWith(invited.email(), "/invitation#")).isEqualTo(1);
  }

  @Test
  void whatIsNoNoticeForThatSide_isRefused() {
    Answer refused =
        set(settings ->
                settings
                    .putObject("deliveries")
                    .put("invitation", "portal-only")
                    .put("document-uploaded", "portal-only"))
            .is(400);
    assertThat(refused.at("errors").toString())
        .contains("/settings/deliveries/invitation", "/settings/deliveries/document-uploaded");
    set(settings -> settings.putArray("requiredForStaff").add("folder-shared")).is(400);
  }

  @Test
  void eachStaffMember_choosesForThemselves_andGetsWhatTheFirmRequires() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Member each = office.member("Emil", false);
    Office.Member daily = office.member("Dana", false);
    Office.Member none = office.member("Nora", false);
    carla.client().assignTeam(each.staffId(), daily.staffId(), none.staffId());
    choose(daily, office.administrator(), "daily").is(403);
    choose(daily, each.person(), "daily").is(403);
    choose(daily, daily.person(), "hourly").is(400);
    assertThat(choose(daily, daily.person(), "daily").is(200).text("noticeMails"))
        .isEqualTo("daily");
    choose(none, none.person(), "none").is(200);
    assertThat(
            office
                .administrator()
                .get(office.path() + "/staff/" + none.staffId())
                .is(200)
                .text("noticeMails"))
        .isEqualTo("none");

    upload(carla, "payslip-1.txt");
    Portal.advance(WINDOW);
    assertThat(mailsWith(each.person().email(), "payslip-1.txt")).isEqualTo(1);
    assertThat(mailsWith(daily.person().email(), "payslip-1.txt")).isZero();
    assertThat(notices(none.person())).isEqualTo(1);

    set(settings -> settings.putArray("requiredForStaff").add("document-uploaded")).is(200);
    upload(carla, "payslip-2.txt");
    Portal.advance(WINDOW);
    for (Office.Member member : new Office.Member[] {each, daily, none}) {
      assertThat(mailsWith(member.person().email(), "payslip-2.txt")).isEqualTo(1);
    }
    assertThat(Portal.lastMail(daily.person().email()).text()).contains("payslip-1.txt");
    assertThat(mailsWith(none.person().email(), "payslip-1.txt")).isZero();
  }

  @Test
  void whoWantsOneMailADay_getsItInTheMorningOfTheFirm() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Member daily = office.member("Dana", false);
    carla.client().assignTeam(daily.staffId());
    choose(daily, daily.person(), "daily").is(200);
    upload(carla, "payslip-3.txt");
    upload(carla, "payslip-4.txt");
    LocalDateTime now = LocalDateTime.ofInstant(Portal.now(), ZoneOffset.UTC);
    LocalDateTime morning = now.toLocalDate().plusDays(1).atTime(8, 0);
    Portal.advance(Duration.between(now, morning).minusMinutes(1));
    assertThat(mailsWith(daily.person().email(), "payslip")).isZero();
    Portal.advance(Duration.ofMinutes(2));
    assertThat(mailsWith(daily.person().email(), "payslip")).isEqualTo(1);
    assertThat(Portal.lastMail(daily.person().email()).text())
        .contains("payslip-3.txt", "payslip-4.txt");
  }

  private Person activeContact(Office.Client client, String name) {
    String email = Portal.email("contact");
    String contact = client.path() + "/contacts/" + client.contact(name, email, true);
    office.administrator().post(contact + "/account", json().put("email", email)).is(201);
    Portal.settle();
    return Portal.acceptInvitation(email);
  }

  private String documentIn(Office.Client client, String folder, String name) {
    return File.text(name, name)
        .upload(office.administrator(), client.path() + "/folders/" + folder);
  }

  private Answer deliveries(Office.Client client, String query) {
    return office.administrator().get(client.path() + "/deliveries" + query).is(200);
  }

  @Test
  void staffSee_whatBecameOfEachMail_andWhoHasNotDownloaded() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    Person colin = activeContact(client, "Colin");
    String folder = client.folder("Taxes 2043");
    client.share(folder, "all-authorized", "view").is(200);
    Portal.advance(WINDOW);
    String document = documentIn(client, folder, "return.txt");
    Portal.settle();

    Answer queued = deliveries(client, "?item=document:" + document);
    assertThat(queued.at("items")).hasSize(2);
    assertThat(queued.at("items").findValuesAsText("state")).containsOnly("queued");
    Portal.advance(WINDOW);
    Portal.settle();
    Answer delivered = deliveries(client, "?item=document:" + document);
    assertThat(delivered.at("items").findValuesAsText("state")).containsOnly("delivered");
    assertThat(deliveries(client, "?not=delivered").at("items")).isEmpty();

    carla
        .person()
        .post(client.path() + "/folders/" + folder + "/documents/" + document + "/download")
        .is(200);
    Answer missing = deliveries(client, "?item=document:" + document + "&not=downloaded");
    assertThat(missing.at("items").findValuesAsText("recipientName")).containsExactly("Colin");
    assertThat(missing.text("items/0/recipient")).isNotEqualTo("client");
    colin
        .post(client.path() + "/folders/" + folder + "/documents/" + document + "/download")
        .is(200);
    assertThat(deliveries(client, "?not=downloaded").at("items")).isEmpty();

    ObjectNode read = json();
    read.putArray("noticeIds")
        .add(carla.person().get("/v1/me/notices").is(200).text("items/0/noticeId"));
    carla.person().post("/v1/me/notices/read", read).is(204);
    assertThat(
            deliveries(client, "?item=document:" + document + "&not=read")
                .at("items")
                .findValuesAsText("recipientName"))
        .containsExactly("Colin");
    Answer seen = deliveries(client, "?item=document:" + document);
    assertThat(seen.at("items").findValuesAsText("downloadedAt")).hasSize(2);
    assertThat(seen.at("items").findValuesAsText("readAt")).hasSize(1);
    assertThat(deliveries(client, "?limit=1").text("nextCursor")).isNotEmpty();
    carla.person().get(client.path() + "/deliveries").is(404);
    office.administrator().get(client.path() + "/deliveries?item=all&not=seen").is(400);
  }

  @Test
  void anInvitationThatBounces_isListedAsBounced() {
    Office.Client client =
        office.client("Bea", "bounce+" + Portal.slug() + "@simulator.amazonses.com").invite();
    Portal.settle();
    Answer listed = deliveries(client, "?item=invitation");
    assertThat(listed.text("items/0/mail/as")).isEqualTo("invitation");
    assertThat(listed.text("items/0/mail/state")).isEqualTo("bounced");
    assertThat(listed.text("items/0/mail/bouncedAt")).isNotEmpty();
    Office.Client other =
        office.client("Cleo", "complaint+" + Portal.slug() + "@simulator.amazonses.com").invite();
    Portal.settle();
    Answer complained = deliveries(other, "");
    assertThat(complained.text("items/0/mail/state")).isEqualTo("complained");
    assertThat(complained.text("items/0/mail/complainedAt")).isNotEmpty();
  }

  /** SES as the stack has it, whose suppression list has mails to an address bounce. */
  private static SesV2Client ses() {
    Map<String, String> environment = Portal.stack().environment();
    return SesV2Client.builder()
        .endpointOverride(URI.create(environment.get("AWS_ENDPOINT_URL_SESV2")))
        .region(Region.of(environment.get("AWS_REGION")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    environment.get("AWS_ACCESS_KEY_ID"),
                    environment.get("AWS_SECRET_ACCESS_KEY"))))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private void bouncesFor(Office.Client.SignedIn person, Runnable action) {
    String email = person.client().email();
    try (SesV2Client ses = ses()) {
      ses.putSuppressedDestination(put -> put.emailAddress(email).reason("BOUNCE"));
      action.run();
      ses.deleteSuppressedDestination(delete -> delete.emailAddress(email));
    }
  }

  @Test
  void aDeadAddress_isReportedToWhoCausedTheMail_andGetsNoMore_untilStaffConfirmIt() {
    Office.Client.SignedIn carla = office.activeClient("Carla");
    Office.Client client = carla.client();
    Office.Member sam = office.member("Sam", true);
    String folder = client.folder("Taxes 2044");
    bouncesFor(
        carla,
        () -> {
          sam.person()
              .put(
                  client.path() + "/folders/" + folder + "/shares",
                  Office.recipients("client", "view"))
              .is(200);
          Portal.advance(WINDOW);
          Portal.settle();
        });

    Answer notices = sam.person().get("/v1/me/notices").is(200);
    assertThat(notices.text("items/0/type")).isEqualTo("address-bounced");
    assertThat(notices.text("items/0/name")).isEqualTo("Carla");
    Person ada = office.administrator();
    Answer account = ada.get(client.path() + "/account").is(200);
    assertThat(account.text("status")).isEqualTo("active");
    assertThat(account.text("unreachableSince")).isNotEmpty();
    assertThat(deliveries(client, "?item=folder:" + folder).text("items/0/mail/state"))
        .isEqualTo("bounced");

    client.share(client.folder("Taxes 2045"), "client", "view").is(200);
    Portal.advance(WINDOW);
    assertThat(mailsWith(client.email(), "Taxes 2045")).isZero();
    assertThat(notices(carla.person())).isEqualTo(2);
    assertThat(mailsWith(sam.person().email(), "A mail did not arrive")).isEqualTo(1);

    sam.person().patch(client.path(), json().put("email", client.email())).is(200);
    assertThat(ada.get(client.path() + "/account").is(200).json().has("unreachableSince"))
        .isFalse();
    client.share(client.folder("Taxes 2046"), "client", "view").is(200);
    Portal.advance(WINDOW);
    assertThat(mailsWith(client.email(), "Taxes 2046")).isEqualTo(1);
  }
}
