package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Office;
import clientportal.driver.Portal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does first, on both sides, with the mouse. */
@InBrowsers
class MainJobIT {
  @TempDir private Path folder;

  @Test
  void aClientIsInvited_comesIn_uploads_andStaffSeeItArrive() throws Exception {
    Office office = Office.open("Harbour & Søn", true);
    String email = Portal.email("rosa");
    Window staff = Browsers.open("Ada");
    Window portal = Browsers.open("Rosa");

    People.signIn(staff, People.staff(), office.administrator().email());
    staff.seesHeading("Clients");
    staff.judge("staff-clients-empty");
    staff.button("New client");
    staff.fill("Name", "Rosa Lindqvist");
    staff.fill("Email address", email);
    staff.judge("staff-new-client");
    staff.button("Create client");

    staff.seesHeading("Rosa Lindqvist");
    staff.judge("staff-client");
    staff.button("Change");
    staff.tick("Ada Admin");
    staff.judge("staff-team");
    staff.button("Save");
    staff.sees("The team is changed.");
    staff.button("Create account");
    staff.fill("Email address, once more", "other@example.test");
    staff.button("Send the invitation");
    staff.sees("This is not the address on file.");
    staff.fill("Email address, once more", email);
    staff.judge("staff-new-account");
    staff.button("Send the invitation");
    staff.sees("The invitation to " + email + " is on its way.");

    portal.open(People.link(email));
    portal.button("Accept the invitation");
    portal.seesHeading("Check your mail");
    portal.open(People.link(email));
    portal.button("Confirm");
    portal.seesHeading("Your account is ready");
    People.signIn(portal, People.portal() + "/" + office.slug(), email);
    portal.seesHeading("Documents");

    staff.button("New folder");
    staff.fill("Name of the folder", "Taxes 2026");
    staff.button("Create folder");
    staff.sees("The folder “Taxes 2026” is created.");
    staff.button("Share: Taxes 2026");
    staff.tick("Rosa Lindqvist");
    staff.choose("Access: Rosa Lindqvist", "View and upload");
    staff.judge("staff-share");
    staff.button("Save");
    staff.sees("“Taxes 2026” is shared as you chose.");
    staff.seesIn("Taxes 2026", "Open to chosen people");

    portal.reload();
    portal.link("Taxes 2026");
    portal.seesHeading("Taxes 2026");
    portal.give("Choose files", file("Receipts.txt", "42.00 for paper"));
    portal.seesIn("Receipts.txt", "from you");

    staff.link("Taxes 2026");
    staff.seesIn("Receipts.txt", "from Rosa Lindqvist");
    staff.judge("staff-folder");
    staff.link("What is new");
    staff.sees("Rosa Lindqvist uploaded Receipts.txt to Taxes 2026.");
    staff.judge("staff-notices");
    staff.link("Rosa Lindqvist uploaded Receipts.txt");
    staff.seesHeading("Receipts.txt");
    staff.judge("staff-document");
    assertThat(URI.create(staff.address()).getPath()).contains("/documents/");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
