package clientportal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.local.template.Application;
import clientportal.local.template.ApplicationReader;
import clientportal.local.template.Place;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** After a restore or a move one deployment with two parameters has everything use the table. */
class RestoredTableIT {
  private static final String STREAM = "arn:aws:dynamodb:eu-central-1:0:table/restored/stream/now";

  @Test
  void aRestoredTable_takesThePlaceOfTheStacksOwn_everywhere() {
    Application application =
        ApplicationReader.read(
            Path.of("../../template.yaml"),
            Map.of(
                "PortalUrl", "http://localhost:3000",
                "PortalOrigin", "http://localhost:3000",
                "StaffUrl", "http://localhost:3001",
                "StaffOrigin", "http://localhost:3001",
                "MailFrom", "no-reply@portal.test",
                "RestoredTable", "restored",
                "RestoredTableStreamArn", STREAM),
            Place.LOCAL);

    assertThat(application.outputs()).containsEntry("TableName", "restored");
    assertThat(application.functions())
        .hasSizeGreaterThan(30)
        .allSatisfy(function ->
            assertThat(function.environment().getOrDefault("TABLE_NAME", "restored"))
                .isEqualTo("restored"))
        .flatMap(function -> function.role().orElseThrow())
        .filteredOn(permission -> permission.action().startsWith("dynamodb:"))
        .isNotEmpty()
        .allSatisfy(permission -> assertThat(permission.resource()).contains("table/restored"));
    assertThat(application.functions())
        .flatMap(Application.Function::sources)
        .filteredOn(Application.StreamSource.class::isInstance)
        .extracting(source -> ((Application.StreamSource) source).streamArn())
        .containsExactly(STREAM);
  }
}
