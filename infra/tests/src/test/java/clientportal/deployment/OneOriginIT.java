package clientportal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.template.Application;
import clientportal.local.template.ApplicationReader;
import clientportal.local.template.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both UIs may be at one origin, under different paths. */
class OneOriginIT {
  private static Application application(String staffOrigin) {
    return ApplicationReader.read(
        Templates.ROOT,
        Map.of(
            "PortalUrl", "https://portal.test/clients",
            "PortalOrigin", "https://portal.test",
            "StaffUrl", staffOrigin + "/staff",
            "StaffOrigin", staffOrigin,
            "MailFrom", "no-reply@portal.test"),
        Place.LOCAL);
  }

  @Test
  void bucketAndApi_nameEachOriginOnce() {
    assertOrigins(application("https://portal.test"), "https://portal.test");
    assertOrigins(application("https://staff.test"), "https://portal.test", "https://staff.test");
  }

  private static void assertOrigins(Application application, String... origins) {
    assertThat(application.buckets())
        .flatMap(Application.Bucket::cors)
        .singleElement()
        .satisfies(rule -> assertThat(rule.origins()).containsExactly(origins));
    assertThat(application.api().orElseThrow().cors().orElseThrow().origins())
        .containsExactly(origins);
  }
}
