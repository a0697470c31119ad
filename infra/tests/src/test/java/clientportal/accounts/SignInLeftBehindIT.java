package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Office;
import clientportal.driver.Portal;
import clientportal.local.functions.FunctionFailedException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** A function died after it had created the sign-in, before it wrote anything. */
final class SignInLeftBehindIT {
  @Test
  void aPersonWhoVerifiesAfterwards_getsThatSignIn() {
    Office.Client client = Office.open().client("Carla");
    String sub = leaveBehind(client.email());

    Office.Client.SignedIn carla = client.activate();

    assertThat(carla.person().get("/v1/me").text("personId")).isEqualTo(sub);
  }

  @Test
  void theOperatorWhoIsAppointedAfterwards_getsThatSignIn()
      throws FunctionFailedException, InterruptedException {
    String email = Portal.email("olga");
    String sub = leaveBehind(email);

    Portal.stack().invoke("AppointOperator", json().put("email", email).toString());

    assertThat(Portal.signIn(email).get("/v1/me").text("personId")).isEqualTo(sub);
  }

  private static String leaveBehind(String email) {
    try (CognitoIdentityProviderClient cognito =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(URI.create(Portal.stack().cognito().toString()))
            .region(Region.of(Portal.stack().application().place().region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      return cognito
          .adminCreateUser(user ->
              user.userPoolId(String.valueOf(Portal.stack().describe().get("userPoolId")))
                  .username(email)
                  .messageAction(MessageActionType.SUPPRESS)
                  .userAttributes(attribute("email", email), attribute("email_verified", "true")))
          .user()
          .attributes()
          .stream()
          .filter(attribute -> attribute.name().equals("sub"))
          .findFirst()
          .orElseThrow()
          .value();
    }
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }
}
