package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people do on the pages again and again. */
final class People {
  private static final Pattern LINK = Pattern.compile("https?://\\S+#[A-Za-z0-9_-]{43,}");

  private People() {}

  /** The address of the pages of clients and contacts. */
  static String portal() {
    return String.valueOf(Portal.stack().describe().get("portalUrl"));
  }

  /** The address of the staff's pages. */
  static String staff() {
    return String.valueOf(Portal.stack().describe().get("staffUrl"));
  }

  /** Signs in with a mailed code. */
  static void signIn(Window window, String url, String email) {
    window.open(url);
    signInHere(window, email);
  }

  /** Signs in with a mailed code at the address where the window is. */
  static void signInHere(Window window, String email) {
    window.fill("Email address", email);
    window.button("Send me a code");
    window.seesHeading("Check your mail");
    window.fill("Code from the mail", Portal.newestCode(email));
    window.button("Sign in");
  }

  /** The link of the newest mail to an address. */
  static String link(String email) {
    Matcher link = LINK.matcher(String.valueOf(Portal.lastMail(email).text()));
    assertThat(link.find()).as("a link in the mail to " + email).isTrue();
    return link.group();
  }
}
