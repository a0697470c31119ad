package clientportal.accounts;

import static clientportal.driver.Portal.json;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.AuthenticatorApp;
import clientportal.driver.Office;
import clientportal.driver.Person;
import clientportal.driver.Portal;
import clientportal.driver.Visitor;
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

  @Test
  void whoHasProvenNoMailbox_hasNothingToEnd_andNoRecoveryCodes() {
    String email = Portal.email("nora");
    leaveBehind(email);
    Person nora = Portal.signIn(email);
    try (CognitoIdentityProviderClient cognito = cognito()) {
      cognito.adminSetUserPassword(user ->
          user.userPoolId(userPool()).username(email).password(Visitor.PASSWORD).permanent(true));
    }
    Person withApp = AuthenticatorApp.add(nora, Visitor.PASSWORD).signIn();

    withApp.delete("/v1/me/sessions").isProblem(404, "not-found");
    withApp.call("PUT", "/v1/me/recovery-codes").send().isProblem(404, "not-found");
  }

  private static CognitoIdentityProviderClient cognito() {
    return CognitoIdentityProviderClient.builder()
        .endpointOverride(URI.create(Portal.stack().cognito().toString()))
        .region(Region.of(Portal.stack().application().place().region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static String userPool() {
    return String.valueOf(Portal.stack().describe().get("userPoolId"));
  }

  private static String leaveBehind(String email) {
    try (CognitoIdentityProviderClient cognito = cognito()) {
      return cognito
          .adminCreateUser(user ->
              user.userPoolId(userPool())
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
