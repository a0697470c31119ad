package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.BusyException;
import clientportal.platform.table.ConflictException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserMfaPreferenceRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserMfaPreferenceResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserPasswordResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminUserGlobalSignOutRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminUserGlobalSignOutResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteWebAuthnCredentialRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteWebAuthnCredentialResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListWebAuthnCredentialsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListWebAuthnCredentialsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.WebAuthnCredentialDescription;

/** Every error that AWS's model names for the calls that are made, and its answer. */
final class CognitoIdentitiesTest {
  private static final PersonId PERSON = new PersonId("8d5c9c5e-6d1f-4c0e-9a53-0e3f3f1a4b11");

  private enum Answer {
    PASSWORD_TOO_WEAK,
    /** 503, try again. */
    BUSY,
    /** The use case is run again. */
    CONFLICT,
    /** 500: a fault of ours. */
    FAULT,
    /** Not an error of the call. */
    NONE
  }

  private static final Map<String, Answer> COMMON =
      Map.of(
          "InternalErrorException", Answer.BUSY,
          "TooManyRequestsException", Answer.BUSY,
          "InvalidParameterException", Answer.FAULT,
          "NotAuthorizedException", Answer.FAULT,
          "OperationNotEnabledException", Answer.FAULT,
          "ResourceNotFoundException", Answer.FAULT,
          "UserNotFoundException", Answer.FAULT);

  @Test
  void create_answersEachError() {
    isAnswered(
        "adminCreateUser",
        AdminCreateUserRequest.class,
        with(
            Map.of(
                "CodeDeliveryFailureException", Answer.FAULT,
                "InvalidLambdaResponseException", Answer.FAULT,
                "InvalidPasswordException", Answer.FAULT,
                "InvalidSmsRoleAccessPolicyException", Answer.FAULT,
                "InvalidSmsRoleTrustRelationshipException", Answer.FAULT,
                "PreconditionNotMetException", Answer.FAULT,
                "UnexpectedLambdaException", Answer.FAULT,
                "UnsupportedUserStateException", Answer.FAULT,
                "UserLambdaValidationException", Answer.FAULT,
                "UsernameExistsException", Answer.NONE)),
        CognitoIdentitiesTest::create);
  }

  @Test
  void theSignInThatExists_answersEachError() {
    isAnswered(
        "adminGetUser",
        AdminGetUserRequest.class,
        with(Map.of("UserNotFoundException", Answer.CONFLICT)),
        CognitoIdentitiesTest::create);
  }

  @Test
  void setPassword_answersEachError() {
    isAnswered(
        "adminSetUserPassword",
        AdminSetUserPasswordRequest.class,
        with(
            Map.of(
                "InvalidParameterException", Answer.PASSWORD_TOO_WEAK,
                "InvalidPasswordException", Answer.PASSWORD_TOO_WEAK,
                "PasswordHistoryPolicyViolationException", Answer.PASSWORD_TOO_WEAK)),
        identities -> identities.setPassword(PERSON, "Correct-horse-9"));
  }

  @Test
  void endSessions_answersEachError() {
    isAnswered(
        "adminUserGlobalSignOut",
        AdminUserGlobalSignOutRequest.class,
        COMMON,
        identities -> identities.endSessions(PERSON));
  }

  @Test
  void renew_isABusyPoolOrAFaultOfOurs_atEachCallOfItsOwn() {
    Map<String, Class<?>> operations =
        Map.of(
            "adminInitiateAuth", AdminInitiateAuthRequest.class,
            "listWebAuthnCredentials", ListWebAuthnCredentialsRequest.class,
            "deleteWebAuthnCredential", DeleteWebAuthnCredentialRequest.class);
    operations.forEach((operation, request) -> {
      Map<String, Answer> answers = new LinkedHashMap<>();
      for (Class<?> type : errors(operation, request)) {
        answers.put(type.getSimpleName(), COMMON.getOrDefault(type.getSimpleName(), Answer.FAULT));
      }
      isAnswered(
          operation, request, answers, identities -> identities.renew(PERSON, "Correct-horse-9"));
    });
  }

  @Test
  void startOver_isABusyPoolOrAFaultOfOurs_whereTheAppIsTurnedOff() {
    Class<?> request = AdminSetUserMfaPreferenceRequest.class;
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (Class<?> type : errors("adminSetUserMFAPreference", request)) {
      answers.put(type.getSimpleName(), COMMON.getOrDefault(type.getSimpleName(), Answer.FAULT));
    }
    isAnswered(
        "adminSetUserMFAPreference",
        request,
        answers,
        identities -> identities.startOver(PERSON, "Correct-horse-9"));
  }

  private static void create(Identities identities) {
    assertThat(identities.create(new EmailAddress("carla@example.com"))).isEqualTo(PERSON);
  }

  private static Map<String, Answer> with(Map<String, Answer> own) {
    Map<String, Answer> all = new LinkedHashMap<>(COMMON);
    all.putAll(own);
    return all;
  }

