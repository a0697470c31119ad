package clientportal.access.records;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.events.Actor;
import clientportal.access.ids.LogoType;
import clientportal.access.ids.LogoVersion;
import clientportal.access.ids.SignInWay;
import clientportal.access.ids.SiteSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SiteTest {
  private final TestFirm firm = new TestFirm();
  private final Site bare = Site.first(firm.firm);
  private final Logo logo =
      new Logo(new LogoVersion(firm.ids.next()), LogoType.JPEG, 819_200, "https://api.test");
  private final LogoUpload upload =
      new LogoUpload(logo, "a".repeat(64), Actor.PORTAL, TestFirm.NOW, Optional.empty());

  private static void isKept(Site site) {
    assertThat(Site.fromItem(site.toItem())).isEqualTo(site);
  }

  @Test
  void aSite_isReadAsItWasWritten() {
    isKept(bare);
    isKept(bare.with(SiteSettings.initial("Another")));
    isKept(
        bare.with(
            new SiteSettings(
                "Meyer",
                Optional.of("Welcome.\nGood to see you."),
                Optional.of("https://meyer.test"),
                Optional.of("#0b5fff"),
                List.of(SignInWay.PASSKEY, SignInWay.CODE))));
    isKept(bare.with(SiteLogo.NONE.with(upload)));
    isKept(bare.with(SiteLogo.NONE.with(upload).show(upload, 640, 160).with(upload)));
    isKept(bare.with(SiteLogo.NONE.show(upload, 640, 160).takeAway()));
    for (LogoFault fault : LogoFault.values()) {
      isKept(bare.with(SiteLogo.NONE.with(upload.reject(fault))));
    }
  }

  @Test
  void whatIsTakenAway_isKeptUntilItsBytesAreDeleted() {
    SiteLogo removed = SiteLogo.NONE.show(upload, 640, 160).with(upload).takeAway();

    assertThat(removed.current()).isEmpty();
    assertThat(removed.upload()).isEmpty();
    assertThat(removed.removed()).containsExactly(logo.version());
    assertThat(removed.forget(removed.removed())).isEqualTo(SiteLogo.NONE);
  }

  @Test
  void theAddressOfALogo_isThatOfTheCall_orOfItsDeclaration() {
    Site site = bare.with(SiteLogo.NONE.show(upload, 640, 160));
    String path = "/v1/sites/meyer/logo/" + logo.version();

    assertThat(site.logoUrl()).contains("https://api.test" + path);
    assertThat(site.logoUrl("http://127.0.0.1:8080")).contains("http://127.0.0.1:8080" + path);
    assertThat(bare.logoUrl()).isEmpty();
  }
}
