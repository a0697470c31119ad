package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.local.cognito.Totp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How people register, sign in and recover their access, on both sides. */
@InBrowsers
class AccountPagesIT {
  private static final String PASSWORD = "four tall ships at anchor";

  @Test
  void aPersonRegisters_andSignsInByPassword_byPasskey_andByANewPassword() {
    Office office = Office.open();
    String email = office.client("Rosa Lindqvist").email();
    String site = People.portal() + "/" + office.slug();
    Window window = Browsers.open("Rosa");
    window.addPasskeys();

    window.open(site);
    window.judge("portal-sign-in");
    window.link("Register");
    window.fill("Your name", "Rosa L.");
    window.fill("Email address", "rosa at example");
    window.button("Register");
    window.sees("Please enter an address such as ana@example.com.");
    assertThat(window.focus()).isEqualTo("Email address");
    window.judge("portal-register");
    window.fill("Email address", email);
    window.button("Register");
    window.seesHeading("Check your mail");
    window.judge("portal-registered");

    window.open(People.link(email));
    window.seesHeading("Confirm your address");
    assertThat(window.address()).isEqualTo(site + "/verify");
    window.tick("With a password");
    window.fill("New password", "short");
    window.button("Confirm");
    window.sees("This password is too short");
    window.judge("portal-verify");
    window.fill("New password", PASSWORD);
    window.button("Confirm");
    window.seesHeading("Your account is ready");
    assertThat(window.run("return JSON.stringify(history.state)")).isEqualTo("{}");
    window.judge("portal-verified");
    window.reload();
    window.seesHeading("This link is not complete");
    window.link("Sign in");
    signInWithPassword(window, email, PASSWORD);
    window.seesHeading("Documents");
    window.judge("portal-shared");
    assertThat(window.kept("sessionStorage")).isEqualTo("portal.session");
    assertThat(window.kept("localStorage")).isEmpty();

    window.button("Your account");
    window.link("Account and security");
    window.seesHeading("Account and security");
    window.button("Add a passkey");
    window.sees("The passkey is added.");
    window.judge("portal-account");
    signOut(window);
    window.fill("Email address", email);
    window.tick("Stay signed in on this device");
    window.button("Use a passkey");
    window.seesHeading("Account and security");
    assertThat(window.kept("localStorage")).isEqualTo("portal.session");
    assertThat(window.kept("sessionStorage")).isEmpty();

    window.newTab();
    window.open(site);
    window.seesHeading("Documents");
    signOut(window);
    window.tab(0);
    window.sees("You are signed out.");

    window.link("Forgot your password?");
    window.judge("portal-reset");
    window.fill("Email address", email);
    window.button("Send the link");
    window.seesHeading("Check your mail");
    window.open(People.link(email));
    window.seesHeading("Choose a new password");
    window.judge("portal-new-password");
    window.fill("New password", PASSWORD + " today");
    window.button("Set the password");
    window.seesHeading("Your password is set");
    window.link("Sign in");
    signInWithPassword(window, email, PASSWORD);
    window.sees("The address or the password is not right.");
    window.fill("Password", PASSWORD + " today");
    window.button("Sign in");
    window.seesHeading("Documents");
  }

  @Test
  void whoBelongsToSeveralFirms_choosesWhereToGo_inTheirLanguage() {
    Office first = Office.open("Harbour & Søn", true);
    Office.Client.SignedIn rosa = first.activeClient("Rosa Lindqvist");
    Office second = Office.open("Ruiz & Partners", true);
    String email = rosa.person().email();
    second.client("Lindqvist Shipping", email).invite();
    Portal.acceptInvitation(email);
    Window window = Browsers.open("Rosa", "de-DE");

    window.open(People.portal());
    window.seesHeading("Anmelden");
    window.fill("E-Mail-Adresse", email);
    window.button("Code per E-Mail senden");
    window.seesHeading("Sehen Sie in Ihre E-Mails");
    window.judge("portal-code-german");
    window.fill("Code aus der E-Mail", Portal.newestCode(email));
    window.button("Anmelden");
    window.seesHeading("Wohin möchten Sie?");
    window.judge("portal-picker");
    window.link("Lindqvist Shipping");
    window.seesHeading("Dokumente");
    window.sees("Ruiz & Partners");
    window.back();
    window.link("Rosa Lindqvist");
    window.sees("Harbour & Søn");
    window.choose("Sprache", "English");
    window.seesHeading("Documents");
  }

