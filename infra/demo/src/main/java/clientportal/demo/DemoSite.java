package clientportal.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sets up the firm's site: how its pages look, and its logo. */
record DemoSite(Session administrator, String firm) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(25);

  void setUp() throws InterruptedException {
    String site = firm + "/sites/" + Cast.SLUG;
    administrator.put(
        site + "/settings",
        Map.of(
            "displayName",
            Cast.FIRM,
            "welcome",
            """
            Welcome aboard.
            Here you send us receipts and find everything that we have prepared for you.\
            """,
            "privacyUrl",
            "https://www.harbour-street.test/privacy",
            "accentColor",
            LogoPicture.COLOR,
            "signIn",
            List.of("password", "code", "passkey")));
    SampleFile logo = SampleFile.logo();
    Answer declared = administrator.post(site + "/logo", logo.content());
    administrator.upload(declared.json().path("upload"), logo.bytes());
    awaitLogo(declared.require("version"));
  }

  private void awaitLogo(String version) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isShown(administrator.get(firm + "/portal-setup"), version)) {
      if (System.nanoTime() > end) {
        throw new DemoFault("the logo is not shown after " + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(PAUSE);
    }
  }

  private static boolean isShown(Answer setup, String version) {
    return setup.json().at("/items/0/logo/current/version").asText().equals(version);
  }
}
