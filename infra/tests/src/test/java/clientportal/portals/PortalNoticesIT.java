package clientportal.portals;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.ClientGroup;
import clientportal.driver.Copies;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.local.messaging.Message;
import clientportal.sharing.Shares;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What members of portals are notified of, and by which mail; and what changes with {@code
 * updateMember}, {@code resendMemberInvitation} and {@code revokeMemberAccount}.
 */
final class PortalNoticesIT {
  private final Office office = Office.open("Berg & Partners", true);
  private final Person staff = office.administrator();
  private final Office.Client rosa = office.client("Rosa Okafor");
  private final Office.Client chidi = office.client("Chidi Okafor");
  private final String ngozi = Portal.email("ngozi");
  private final String emeka = Portal.email("emeka");

  private ClientGroup family() {
    ClientGroup.setUp(office);
    ObjectNode body = ClientGroup.body(office, "Family Okafor", List.of(rosa, chidi));
    ClientGroup.with(body, "Ngozi", ngozi, "full-access");
    ClientGroup.with(body, "Emeka", emeka, "contributor");
    return ClientGroup.create(office, body);
  }

  private static List<String> subjects(String email) {
    return Portal.mails(email).stream().map(mail -> String.valueOf(mail.subject())).toList();
  }

  private static void endWindow() {
    Portal.advance(Duration.ofMinutes(6));
    Portal.settle();
  }

  private static List<String> types(Person person) {
    return Shares.texts(person.get("/v1/me/notices").is(200).at("items"), "type");
  }

