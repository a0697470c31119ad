package clientportal.clients;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Answer;
import clientportal.driver.File;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contacts, and the permission that belongs to each relationship. */
final class ContactsIT {
  private final Office office = Office.open();
  private final Person administrator = office.administrator();
  private final Office.Client client = office.client("Carla");

  private static ObjectNode email(String address) {
    return json().put("email", address);
  }

  private static String contact(Office.Client of, String id) {
    return of.path() + "/contacts/" + id;
  }

  private Person activate(Office.Client of, String id, String address) {
    administrator.post(contact(of, id) + "/account", email(address)).is(201);
    return Portal.acceptInvitation(address);
  }

  @Test
  void contacts_areListedByName_readAndChanged() {
    String id = client.contact("colin", false);
    client.contact("Änne", false);
    client.contact("Bert", false);
    String path = contact(client, id);

    Answer page = administrator.get(client.path() + "/contacts?limit=2").is(200);
    Answer rest =
        administrator
            .get(client.path() + "/contacts?limit=2&cursor=" + page.text("nextCursor"))
            .is(200);
    assertThat(page.at("items").findValuesAsText("name")).containsExactly("Änne", "Bert");
    assertThat(rest.at("items").findValuesAsText("name")).containsExactly("colin");
    Answer read = administrator.get(path).is(200);
    assertThat(read.json()).isEqualTo(rest.json().at("/items/0"));

    Answer changed =
        administrator
            .call("PATCH", path)
            .header("If-Match", read.header("etag").orElseThrow())
            .json(json().put("name", "Ada").put("relationship", "Tutor").putNull("email"))
            .send()
            .is(200);

    assertThat(changed.json().has("email")).isFalse();
    assertThat(administrator.get(path).json()).isEqualTo(changed.json());
    assertThat(administrator.get(client.path() + "/contacts").text("items/0/name"))
        .isEqualTo("Ada");
    administrator
        .call("PATCH", path)
        .header("If-Match", "\"1\"")
        .json(json().put("name", "X"))
        .send()
        .isProblem(412, "precondition-failed");
    administrator.get(contact(office.client("Other"), id)).isProblem(404, "not-found");
  }

  @Test
  @Tag("BS5")
  @Tag("BS4")
  void thePermission_isSetOnTheRelationship_notOnThePerson() {
    Office.Client other = office.client("Otto");
    String address = Portal.email("colin");
    String here = client.contact("Colin", address, true);
    String there = other.contact("Colin", address, false);
    Person colin = activate(client, here, address);

    colin.get(client.path() + "/shared").is(200);
    colin.get(other.path() + "/shared").isProblem(404, "not-found");
    administrator
        .post(contact(other, there) + "/account", email(address))
        .isProblem(422, "recipient-not-permitted");
    Person sam = office.member("Sam", false).person();
    Map<String, Object> before = Portal.everything();
    sam.patch(contact(other, there), json().put("webPortal", true))
        .isProblem(403, "permission-required");
    sam.post(
            client.path() + "/contacts",
            json().put("name", "Dan").put("relationship", "son").put("webPortal", true))
        .isProblem(403, "permission-required");
    assertThat(Portal.everything()).isEqualTo(before);

    administrator.patch(contact(other, there), json().put("webPortal", true)).is(200);
    activate(other, there, address);
    administrator.patch(contact(client, here), json().put("webPortal", false)).is(200);

    colin.get(other.path() + "/shared").is(200);
    colin.get(client.path() + "/shared").isProblem(404, "not-found");
    assertThat(colin.get("/v1/me").at("clientOf").findValuesAsText("clientName"))
        .containsExactly("Otto");
  }

  @Test
  @Tag("BS6")
  void everyContactWithThePermission_isAShareOption_andNoOther() {
    String one = client.contact("Anna", true);
    String two = client.contact("Bert", true);
    String three = client.contact("Cora", false);
    String shares = client.path() + "/folders/" + client.uploads() + "/shares";
    assertThat(administrator.get(shares).at("candidates").findValuesAsText("recipient"))
        .containsExactly(one, two);

    administrator.patch(contact(client, one), json().put("webPortal", false)).is(200);
    administrator
        .patch(
            contact(client, three),
            json().put("webPortal", true).put("name", "Aaron").putNull("email"))
        .is(200);

    Answer now = administrator.get(shares).is(200);
    assertThat(now.at("candidates").findValuesAsText("recipient")).containsExactly(three, two);
    assertThat(now.at("candidates").findValuesAsText("name")).containsExactly("Aaron", "Bert");
    assertThat(now.at("candidates/0").has("email")).isFalse();
    client.share(client.uploads(), one, "view").isProblem(422, "recipient-not-permitted");
  }

