package clientportal.local.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import clientportal.local.fixture.Fixture;
import clientportal.local.functions.FunctionFailedException;
import clientportal.local.template.Application.Permission;
import org.junit.jupiter.api.Test;

final class RolesIT {
  private static final Permission READ =
      new Permission(
          "dynamodb:GetItem", "arn:aws:dynamodb:eu-central-1:000000000000:table/fixture-table");

  @Test
  void callsWithoutPermission_areRefused_asOnAws() throws Exception {
    assertThatExceptionOfType(FunctionFailedException.class)
        .isThrownBy(() -> Fixture.stack().invoke("Timid", "{\"rawQueryString\":\"read\"}"))
        .withMessageContaining("fixture-Timid's role does not grant " + READ);
    assertThat(Fixture.stack().invoke("Timid", "{}")).contains("201");
  }

  @Test
  void usedPermissions_areRecorded() throws Exception {
    Fixture.stack().invoke("Echo", "{\"rawQueryString\":\"read\"}");

    assertThat(Fixture.stack().roles().of("fixture-Echo").used()).containsExactly(READ);
  }
}
