package clientportal.local.cognito;

import static clientportal.local.cognito.CognitoPool.PASSWORD;
import static clientportal.local.cognito.CognitoPool.POOL;
import static clientportal.local.cognito.CognitoPool.attribute;
import static clientportal.local.cognito.CognitoPool.creation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedUserStateException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** The administrator's requests, answers and errors, as AWS documents them. */
class CognitoAdminIT {
  private CognitoPool pool;

  @BeforeEach
  void start() throws IOException {
    pool = CognitoPool.start();
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Test
  void adminCreateUser_withoutPassword_isConfirmed_andItsUsernameIsItsSub() {
    UserType user = pool.client.adminCreateUser(creation("Ada@Example.com").build()).user();

    assertThat(UUID.fromString(user.username()).version()).isEqualTo(4);
    assertThat(user.userStatus()).isEqualTo(UserStatusType.CONFIRMED);
    assertThat(user.enabled()).isTrue();
    assertThat(user.userCreateDate()).isEqualTo(pool.clock.instant());
    assertThat(user.userLastModifiedDate()).isEqualTo(pool.clock.instant());
    assertThat(user.attributes())
        .containsExactlyInAnyOrder(
            attribute("sub", user.username()),
            attribute("email", "Ada@Example.com"),
            attribute("email_verified", "true"));
    assertThat(pool.mails).isEmpty();
  }

  @Test
  void adminCreateUser_withTemporaryPassword_mustChangeIt_andIsMailedUnlessSuppressed() {
    UserType created =
        pool.client
            .adminCreateUser(
                creation("a@example.com")
                    .messageAction((String) null)
                    .temporaryPassword("Temp-Passw0rd")
                    .build())
            .user();
    pool.client.adminCreateUser(
        creation("b@example.com").temporaryPassword("Temp-Passw0rd").build());

    assertThat(created.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
    assertThat(pool.mails).containsExactly(new CognitoPool.Mail("a@example.com", "Temp-Passw0rd"));
  }

  @Test
  void adminCreateUser_wherePasswordlessSignInIsOff_getsAGeneratedPassword() throws IOException {
    try (CognitoPool withoutCodes =
        CognitoPool.start(CognitoPool.allowing(Set.of("ALLOW_USER_AUTH"), Set.of("PASSWORD")))) {
      UserType user =
          withoutCodes
              .client
              .adminCreateUser(creation("a@example.com").messageAction((String) null).build())
              .user();
      assertThat(user.userStatus()).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
      String generated = withoutCodes.mails.getFirst().code();
      assertThat(withoutCodes.withPassword("a@example.com", generated).challengeNameAsString())
          .isEqualTo("NEW_PASSWORD_REQUIRED");
    }
  }

  @Test
  void adminCreateUser_resend_givesANewTemporaryPassword_onlyWhileItMustBeChanged() {
    pool.client.adminCreateUser(
        creation("a@example.com").temporaryPassword("Temp-Passw0rd").build());
    pool.client.adminCreateUser(
        r -> r.userPoolId(POOL).username("a@example.com").messageAction("RESEND"));
    assertThat(pool.mails).hasSize(1);
    assertThat(pool.mails.getFirst().code()).isNotEqualTo("Temp-Passw0rd");

    pool.create("b@example.com");
    assertThatThrownBy(() ->
            pool.client.adminCreateUser(
                r -> r.userPoolId(POOL).username("b@example.com").messageAction("RESEND")))
        .isInstanceOf(UnsupportedUserStateException.class);
    assertThatThrownBy(() ->
            pool.client.adminCreateUser(
                r -> r.userPoolId(POOL).username("c@example.com").messageAction("RESEND")))
        .isInstanceOf(UserNotFoundException.class);
  }

  @Test
  void adminCreateUser_ofAnAddressThatHasOne_withoutRegardToCase() {
    pool.create("ada@example.com");
    assertThatThrownBy(() -> pool.create("ADA@example.COM"))
        .isInstanceOf(UsernameExistsException.class)
        .hasMessageContaining("User account already exists");
  }

  @Test
  void adminCreateUser_faults() {
    assertThatThrownBy(() -> pool.create("no-address"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Username should be an email.");
    assertThatThrownBy(() -> pool.create("a b@example.com"))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() ->
            pool.client.adminCreateUser(
                creation("a@example.com").userAttributes(attribute("email", "nobody")).build()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Invalid email address format.");
    assertThatThrownBy(() ->
            pool.client.adminCreateUser(
                creation("a@example.com").userAttributes(attribute("custom:x", "1")).build()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("custom:x");
    assertThatThrownBy(() -> pool.client.adminCreateUser(r -> r.username("a@example.com")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("'userPoolId'");
    assertThatThrownBy(() -> pool.client.adminCreateUser(r -> r.userPoolId(POOL)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("'username'");
    assertThatThrownBy(
            () -> pool.client.adminCreateUser(creation("a@example.com").userPoolId("eu_x").build()))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("User pool eu_x does not exist.");
    assertThatThrownBy(() ->
            pool.client.adminCreateUser(
                creation("a@example.com").temporaryPassword("short").build()))
        .isInstanceOf(InvalidPasswordException.class);
    assertThat(pool.client.listUsers(r -> r.userPoolId(POOL)).users()).isEmpty();
  }

  @Test
  void adminGetUser_bySubAndByAddress() {
    String sub = pool.create("ada@example.com");
    AdminGetUserResponse user =
        pool.client.adminGetUser(r -> r.userPoolId(POOL).username("Ada@example.com"));
    assertThat(user.username()).isEqualTo(sub);
    assertThat(user.userAttributes()).contains(attribute("email", "ada@example.com"));
    assertThat(user.userStatus()).isEqualTo(UserStatusType.CONFIRMED);
    assertThat(pool.client.adminGetUser(r -> r.userPoolId(POOL).username(sub)).userAttributes())
        .isEqualTo(user.userAttributes());
  }

  @Test
  void unknownUser_isNotFound_byEveryOperation() {
    String who = "nobody@example.com";
    assertUnknown(() -> pool.client.adminGetUser(r -> r.userPoolId(POOL).username(who)));
    assertUnknown(() ->
        pool.client.adminSetUserPassword(
            r -> r.userPoolId(POOL).username(who).password(PASSWORD).permanent(true)));
    assertUnknown(() -> pool.client.adminDeleteUser(r -> r.userPoolId(POOL).username(who)));
    assertUnknown(() -> pool.client.adminDisableUser(r -> r.userPoolId(POOL).username(who)));
    assertUnknown(() -> pool.client.adminEnableUser(r -> r.userPoolId(POOL).username(who)));
    assertUnknown(() -> pool.client.adminUserGlobalSignOut(r -> r.userPoolId(POOL).username(who)));
    assertUnknown(() ->
        pool.client.adminUpdateUserAttributes(r ->
            r.userPoolId(POOL).username(who).userAttributes(attribute("email", "x@example.com"))));
  }

  private static void assertUnknown(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(UserNotFoundException.class)
        .hasMessageContaining("User does not exist.");
  }

  @Test
  void adminSetUserPassword_permanent_confirms_temporary_mustBeChanged() {
    String sub = pool.create("ada@example.com");
    pool.client.adminSetUserPassword(
        r -> r.userPoolId(POOL).username(sub).password("Temp-Passw0rd"));
    assertThat(status(sub)).isEqualTo(UserStatusType.FORCE_CHANGE_PASSWORD);
    pool.client.adminSetUserPassword(
        r -> r.userPoolId(POOL).username(sub).password(PASSWORD).permanent(true));
    assertThat(status(sub)).isEqualTo(UserStatusType.CONFIRMED);
  }

  private UserStatusType status(String sub) {
    return pool.client.adminGetUser(r -> r.userPoolId(POOL).username(sub)).userStatus();
  }

  @Test
  void adminSetUserPassword_thatThePolicyRefuses_changesNothing() {
    String sub = pool.createWithPassword("ada@example.com");
    assertRefused(sub, "Sh0rt-x", "Password not long enough");
    assertRefused(sub, "lower-case-0nly", "Password must have uppercase characters");
    assertRefused(sub, "UPPER-CASE-0NLY", "Password must have lowercase characters");
    assertRefused(sub, "No-Digit-At-All", "Password must have numeric characters");
    assertRefused(sub, "NoSymbol000", "Password must have symbol characters");
    assertThatThrownBy(() -> set(sub, " Leading-Blank-0"))
        .isInstanceOf(InvalidParameterException.class);
    assertThat(pool.withPassword("ada@example.com", PASSWORD).authenticationResult()).isNotNull();
  }

  private void assertRefused(String sub, String password, String reason) {
    assertThatThrownBy(() -> set(sub, password))
        .isInstanceOf(InvalidPasswordException.class)
        .hasMessageContaining("Password did not conform with policy: " + reason);
  }

  private void set(String sub, String password) {
    pool.client.adminSetUserPassword(
        r -> r.userPoolId(POOL).username(sub).password(password).permanent(true));
  }

  @Test
  void adminUpdateUserAttributes_changesTheAddressToSignInWith() {
    String sub = pool.create("ada@example.com");
    pool.create("taken@example.com");
    pool.client.adminUpdateUserAttributes(
        r -> r.userPoolId(POOL).username(sub).userAttributes(attribute("email", "l@example.com")));
    AdminGetUserResponse user =
        pool.client.adminGetUser(r -> r.userPoolId(POOL).username("l@example.com"));
    assertThat(user.username()).isEqualTo(sub);
    assertThat(user.userAttributes()).contains(attribute("email_verified", "false"));
    assertUnknown(
        () -> pool.client.adminGetUser(r -> r.userPoolId(POOL).username("ada@example.com")));

    assertUpdateRefused(sub, attribute("email", "TAKEN@example.com"), AliasExistsException.class);
    assertUpdateRefused(sub, attribute("email", "no-address"), InvalidParameterException.class);
    assertUpdateRefused(sub, attribute("sub", "other"), InvalidParameterException.class);
    assertUpdateRefused(sub, attribute("email_verified", "yes"), InvalidParameterException.class);
    assertThat(pool.client.adminGetUser(r -> r.userPoolId(POOL).username(sub)).userAttributes())
        .isEqualTo(user.userAttributes());
  }

  private void assertUpdateRefused(
      String sub, AttributeType attribute, Class<? extends Throwable> type) {
    assertThatThrownBy(() ->
            pool.client.adminUpdateUserAttributes(
                r -> r.userPoolId(POOL).username(sub).userAttributes(attribute)))
        .isInstanceOf(type);
  }

  @Test
  void adminDeleteUser_leavesNothing_andTheAddressIsFree() {
    String sub = pool.create("ada@example.com");
    pool.client.adminDeleteUser(r -> r.userPoolId(POOL).username("ada@example.com"));
    assertUnknown(() -> pool.client.adminGetUser(r -> r.userPoolId(POOL).username(sub)));
    assertThat(pool.create("ada@example.com")).isNotEqualTo(sub);
  }

  @Test
  void adminDisableUser_thenEnable() {
    String sub = pool.create("ada@example.com");
    pool.client.adminDisableUser(r -> r.userPoolId(POOL).username(sub));
    assertThat(pool.client.adminGetUser(r -> r.userPoolId(POOL).username(sub)).enabled()).isFalse();
    pool.client.adminEnableUser(r -> r.userPoolId(POOL).username(sub));
    assertThat(pool.client.adminGetUser(r -> r.userPoolId(POOL).username(sub)).enabled()).isTrue();
  }

  @Test
  void listUsers_filtersByOneAttribute() {
    String ada = pool.create("ada@example.com");
    String bob = pool.create("bob@example.com");
    assertThat(found("sub = \"" + ada + "\"")).containsExactly(ada);
    assertThat(found("email = \"bob@example.com\"")).containsExactly(bob);
    assertThat(found("email=\"BOB@example.com\"")).containsExactly(bob);
    assertThat(found("email ^= \"ad\"")).containsExactly(ada);
    assertThat(found("cognito:user_status = \"CONFIRMED\"")).containsExactly(ada, bob);
    assertThat(found("email = \"nobody@example.com\"")).isEmpty();
    assertThatThrownBy(() -> found("email: bob")).isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> found("custom:x = \"1\""))
        .isInstanceOf(InvalidParameterException.class);
  }

  private List<String> found(String filter) {
    return pool.client.listUsers(r -> r.userPoolId(POOL).filter(filter)).users().stream()
        .map(UserType::username)
        .toList();
  }

  @Test
  void listUsers_inPages() {
    String a = pool.create("a@example.com");
    String b = pool.create("b@example.com");
    String c = pool.create("c@example.com");
    ListUsersResponse first = pool.client.listUsers(r -> r.userPoolId(POOL).limit(2));
    assertThat(first.users()).extracting(UserType::username).containsExactly(a, b);
    ListUsersResponse second =
        pool.client.listUsers(
            r -> r.userPoolId(POOL).limit(2).paginationToken(first.paginationToken()));
    assertThat(second.users()).extracting(UserType::username).containsExactly(c);
    assertThat(second.paginationToken()).isNull();
    assertThatThrownBy(() -> pool.client.listUsers(r -> r.userPoolId(POOL).limit(61)))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> pool.client.listUsers(r -> r.userPoolId(POOL).paginationToken("x")))
        .isInstanceOf(InvalidParameterException.class);
  }
}