  private static void isAnswered(
      String operation, Class<?> request, Map<String, Answer> answers, Consumer<Identities> call) {
    for (Class<? extends CognitoIdentityProviderException> type : errors(operation, request)) {
      String name = type.getSimpleName();
      assertThat(answers).as(operation).containsKey(name);
      int status = name.equals("InternalErrorException") ? 500 : 400;
      assertThat(answer(operation, error(type, status), call))
          .as(operation + " " + name)
          .isEqualTo(answers.get(name));
    }
    assertThat(errors(operation, request)).hasSize(answers.size());
    assertThat(answer(operation, SdkClientException.create("no connection"), call))
        .isEqualTo(Answer.BUSY);
    assertThat(answer(operation, error(CognitoIdentityProviderException.class, 503), call))
        .isEqualTo(Answer.BUSY);
  }

  /** The errors of an operation, as the SDK declares them from AWS's model. */
  private static List<Class<? extends CognitoIdentityProviderException>> errors(
      String operation, Class<?> request) {
    try {
      return Arrays.stream(
              CognitoIdentityProviderClient.class.getMethod(operation, request).getExceptionTypes())
          .filter(type -> type != CognitoIdentityProviderException.class)
          .filter(CognitoIdentityProviderException.class::isAssignableFrom)
          .<Class<? extends CognitoIdentityProviderException>>map(
              type -> type.asSubclass(CognitoIdentityProviderException.class))
          .toList();
    } catch (NoSuchMethodException unknown) {
      throw new AssertionError(unknown);
    }
  }

  private static RuntimeException error(
      Class<? extends CognitoIdentityProviderException> type, int status) {
    try {
      AwsServiceException.Builder builder =
          (AwsServiceException.Builder) type.getMethod("builder").invoke(null);
      return builder
          .statusCode(status)
          .awsErrorDetails(AwsErrorDetails.builder().errorCode(type.getSimpleName()).build())
          .build();
    } catch (ReflectiveOperationException unknown) {
      throw new LinkageError(unknown.getMessage(), unknown);
    }
  }

  private static Answer answer(
      String operation, RuntimeException failure, Consumer<Identities> call) {
    Throwable thrown =
        catchThrowable(() ->
            call.accept(new CognitoIdentities(new Failing(operation, failure), "pool", "client")));
    return switch (thrown) {
      case null -> Answer.NONE;
      case ProblemException problem when problem.type().slug().equals("password-too-weak") ->
          Answer.PASSWORD_TOO_WEAK;
      case BusyException _ -> Answer.BUSY;
      case ConflictException _ -> Answer.CONFLICT;
      default -> {
        assertThat(thrown).isSameAs(failure);
        yield Answer.FAULT;
      }
    };
  }

  /** A user pool in which one operation fails, and in which the user exists. */
  private record Failing(String operation, RuntimeException failure)
      implements CognitoIdentityProviderClient {

    private void call(String name) {
      if (name.equals(operation)) {
        throw failure;
      }
    }

    @Override
    public AdminCreateUserResponse adminCreateUser(AdminCreateUserRequest request) {
      call("adminCreateUser");
      throw UsernameExistsException.builder().message("exists").build();
    }

    @Override
    public AdminGetUserResponse adminGetUser(AdminGetUserRequest request) {
      call("adminGetUser");
      return AdminGetUserResponse.builder()
          .userAttributes(AttributeType.builder().name("sub").value(PERSON.value()).build())
          .build();
    }

    @Override
    public AdminSetUserPasswordResponse adminSetUserPassword(AdminSetUserPasswordRequest request) {
      call("adminSetUserPassword");
      return AdminSetUserPasswordResponse.builder().build();
    }

    @Override
    public AdminUserGlobalSignOutResponse adminUserGlobalSignOut(
        AdminUserGlobalSignOutRequest request) {
      call("adminUserGlobalSignOut");
      return AdminUserGlobalSignOutResponse.builder().build();
    }

    @Override
    public AdminInitiateAuthResponse adminInitiateAuth(AdminInitiateAuthRequest request) {
      call("adminInitiateAuth");
      return AdminInitiateAuthResponse.builder()
          .authenticationResult(tokens -> tokens.accessToken("token"))
          .build();
    }

    @Override
    public AdminSetUserMfaPreferenceResponse adminSetUserMFAPreference(
        AdminSetUserMfaPreferenceRequest request) {
      call("adminSetUserMFAPreference");
      throw new AssertionError("the call before was to fail");
    }

    @Override
    public ListWebAuthnCredentialsResponse listWebAuthnCredentials(
        ListWebAuthnCredentialsRequest request) {
      call("listWebAuthnCredentials");
      return ListWebAuthnCredentialsResponse.builder()
          .credentials(WebAuthnCredentialDescription.builder().credentialId("passkey").build())
          .build();
    }

    @Override
    public DeleteWebAuthnCredentialResponse deleteWebAuthnCredential(
        DeleteWebAuthnCredentialRequest request) {
      call("deleteWebAuthnCredential");
      throw new AssertionError("there is one passkey for ever");
    }

    @Override
    public String serviceName() {
      return "cognito-idp";
    }

    @Override
    public void close() {}
  }
}
