package clientportal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.ids.LogoType;
import clientportal.access.ids.LogoVersion;
import clientportal.access.ids.PersonId;
import clientportal.access.ids.SignInWay;
import clientportal.access.ids.SiteSettings;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Logo;
import clientportal.access.records.Site;
import clientportal.access.records.SiteLogo;
import clientportal.notifications.mail.Letterhead;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Write;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MailSiteTest {
  private static final LogoVersion VERSION = new LogoVersion("01kjmb2c4d6e8f0g2h4j6k8m0n");

  private final Scene scene = new Scene();

  @Test
  void aMail_showsTheNameOfTheSettings_andTheLogoWhereItWasDeclared() {
    SiteSettings settings =
        new SiteSettings(
            "Meyer Tax", Optional.empty(), Optional.empty(), Optional.empty(), SignInWay.ALL);
    Logo logo = new Logo(VERSION, LogoType.PNG, 900, "https://api.test", 1000, 250);
    Site site =
        Site.first(scene.firm.firm)
            .with(settings)
            .with(new SiteLogo(Optional.of(logo), Optional.empty(), List.of()));
    scene.write(Write.put(site.toItem()));

    MailSite mailed = MailSite.of(scene.firm.firm, "meyer", scene.table);

    assertThat(mailed.slug()).isEqualTo("meyer");
    assertThat(mailed.letterhead())
        .isEqualTo(
            new Letterhead(
                "Meyer Tax",
                new Letterhead.Logo("https://api.test/v1/sites/meyer/logo/" + VERSION, 220, 55)));
    assertThat(mailed.sender().firm()).contains(scene.firm.id);
  }

  @Test
  void aPerson_isMailedBySiteWhereTheyRegistered_orTheFirst() {
    PersonId person = TestFirm.person();
    assertThat(MailSite.of(scene.firm.firm, person, scene.table).slug()).isEqualTo("meyer");

    scene.write(
        Write.put(
            Fields.of()
                .with("site", Scene.SECOND)
                .at(TableKeys.personSite(person, scene.firm.id))));

    MailSite mailed = MailSite.of(scene.firm.firm, person, scene.table);
    assertThat(mailed.slug()).isEqualTo(Scene.SECOND);
    assertThat(mailed.letterhead()).isEqualTo(Letterhead.of("Meyer Payroll"));
  }
}
