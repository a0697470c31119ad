package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.ClientGroup;
import clientportal.driver.Engagement;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Portals of several clients on the pages: of staff, who make them, and of their members. */
@InBrowsers
class GroupPagesIT {
  @Test
  @Tag("MY1")
  @Tag("MY20")
  void staffMakeAPortal_andItsMembersSeeWhatTheirRolesOpen() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Okafor");
    office.client("Chidi Okafor");
    office.client("Somebody Else");
    rosa.client().share(rosa.client().folder("Taxes 2026"), "client", "view-upload").is(200);
    String ngozi = Portal.email("ngozi");
    String emeka = Portal.email("emeka");
    Window staff = Browsers.open("Ada");

    People.signIn(staff, People.staff(), office.administrator().email());
    staff.link("Portals");
    staff.seesHeading("No portals");
    staff.judge("staff-portals-empty");
    staff.link("New portal");
    staff.seesHeading("New portal");
    staff.button("Create portal");
    staff.sees("Please enter a name.");
    staff.fill("Name of the portal", "Family Okafor");
    staff.button("Create portal");
    staff.sees("Please choose a client.");
    staff.tick("Rosa Okafor");
    staff.tick("Chidi Okafor");
    staff.button("Another person");
    staff.fill("Name of person 1", "Ngozi Okafor");
    staff.fill("Email address of person 1", ngozi);
    staff.choose("Role of person 1", "Full access");
    staff.button("Another person");
    staff.fill("Name of person 2", "Emeka Okafor");
    staff.fill("Email address of person 2", "emeka");
    staff.button("Create portal");
    staff.sees("Please enter an address such as");
    staff.fill("Email address of person 2", emeka);
    staff.judge("staff-portal-new");
    staff.button("Create portal");
    staff.sees("Please save how the site looks first");
    ClientGroup.setUp(office);
    staff.button("Create portal");
    staff.seesHeading("Family Okafor");
    staff.seesIn("Ngozi Okafor", "Full access");
    staff.seesIn("Emeka Okafor", "Contributor");
    staff.seesIn("Emeka Okafor", "Invited");
    staff.judge("staff-portal");

    Portal.acceptInvitation(ngozi);
    Portal.acceptInvitation(emeka);
    Window full = member("Ngozi", office, ngozi);
    full.seesHeading("Family Okafor");
    full.sees("Everything that Meyer & Søn shares with somebody.");
    full.judge("portal-clients");
    full.link("Rosa Okafor");
    full.seesHeading("Documents");
    full.judge("portal-full-access");
    full.link("Taxes 2026");
    full.seesHeading("Taxes 2026");
    full.link("What is new");
    full.seesHeading("What is new");
    full.link("Documents");
    full.link("Family Okafor");
    full.link("Chidi Okafor");
    full.sees("shares with somebody about Chidi Okafor.");
    full.sees("Client Uploads");
    full.link("Archive");
    full.seesHeading("Archive");

