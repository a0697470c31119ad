package clientportal.local.http;

import clientportal.local.LocalStack;
import clientportal.local.fixture.Fixture;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** The tokens of somebody who signed in with a password. */
record Tokens(String access, String id) {
  static Tokens of(String email) {
    LocalStack stack = Fixture.stack();
    Map<String, String> at = stack.describe();
    String pool = String.valueOf(at.get("userPoolId"));
    try (CognitoIdentityProviderClient cognito =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(URI.create(String.valueOf(at.get("cognito"))))
            .region(Region.of(String.valueOf(at.get("region"))))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      cognito.adminCreateUser(
          user -> user.userPoolId(pool).username(email).messageAction("SUPPRESS"));
      cognito.adminSetUserPassword(
          user -> user.userPoolId(pool).username(email).password("Passw0rd!").permanent(true));
      AuthenticationResultType result =
          cognito
              .initiateAuth(auth ->
                  auth.clientId(String.valueOf(at.get("userPoolClientId")))
                      .authFlow(AuthFlowType.USER_AUTH)
                      .authParameters(
                          Map.of(
                              "USERNAME", email,
                              "PREFERRED_CHALLENGE", "PASSWORD",
                              "PASSWORD", "Passw0rd!")))
              .authenticationResult();
      return new Tokens(result.accessToken(), result.idToken());
    }
  }
}
