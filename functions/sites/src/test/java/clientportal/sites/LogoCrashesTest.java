package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.EventData.LogoChanged;
import clientportal.platform.CallSchedule;
import clientportal.uploads.ObjectKey;
import clientportal.uploads.Pictures;
import clientportal.uploads.StoredFiles;
import org.junit.jupiter.api.Test;

/**
 * What settles or removes a logo ends before or after any of its calls to AWS, and is called again:
 * then everything is as if it had not ended.
 */
final class LogoCrashesTest {
  private static final byte[] PNG = Pictures.png(10, 10);

  private static void confirm(TestSites sites, CallSchedule crashes, String key) {
    ConfirmLogo crashing =
        sites.confirm(
            crashes.around(sites.firm.table), crashes.around(StoredFiles.class, sites.files));
    crashes.run(() -> crashing.handle(TestSites.created(key)));
  }

  @Test
  void confirmLogo() {
    int points =
        CallSchedule.everywhere(crashes -> {
          TestSites sites = new TestSites();
          String key = sites.declare("image/png", PNG);
          sites.put(key, PNG);
          confirm(sites, crashes, key);

          sites.confirm(key);

          assertThat(sites.logo(key).status()).isEqualTo(200);
          assertThat(sites.site().has("logoUrl")).isTrue();
          assertThat(sites.events()).singleElement().isInstanceOf(LogoChanged.class);
        });

    // Two reads, the bytes, one transaction.
    assertThat(points).isEqualTo(8);
  }

  @Test
  void confirmLogo_thatRejects() {
    int points =
        CallSchedule.everywhere(crashes -> {
          TestSites sites = new TestSites();
          byte[] wide = Pictures.png(1001, 10);
          String key = sites.declare("image/png", wide);
          sites.put(key, wide);
          confirm(sites, crashes, key);

          sites.confirm(key);

          assertThat(sites.logo(key).status()).isEqualTo(404);
          assertThat(sites.files.firstBytes(new ObjectKey(key), 1)).isEmpty();
          assertThat(sites.logo().toString()).contains("too-wide");
          assertThat(sites.events()).isEmpty();
        });

    // And the deletion of the bytes.
    assertThat(points).isEqualTo(10);
  }

  @Test
  void removeLogo() {
    int points =
        CallSchedule.everywhere(crashes -> {
          TestSites sites = new TestSites();
          String key = sites.declare("image/png", PNG);
          sites.put(key, PNG);
          sites.confirm(key);
          crashes.run(() ->
              sites.remove(
                  sites.administrator,
                  crashes.around(sites.firm.table),
                  crashes.around(StoredFiles.class, sites.files)));

          assertThat(sites.remove(sites.administrator, sites.firm.table, sites.files).status())
              .isEqualTo(204);

          assertThat(sites.site().has("logoUrl")).isFalse();
          assertThat(sites.logo(key).status()).isEqualTo(404);
          assertThat(sites.files.firstBytes(new ObjectKey(key), 1)).isEmpty();
          assertThat(sites.events()).hasSize(2);
        });

    // A read and a transaction, the deletion of the bytes, a read and a transaction.
    assertThat(points).isEqualTo(10);
  }
}