  @Test
  @Tag("BS5")
  @Tag("BX3")
  void withoutThePermission_accessEndsAtTheNextRequest_withItAgainNothingIsLost() {
    String address = Portal.email("colin");
    String id = client.contact("Colin", address, true);
    String chosen = client.folder("Chosen");
    String all = client.folder("All");
    client.share(chosen, id, "view-upload").is(200);
    client.share(all, "all-authorized", "view").is(200);
    Person colin = Portal.acceptInvitation(address); // the first share invited
    String folder = client.path() + "/folders/" + chosen;
    String document = File.text("a.txt", "a").upload(colin, folder);
    int mailsBefore = Portal.mails(address).size();
    assertThat(reached(colin, folder, document, all)).containsOnly(200);

    administrator.patch(contact(client, id), json().put("webPortal", false)).is(200);

    assertThat(reached(colin, folder, document, all)).containsOnly(404);
    assertThat(colin.get("/v1/me").at("clientOf")).isEmpty();
    assertThat(Portal.mails(address)).hasSize(mailsBefore + 1);
    assertThat(Portal.lastMail(address).subject())
        .isEqualTo("Your access to the portal of Meyer & Søn has ended");
    assertThat(administrator.get(contact(client, id)).text("account/status")).isEqualTo("active");
    String later = client.folder("Later");
    client.share(later, "all-authorized", "view").is(200);

    administrator.patch(contact(client, id), json().put("webPortal", true)).is(200);

    assertThat(reached(colin, folder, document, all)).containsOnly(200);
    assertThat(colin.get(client.path() + "/shared").at("items").findValuesAsText("name"))
        .containsExactlyInAnyOrder("Chosen", "All", "Later");
  }

  private List<Integer> reached(Person colin, String folder, String document, String all) {
    return List.of(
        colin.get(client.path() + "/shared").status(),
        colin.get(folder).status(),
        colin.get(folder + "/documents/" + document).status(),
        colin.post(folder + "/documents/" + document + "/download").status(),
        colin.get(client.path() + "/folders/" + all + "/documents").status());
  }

  @Test
  void aRevokedContact_isNotifiedOnce() {
    String address = Portal.email("colin");
    String id = client.contact("Colin", address, true);
    activate(client, id, address);
    int mailsBefore = Portal.mails(address).size();

    administrator.delete(contact(client, id) + "/account").is(204);

    assertThat(Portal.mails(address)).hasSize(mailsBefore + 1);
    assertThat(Portal.lastMail(address).text()).contains("the documents that it shares with Carla");
  }

  @Test
  void theNameOnFile_isShownWithUploadsAndShares_andTheAddressNeedsWebPortal() {
    String address = Portal.email("colin");
    String id = client.contact("Colin", address, true);
    String folderId = client.folder("Ours");
    client.share(folderId, id, "view-upload").is(200);
    Person colin = Portal.acceptInvitation(address);
    Person sam = office.member("Sam", false).person();

    sam.patch(contact(client, id), json().put("name", "Cornelius")).is(200);

    String folder = client.path() + "/folders/" + folderId;
    String document = File.text("a.txt", "a").upload(colin, folder);
    assertThat(sam.get(folder + "/documents/" + document).text("uploadedBy/name"))
        .isEqualTo("Cornelius");
    assertThat(sam.get(folder + "/shares").text("recipients/0/name")).isEqualTo("Cornelius");
    String next = Portal.email("next");
    sam.patch(contact(client, id), email(next)).isProblem(403, "permission-required");
    administrator
        .patch(contact(client, id), json().putNull("email"))
        .isProblem(422, "email-required");
    administrator.patch(contact(client, id), email(next)).is(200);
    colin.get(folder).is(200);
    Person moved = Portal.acceptInvitation(next);
    moved.get(folder).is(200);
    colin.get(folder).isProblem(404, "not-found");
  }
}
