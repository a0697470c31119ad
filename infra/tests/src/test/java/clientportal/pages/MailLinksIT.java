package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Engagement;
import clientportal.driver.File;
import clientportal.driver.GroupNote;
import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.notifications.mail.MailLinks;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every link of a mail leads to its page. */
@InBrowsers
class MailLinksIT {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
  private static final Pattern ID = Pattern.compile("[0-9a-z]{26}|(?<=#).+");

  /** What the pages show, by their side and address, to whoever has not signed in there. */
  private static final Map<String, String> HEADINGS =
      Map.ofEntries(
          Map.entry("portal ", "Sign in"),
          Map.entry("staff ", "Sign in"),
          Map.entry("portal /*", "Sign in"),
          Map.entry("portal /*/invitation#*", "Welcome to"),
          Map.entry("portal /*/verify#*", "Confirm your address"),
          Map.entry("portal /*/reset#*", "Choose a new password"),
          Map.entry("portal /*/clients/*/folders/*", "Sign in"),
          Map.entry("portal /*/clients/*/folders/*/documents/*", "Sign in"),
          Map.entry("portal /*/clients/*/notes/*", "Sign in"),
          Map.entry("portal /*/clients/*/group-notes/*", "Sign in"),
          Map.entry("portal /*/clients/*/engagements/*", "Sign in"),
          Map.entry("staff /invitation#*", "Welcome to"),
          Map.entry("staff /verify#*", "Confirm your address"),
          Map.entry("staff /reset#*", "Choose a new password"),
          Map.entry("staff /firms/*/staff", "Sign in"),
          Map.entry("staff /firms/*/registrations", "Sign in"),
          Map.entry("staff /firms/*/clients/*", "Sign in"),
          Map.entry("staff /firms/*/clients/*/engagements/*", "Sign in"),
          Map.entry("staff /firms/*/clients/*/folders/*/documents/*", "Sign in"));

  @Test
  void everyKindOfLink_hasAPage() throws Exception {
    String slug = Office.open().slug();
    MailLinks links = new MailLinks(People.portal(), People.staff());
    Map<String, String> kinds = new TreeMap<>();
    for (Method method : MailLinks.class.getDeclaredMethods()) {
      if (method.getParameterCount() > 0
          && method.getReturnType() == String.class
          && java.lang.reflect.Modifier.isPublic(method.getModifiers())) {
        Object[] arguments = new Object[method.getParameterCount()];
        Arrays.fill(arguments, slug);
        String link = String.valueOf(method.invoke(links, arguments));
        kinds.put(
            kind(
                link.replaceAll(
                    "(?<=/(firms|clients|folders|documents|notes|group-notes|engagements)/)[^/]+",
                    "*")),
            link);
      }
    }
    assertThat(HEADINGS.keySet()).hasSize(kinds.size() + 2).containsAll(kinds.keySet());
    opensEach(kinds);
  }

  @Test
  void everyLinkOfEveryMail_opensItsPage() {
    Office office = Office.open();
    Office.Client.SignedIn rosa = office.activeClient("Rosa Lindqvist");
    String folder = rosa.client().folder("Taxes 2026");
    rosa.client().assignTeam(office.staffId());
    rosa.client().share(folder, "client", "view-upload").is(200);
    rosa.client().sharedNote("What we agreed on", "The lease comes in May.", "client");
    GroupNote.write(office, "Closed over the holidays", "We are back.", rosa.client()).open();
    Engagement engagement = Engagement.begin(rosa.client(), "Mortgage");
    engagement.submitted(rosa.person(), "Purpose");
    engagement.ask("Deeds");
    File.text("Letter.txt", "Dear Ada")
        .upload(rosa.person(), rosa.client().path() + "/folders/" + folder);
    Engagement loan = Engagement.begin(rosa.client(), "Loan");
    loan.ask("Passport");
    loan.submitted(rosa.person(), "Why?");
    for (String email : new String[] {rosa.person().email(), office.administrator().email()}) {
      Portal.anonymous("POST", "/v1/password-resets")
          .json(Portal.json().put("email", email))
          .send()
          .is(202);
    }
    Portal.advance(Duration.ofMinutes(6));
    Portal.settle();

    Map<String, String> kinds = new TreeMap<>();
    for (var message : Portal.stack().outbox().messages()) {
      LINK.matcher(String.valueOf(message.text()))
          .results()
          .map(found -> found.group().replaceAll("[.,)]+$", ""))
          .forEach(link -> kinds.putIfAbsent(kind(link), link));
    }
    assertThat(HEADINGS.keySet()).containsAll(kinds.keySet());
    assertThat(kinds.keySet())
        .contains("portal /*/invitation#*", "portal /*/clients/*/folders/*", "staff /verify#*")
        .contains("portal /*/clients/*/notes/*", "portal /*/clients/*/engagements/*")
        .contains("staff /firms/*/clients/*/engagements/*")
        .contains("staff /firms/*/clients/*/folders/*/documents/*");
    opensEach(kinds);
  }

  private static void opensEach(Map<String, String> kinds) {
    Window window = Browsers.open("Somebody");
    kinds.forEach((kind, link) -> {
      window.open("about:blank");
      window.open(link);
      window.seesHeading(String.valueOf(HEADINGS.get(kind)));
      assertThat(window.address()).as("no secret in the address").doesNotContain("#");
    });
  }

  /** The side and the address of a link, without what differs from one mail to the next. */
  private static String kind(String link) {
    boolean staff = link.startsWith(People.staff());
    assertThat(link).startsWith(staff ? People.staff() : People.portal());
    String path = link.substring((staff ? People.staff() : People.portal()).length());
    String kind = ID.matcher(path).replaceAll("*");
    return staff ? "staff " + kind : "portal " + kind.replaceFirst("^/[^/#]+", "/*");
  }
}