  @Test
  @Tag("MY16")
  @Tag("MY17")
  @Tag("MY18")
  void whoIsNew_isInvitedByAMailThatNamesThePortal_andWhoHasAnAccountGetsANotice() {
    family();

    assertThat(Portal.mails(ngozi))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.subject())
              .isEqualTo("Berg & Partners invites you to the portal “Family Okafor”");
          assertThat(mail.text())
              .contains("Your portal: Family Okafor")
              .contains("/" + office.slug() + "/invitation#")
              .doesNotContain("Rosa", "Chidi");
        });
    Person member = Portal.acceptInvitation(ngozi);
    Office.Client zora = office.client("Zora");
    ObjectNode body = ClientGroup.body(office, "Business", List.of(zora));
    ClientGroup.with(body, "Ngozi", ngozi, "contributor");
    ClientGroup.create(office, body);
    endWindow();

    assertThat(Portal.lastMail(ngozi).subject())
        .isEqualTo("You can now open the portal “Business”");
    assertThat(Portal.lastMail(ngozi).text()).doesNotContain("Zora");
    assertThat(types(member)).containsExactly("portal-opened");
  }

  @Test
  void whoCanNoLongerOpenAPortal_isMailedAtOnce_withoutNamesOfClients() {
    ClientGroup family = family();
    Person member = Portal.acceptInvitation(ngozi);
    String path = family.path() + "/members/" + family.member("Ngozi");

    staff.patch(path, json().put("role", "contributor")).is(200);
    assertThat(Portal.lastMail(ngozi).subject()).isEqualTo("You see less of “Family Okafor” now");
    staff.patch(path, json().put("role", "full-access")).is(200);
    endWindow();
    assertThat(Portal.lastMail(ngozi).subject())
        .isEqualTo("You can now see all that is open in “Family Okafor”");
    assertThat(types(member)).containsExactly("portal-role-widened");

    staff.delete(family.path()).is(204);
    Message closed = Portal.lastMail(ngozi);
    assertThat(closed.subject()).isEqualTo("You can no longer open “Family Okafor”");
    assertThat(closed.text())
        .contains("Berg & Partners has closed the portal Family Okafor")
        .doesNotContain("Rosa", "Chidi");
    staff.patch(family.path(), json().put("archived", false)).is(200);
    endWindow();
    assertThat(Portal.lastMail(ngozi).subject())
        .isEqualTo("You can now open the portal “Family Okafor”");

    int before = Portal.mails(ngozi).size();
    staff.delete(path).is(204);
    assertThat(Portal.mails(ngozi)).hasSize(before + 1);
    assertThat(Portal.lastMail(ngozi).text())
        .contains("You can no longer open the portal Family Okafor of Berg & Partners");
    assertThat(types(member)).isEmpty();
  }

  @Test
  @Tag("MY14")
  void fullAccessIsNotifiedOfWhatBecomesPublished_andContributorsOfWhatIsSharedByName() {
    family();
    Person full = Portal.acceptInvitation(ngozi);
    Person contributor = Portal.acceptInvitation(emeka);
    rosa.invite();
    String folder = rosa.folder("Taxes 2026");
    String path = rosa.path() + "/folders/" + folder;

    rosa.share(folder, "client", "view").is(200);
    Portal.settle();
    assertThat(types(full)).containsExactly("folder-shared");
    Shares.set(office, path, "client view", "member:" + memberId("Emeka") + " view").is(200);
    File.pdf("Return.pdf").upload(staff, path);
    Portal.settle();

    assertThat(types(full)).containsExactly("document-added", "folder-shared");
    assertThat(types(contributor)).containsExactly("document-added", "folder-shared");
    endWindow();
    assertThat(Portal.lastMail(ngozi).text()).contains("Return.pdf", "Taxes 2026");
    assertThat(Portal.lastMail(emeka).text()).contains("Return.pdf", "Taxes 2026");
  }

  private String memberId(String name) {
    return staff.get(office.path() + "/members?name=" + name).is(200).text("items/0/memberId");
  }

  @Test
  void anotherAddressOfAMember_countsOnceItIsProved() {
    family();
    Person member = Portal.acceptInvitation(ngozi);
    String path = office.path() + "/members/" + memberId("Ngozi");
    String other = Portal.email("ngozi-lind");

    staff.patch(path, json().put("name", "Ngozi Lind").put("email", other)).is(200);

    assertThat(Portal.lastMail(ngozi).subject())
        .isEqualTo("Berg & Partners has another email address for you");
    assertThat(Portal.lastMail(other).subject())
        .isEqualTo("Berg & Partners invites you to the portal “Family Okafor”");
    assertThat(member.get("/v1/me").is(200).at("memberOf")).hasSize(1);
    Person moved = Portal.acceptInvitation(other);
    assertThat(moved.get("/v1/me").is(200).at("memberOf")).hasSize(1);
    assertThat(member.get("/v1/me").is(200).at("memberOf")).isEmpty();
    staff.patch(path, json().put("email", emeka)).isProblem(409, "email-taken");
  }

  /** As when a function ends after it made members, and before it let them in. */
  @Test
  void whoNeverHadAnAccount_isNotInvitedAgain() {
    family();
    String firm = "FIRM#" + office.firmId();
    Copies.of(Portal.item(firm, "MEMBER#" + memberId("Ngozi")))
        .put(IntStream.of(1), number -> Map.of("SK", "MEMBER#" + Copies.id(number)));

    staff
        .post(office.path() + "/members/" + Copies.id(1) + "/invitation", json())
        .isProblem(422, "account-required");
  }

  @Test
  void aMemberWhoseAccountWasRevoked_isNotified_andCanBeInvitedAgain() {
    family();
    Person member = Portal.acceptInvitation(ngozi);
    String path = office.path() + "/members/" + memberId("Ngozi");

    staff.delete(path + "/account").is(204);
    assertThat(Portal.lastMail(ngozi).subject())
        .isEqualTo("Your access to the portal of Berg & Partners has ended");
    assertThat(member.get("/v1/me").is(200).at("memberOf")).isEmpty();

    staff.post(path + "/invitation", json()).is(202);
    assertThat(subjects(ngozi).getLast())
        .isEqualTo("Berg & Partners invites you to the portal “Family Okafor”");
    Person again = Portal.acceptInvitation(ngozi);
    assertThat(again.get("/v1/me").is(200).at("memberOf")).hasSize(1);
  }
}
