package clientportal.accounts;

import clientportal.access.Access;
import clientportal.platform.Environment;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Wires the use cases of this module, each with only what it needs. */
final class AccountsModule {
  private final AwsClients aws = AwsClients.fromEnvironment();
  private final Clock clock = RuntimeContext.current().clock();
  private final Ids ids = new Ids(clock);
  private final Table table = aws.table();
  private final Access access = new Access(table, clock);

  private AccountsModule() {}

  static AccountsModule fromEnvironment() {
    return new AccountsModule();
  }

  GetMe getMe() {
    return new GetMe(table, clock);
  }

  CreateAccount createAccount() {
    return new CreateAccount(access, table, ids);
  }

  GetAccount getAccount() {
    return new GetAccount(access);
  }

  RevokeAccount revokeAccount() {
    return new RevokeAccount(access, table, ids);
  }

  ResendInvitation resendInvitation() {
    return new ResendInvitation(access, table, ids);
  }

  GetAccountInstructions getAccountInstructions() {
    return new GetAccountInstructions(access, Environment.current().require("PORTAL_URL"));
  }

  AcceptInvitation acceptInvitation() {
    return new AcceptInvitation(table, clock, ids);
  }

  VerifyAccount verifyAccount() {
    return new VerifyAccount(table, people(), clock, ids);
  }

  Register register() {
    return new Register(table, clock, ids);
  }

  ListRegistrations listRegistrations() {
    return new ListRegistrations(access, table);
  }

  ResolveRegistration resolveRegistration() {
    return new ResolveRegistration(access, table, ids);
  }

  RequestPasswordReset requestPasswordReset() {
    return new RequestPasswordReset(table, clock, ids);
  }

  ResetPassword resetPassword() {
    return new ResetPassword(table, identities(), clock, ids);
  }

  EndSessions endSessions() {
    return new EndSessions(table, identities(), clock);
  }

  ReplaceRecoveryCodes replaceRecoveryCodes() {
    return new ReplaceRecoveryCodes(table, clock, ids);
  }

  ResetSecondFactor resetSecondFactor() {
    return new ResetSecondFactor(access, table, identities(), clock, ids);
  }

  RevokeSessions revokeSessions() {
    return new RevokeSessions(table, identities(), clock, ids);
  }

  AppointOperator appointOperator() {
    return new AppointOperator(table, people(), clock);
  }

  private People people() {
    return new People(table, identities(), clock, ids);
  }

  private Identities identities() {
    CognitoIdentityProviderClient cognito =
        aws.configure(CognitoIdentityProviderClient.builder(), "COGNITO_IDENTITY_PROVIDER").build();
    Environment environment = Environment.current();
    return new CognitoIdentities(
        cognito, environment.require("USER_POOL_ID"), environment.require("USER_POOL_CLIENT_ID"));
  }
}