    Window contributor = member("Emeka", office, emeka);
    contributor.sees("What Meyer & Søn shares with you.");
    contributor.link("Rosa Okafor");
    contributor.sees("Nothing is shared yet");
    staff.link("Rosa Okafor");
    staff.button("Share: Taxes 2026");
    staff.seesIn("Emeka Okafor", "Member of a portal, " + emeka);
    staff.tick("Emeka Okafor");
    staff.judge("staff-share-with-member");
    staff.button("Save");
    staff.sees("“Taxes 2026” is shared as you chose.");
    contributor.reload();
    contributor.link("Taxes 2026");
    contributor.seesHeading("Taxes 2026");
    contributor.judge("portal-contributor-folder");
    staff.link("Notes");
    staff.button("New note");
    staff.fill("Title", "Call on Monday");
    staff.fill("Text", "They have called.");
    staff.button("Share it at once");
    staff.tick("Emeka Okafor");
    staff.judge("staff-new-note-for-member");
    staff.button("Save note");
    staff.hears("The note “Call on Monday” is saved and shared.");
  }

  private static Window member(String name, Office office, String email) {
    Window window = Browsers.open(name);
    People.signIn(window, People.portal() + "/" + office.slug(), email);
    return window;
  }

  @Test
  @Tag("MY3")
  void staffChangeAPortal_andCloseItAndBringItBack() {
    Office office = Office.open();
    Office.Client rosa = office.client("Rosa Okafor");
    Office.Client chidi = office.client("Chidi Okafor");
    office.client("Amara Okafor");
    ClientGroup.setUp(office);
    String ngozi = Portal.email("ngozi");
    ObjectNode family = ClientGroup.body(office, "Family Okafor", List.of(rosa));
    ClientGroup.create(office, ClientGroup.with(family, "Ngozi Okafor", ngozi, "full-access"));
    ObjectNode other = ClientGroup.body(office, "Okafor & Sons", List.of(chidi));
    String uche = Portal.email("uche");
    ClientGroup.create(office, ClientGroup.with(other, "Uche Eze", uche, "contributor"));
    Window staff = Browsers.open("Ada");

    People.signIn(staff, People.staff(), office.administrator().email());
    staff.link("Portals");
    staff.seesIn("Okafor & Sons", "one member");
    staff.judge("staff-portals");
    staff.fill("Beginning of the name", "fam");
    staff.button("Search");
    staff.seesNoMore("Okafor & Sons");
    staff.link("Family Okafor");
    staff.seesHeading("Family Okafor");
    staff.button("Rename");
    staff.fill("Name of the portal", "Okafor & Sons");
    staff.button("Save");
    staff.sees("Another portal has this name.");
    staff.fill("Name of the portal", "The Okafors");
    staff.button("Save");
    staff.seesHeading("The Okafors");

    staff.button("Add clients");
    staff.tick("Chidi Okafor");
    staff.judge("staff-portal-add-clients");
    staff.button("Add");
    staff.sees("Already in another portal of this site: Chidi Okafor.");
    staff.tick("Chidi Okafor");
    staff.tick("Amara Okafor");
    staff.button("Add");
    staff.sees("The clients are added.");
    staff.button("Add members");
    staff.tick("Uche Eze");
    staff.choose("Role: Uche Eze", "Full access");
    staff.button("Another person");
    staff.fill("Name of person 1", "Emeka Okafor");
    staff.fill("Email address of person 1", Portal.email("emeka"));
    staff.judge("staff-portal-add-members");
    staff.button("Add");
    staff.sees("The members are added.");
    staff.seesIn("Uche Eze", "Full access");
    staff.button("Change the role: Uche Eze");
    staff.tick("Contributor");
    staff.judge("staff-portal-role");
    staff.button("Save");
    staff.seesIn("Uche Eze", "Contributor");
    staff.button("Remove: Emeka Okafor");
    staff.button("Remove");
    staff.sees("Emeka Okafor is removed.");
    focuses(staff, "members");
    staff.button("Remove: Amara Okafor");
    staff.button("Remove");
    staff.sees("Amara Okafor is removed.");
    focuses(staff, "clients");
    staff.button("Archive");
    staff.button("Archive");
    staff.sees("This portal is archived");
    staff.judge("staff-portal-archived");
    staff.button("Bring back");
    staff.sees("“The Okafors” is back.");

    staff.link("Ngozi Okafor");
    staff.button("Edit details");
    staff.fill("Name", "Ngozi A. Okafor");
    staff.judge("staff-member-edit");
    staff.fill("Email address", uche);
    staff.button("Save");
    staff.sees("Somebody else in the firm has this email address.");
    staff.fill("Email address", ngozi);
    staff.button("Save");
    staff.seesHeading("Ngozi A. Okafor");
    staff.button("Send the invitation again");
    staff.sees("The invitation is on its way once more.");
    staff.judge("staff-member");
    Person member = Portal.acceptInvitation(ngozi);
    assertThat(member.get("/v1/me").at("memberOf")).hasSize(1);
    staff.reload();
    staff.sees("They sign in and see their portals.");
    staff.button("Revoke");
    staff.button("Revoke");
    staff.sees("The account is revoked.");
    focuses(staff, "account");
    assertThat(member.get("/v1/me").at("memberOf")).isEmpty();
    staff.link("Members");
    staff.seesHeading("Members");
    staff.judge("staff-members");
    staff.fill("Beginning of the name", "uche");
    staff.button("Search");
    staff.seesNoMore("Ngozi A. Okafor");
    staff.link("Uche Eze");
    staff.seesIn("Okafor & Sons", "Contributor");
  }

  private static void focuses(Window window, String id) {
    window.waitsFor("the focus on " + id, "return document.activeElement?.id === '" + id + "'");
  }

  @Test
  @Tag("MY20")
  void whoIsAClientHere_andAMemberElsewhere_choosesAmongAll() {
    Office first = Office.open("Meyer & Søn", true);
    Office second = Office.open("Berg Consulting", true);
    Office.Client.SignedIn rosa = first.activeClient("Rosa Okafor");
    String email = rosa.client().email();
    ClientGroup.setUp(first);
    ClientGroup.setUp(second);
    Office.Client chidi = second.client("Chidi Okafor");
    ObjectNode group = ClientGroup.body(second, "Family Okafor", List.of(chidi));
    String uche = Portal.email("uche");
    ClientGroup.with(group, "Uche Eze", uche, "full-access");
    ClientGroup.create(second, ClientGroup.with(group, "Rosa Okafor", email, "contributor"));
    Portal.acceptInvitation(email);
    Portal.acceptInvitation(uche);

    Window window = Browsers.open("Rosa");
    People.signIn(window, People.portal(), email);
    window.seesHeading("Where would you like to go?");
    window.seesIn("Family Okafor", "Berg Consulting · a group of clients");
    window.judge("portal-choice");
    window.link("Family Okafor");
    window.seesHeading("Documents");
    window.sees("What Berg Consulting shares with you about Chidi Okafor.");
    window.button("Your account");
    window.link("Change the client");
    window.link("Rosa Okafor");
    window.sees("What Meyer & Søn shares with Rosa Okafor.");

    Window only = member("Uche", second, uche);
    only.sees("Everything that Berg Consulting shares with somebody about Chidi Okafor.");
  }

  @Test
  void germanWords_haveRoom() {
    Office office = Office.open("Steuerberatungsgesellschaft Brückner und Partner mbB", true);
    Office.Client rosa = office.client("Rosa Okafor");
    Office.Client chidi = office.client("Chidi Okafor");
    ClientGroup.setUp(office);
    String ngozi = Portal.email("ngozi");
    ObjectNode family = ClientGroup.body(office, "Familie Okafor", List.of(rosa, chidi));
    ClientGroup.with(family, "Ngozi Okafor", ngozi, "full-access");
    ClientGroup.create(office, family);
    Window staff = Browsers.open("Ada", "de-DE");

    signInInGerman(staff, People.staff(), office.administrator().email());
    staff.link("Portale");
    staff.judge("staff-portals-german");
    staff.link("Familie Okafor");
    staff.seesHeading("Familie Okafor");
    staff.judge("staff-portal-german");
    staff.link("Ngozi Okafor");
    staff.seesHeading("Ngozi Okafor");
    staff.judge("staff-member-german");
    staff.link("Portale");
    staff.link("Neues Portal");
    staff.button("Weitere Person");
    staff.judge("staff-portal-new-german");
    Portal.acceptInvitation(ngozi);
    Window member = Browsers.open("Ngozi", "de-DE");
    signInInGerman(member, People.portal() + "/" + office.slug(), ngozi);
    member.seesHeading("Familie Okafor");
    member.judge("portal-clients-german");
  }

  private static void signInInGerman(Window window, String url, String email) {
    window.open(url);
    window.fill("E-Mail-Adresse", email);
    window.button("Code per E-Mail senden");
    window.fill("Code aus der E-Mail", Portal.newestCode(email));
    window.button("Anmelden");
  }

  @Test
  void aContributor_isAskedByName_andAnswersOnTheirPages() {
    Office office = Office.open();
    Office.Client rosa = office.client("Rosa Okafor");
    ClientGroup.setUp(office);
    String emeka = Portal.email("emeka");
    ObjectNode body = ClientGroup.body(office, "Family Okafor", List.of(rosa));
    ClientGroup.create(office, ClientGroup.with(body, "Emeka Okafor", emeka, "contributor"));
    Portal.acceptInvitation(emeka);
    Engagement engagement = Engagement.begin(rosa, "Loan");
    Window staff = Browsers.open("Ada");

    People.signIn(
        staff,
        People.staff() + engagement.path().substring("/v1".length()),
        office.administrator().email());
    staff.link("Ask for something");
    staff.fill("Name of item 1", "Own house");
    staff.choose("Kind of item 1", "Yes or no");
    staff.choose("Who is asked", "Emeka Okafor");
    staff.judge("staff-ask-a-member");
    staff.button("Ask for it");
    staff.seesHeading("Asked for");
    staff.seesIn("Own house", "asked of Emeka Okafor");

    Window contributor = member("Emeka", office, emeka);
    contributor.seesHeading("What is asked of you");
    contributor.judge("portal-member-is-asked");
    contributor.link("Loan");
    contributor.tick("Yes");
    contributor.sees("Everything that is needed is there.");
    contributor.button("Send what is ready");
    contributor.seesIn("Own house", "Sent");
  }
}
