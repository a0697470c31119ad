package clientportal.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints how to sign in as each person of the demo. */
final class SignIns {
  private static final String LINE = "  %-38s  %-14s  %s%n";

  private final LocalPortal portal;
  private final PrintStream print;

  SignIns(LocalPortal portal, PrintStream print) {
    this.portal = portal;
    this.print = print;
  }

  /** Reports the people for whom the demo's password is no longer valid, since an earlier start. */
  void check() throws InterruptedException {
    List<String> others = new ArrayList<>();
    for (Visitor person : Cast.signedUp()) {
      if (!Session.opensWithPassword(portal, person)) {
        others.add(person.email());
      }
    }
    if (!others.isEmpty()) {
      print.println(
          "Its password does not open the portal to "
              + String.join(", ", others)
              + ": it was changed, or filling in was interrupted.");
    }
  }

  void print() {
    print.println();
    print.println("Open " + portal.staff() + " and sign in as " + Cast.INGRID.email() + ".");
    print.println("Clients of the demo's firm, " + Cast.FIRM + ", sign in at");
    print.println(portal.site(Cast.SLUG) + ", best in a window of their own.");
    print.println();
    print.printf(LINE, "email", "password", "who");
    Cast.signedUp().forEach(person -> line(person, Cast.PASSWORD));
    line(Cast.MEERA, "(none yet)");
    line(Cast.OPERATOR, "(code only)");
    print.println();
    print.println("Codes and invitations are in the outbox: " + portal.outbox());
    print.println("With curl, for an access token to call " + portal.api() + "/v1/me with:");
    print.println();
    print.println(curl(Cast.JOSE));
    print.println();
  }

  private void line(Visitor person, String password) {
    print.printf(LINE, person.email(), password, person.name() + ", " + person.what());
  }

  /** To be pasted into a terminal: nothing in it needs escaping within quotes. */
  private String curl(Visitor person) {
    return """
      curl -s %s \\
        -H 'Content-Type: application/x-amz-json-1.1' \\
        -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' \\
        -d '{"AuthFlow":"USER_AUTH","ClientId":"%s","AuthParameters":{"USERNAME":"%s","PREFERRED_CHALLENGE":"PASSWORD","PASSWORD":"%s"}}'\
    """
        .formatted(portal.cognito(), portal.portalClientId(), person.email(), Cast.PASSWORD);
  }
}