  @Test
  void staffWhoNeedASecondFactor_addOne_andComeBackWithARecoveryCode() {
    try (LocalStack strict =
        LocalStack.start(Portal.options().withParameter("SecondFactor", "required"))) {
      Portal.on(
          strict,
          () -> {
            operatorAddsAPasskey_andCreatesAFirm("ana@example.test");
            administratorAddsAnApp_andLosesIt("ana@example.test");
            return null;
          });
    }
  }

  private static void operatorAddsAPasskey_andCreatesAFirm(String administrator) {
    Window window = Browsers.open("The operator");
    window.addPasskeys();
    People.signIn(window, People.staff(), "operator@portal.test");
    createFirm(window, administrator);
    window.sees("This takes a second factor.");
    window.button("Cancel");
    window.button("Your account");
    window.link("Account and security");
    window.button("Add a passkey");
    window.sees("It counts as a second factor once you have signed in with it.");
    window.judge("staff-account");
    window.button("Sign in again");
    window.fill("Email address", "operator@portal.test");
    window.button("Use a passkey");
    window.seesHeading("Account and security");
    window.open(People.staff());
    createFirm(window, administrator);
    window.sees("Ruiz & Partners is created");
  }

  private static void createFirm(Window window, String administrator) {
    window.button("New firm");
    window.fill("Name of the firm", "Ruiz & Partners");
    window.fill("Address of the site", Portal.slug());
    window.fill("Name of the administrator", "Ana Ruiz");
    window.fill("Email address", administrator);
    window.button("Create and invite");
  }

  private static void administratorAddsAnApp_andLosesIt(String email) {
    Window window = Browsers.open("Ana");
    window.open(People.link(email));
    window.judge("staff-invitation");
    window.button("Accept the invitation");
    window.seesHeading("Check your mail");
    window.open(People.link(email));
    window.tick("With a password");
    window.fill("New password", PASSWORD);
    window.button("Confirm");
    window.link("Sign in");
    signInWithPassword(window, email, PASSWORD);
    window.seesHeading("This did not work");
    window.judge("staff-factor-required");
    window.link("Add a second factor");
    window.button("Add an authenticator app");
    window.fill("Password", "not " + PASSWORD);
    window.button("Next");
    window.sees("This is not your password");
    window.fill("Password", PASSWORD);
    window.button("Next");
    window.seesHeading("Add an authenticator app");
    window.sees("Enter this key in your app");
    String secret =
        window
            .run("return document.querySelector('.secret').innerText")
            .toString()
            .replace(" ", "");
    window.judge("staff-new-app");
    window.fill("Code from the authenticator app", Totp.code(secret, Totp.step(Portal.now())));
    window.button("Turn it on");
    window.sees("The authenticator app is added.");
    window.button("Sign in again");
    signInWithPassword(window, email, PASSWORD);
    window.seesHeading("One more step");
    window.judge("staff-app-code");
    Portal.advance(Duration.ofSeconds(30));
    window.fill("Code from the authenticator app", Totp.code(secret, Totp.step(Portal.now())));
    window.button("Sign in");
    window.button("Make recovery codes");
    window.seesHeading("Recovery codes");
    window.judge("staff-recovery-codes");
    String code = window.run("return document.querySelector('.codes code').innerText").toString();

    signOut(window);
    window.link("Forgot your password?");
    window.fill("Email address", email);
    window.button("Send the link");
    window.seesHeading("Check your mail");
    window.open(People.link(email));
    window.button("I have lost my authenticator app");
    window.fill("New password", PASSWORD + " today");
    window.fill("Recovery code", code);
    window.button("Set the password");
    window.seesHeading("Your password is set");
    window.link("Sign in");
    signInWithPassword(window, email, PASSWORD + " today");
    window.link("Add a second factor");
    window.seesHeading("Account and security");
  }

  private static void signInWithPassword(Window window, String email, String password) {
    window.button("Use a password");
    window.fill("Email address", email);
    window.fill("Password", password);
    window.button("Sign in");
  }

  private static void signOut(Window window) {
    window.button("Your account");
    window.button("Sign out");
    window.sees("You are signed out.");
  }
}
