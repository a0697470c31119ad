package clientportal.rules;

import static clientportal.rules.Planted.APPLICATION;
import static clientportal.rules.Planted.finds;
import static clientportal.rules.Planted.holds;
import static clientportal.rules.Planted.planted;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.gateway.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The promises of the design for functions, events, state, identity and API: the application keeps
 * each rule, and each rule finds a fault planted in the application.
 */
class PromisesTest {
  private static final String ROOT = "template.yaml";
  private static final String DATA = "infra/data.yaml";
  private static final String IDENTITY = "infra/identity.yaml";
  private static final String PAGES = "infra/pages.yaml";
  private static final String MESSAGING = "infra/messaging.yaml";
  private static final String FIRMS = "functions/firms/template.yaml";
  private static final String DOCUMENTS = "functions/documents/template.yaml";
  private static final String NOTIFICATIONS = "functions/notifications/template.yaml";

  @Test
  void functions_runOnJava25AndArm() {
    Rule rule = RuntimeRules::eachRunsOnJava25AndArm;
    holds(rule);
    assertThat(rule.violations(planted(FIRMS, "java25", "java21")))
        .hasSizeGreaterThanOrEqualTo(5)
        .allMatch(fault -> fault.endsWith("does not run on Java 25"));
    assertThat(rule.violations(planted(FIRMS, "[arm64]", "[x86_64]")))
        .hasSizeGreaterThanOrEqualTo(5)
        .allMatch(fault -> fault.endsWith("does not run on arm64"));
  }

  @Test
  void functions_thatPeopleWaitFor_endBeforeTheApiGivesUp() {
    Rule rule = RuntimeRules::waitsAreShort;
    holds(rule);
    assertThat(rule.violations(planted(FIRMS, "Timeout: 10", "Timeout: 30")))
        .contains("GetFirmFunction: may run longer than the API waits");
  }

  @Test
  void functions_thatAreCalledEveryWeek_haveSnapStart_andOnlyThese() {
    Rule rule = RuntimeRules::snapStartIsWhereCallsAreFrequent;
    String snapStart = "      SnapStart: { ApplyOn: PublishedVersions }\n";
    holds(rule);
    finds(
        rule, FIRMS, snapStart, "", "GetFirmFunction: has no SnapStart, and is called every week");
    finds(
        rule,
        DOCUMENTS,
        "      Handler: clientportal.documents.CancelUploadHandler\n",
        "      Handler: clientportal.documents.CancelUploadHandler\n" + snapStart,
        "CancelUploadFunction: has SnapStart, and fails if it is not called for 14 days");
    finds(
        rule,
        DOCUMENTS,
        "Handler: clientportal.documents.ConfirmUploadHandler\n",
        "Handler: x\n" + snapStart,
        "ConfirmUploadFunction: has SnapStart, and fails if it is not called for 14 days");
    assertThat(
            rule.violations(
                planted(FIRMS, "  Function:\n", "  Function:\n" + snapStart.substring(2))))
        .contains("CreateFirmFunction: has SnapStart, and fails if it is not called for 14 days");
    assertThat(RuntimeRules.frequentCallsAreOfRoutes(APPLICATION)).isEmpty();
    assertThat(
            RuntimeRules.frequentCallsAreOfRoutes(
                APPLICATION.stream().filter(each -> !each.path().equals(FIRMS)).toList()))
        .containsExactly(
            "GetFirm has no route", "ListDocumentTypes has no route", "ListStaff has no route");
  }

  @Test
  void functions_areStartedOnlyByTheApiAndByEvents() {
    Rule rule = RuntimeRules::onlyApiAndEventsStartThem;
    holds(rule);
    String handler = "Handler: clientportal.firms.GetFirmHandler";
    finds(
        rule,
        FIRMS,
        handler,
        handler + "\n      FunctionUrlConfig: { AuthType: NONE }",
        "has a URL");
    finds(
        rule,
        FIRMS,
        "dynamodb:BatchGetItem",
        "lambda:InvokeFunction",
        "a function may call another");
    finds(rule, FIRMS, "AWS::Logs::LogGroup", "AWS::Lambda::Permission", "allows others");
  }

  @Test
  void messages_areEncrypted() {
    Rule rule = EventRules::messagesAreEncrypted;
    holds(rule);
    finds(
        rule,
        DOCUMENTS,
        "SqsManagedSseEnabled: true",
        "SqsManagedSseEnabled: false",
        "does not encrypt its messages");
    finds(rule, MESSAGING, "KmsMasterKeyId: alias/aws/sns", "TopicName: x", "does not encrypt");
  }

  @Test
  void queues_acceptOnlyTheirSource() {
    Rule rule = EventRules::queuesAcceptOnlyTheirSource;
    holds(rule);
    finds(rule, DOCUMENTS, "Condition: { ArnEquals:", "Tags: { ArnEquals:", "accepts messages");
    finds(
        rule,
        NOTIFICATIONS,
        "Principal: { Service: sns.amazonaws.com }",
        "Principal: '*'",
        "accepts messages");
    String allowed = "Principal: { Service: sns.amazonaws.com }\n            Action: sqs:";
    finds(
        rule,
        NOTIFICATIONS,
        allowed + "SendMessage",
        allowed + "ReceiveMessage",
        "accepts messages");
  }

  @Test
  void queues_haveOneReaderEach() {
    Rule rule = EventRules::eachQueueHasOneReader;
    holds(rule);
    finds(
        rule,
        NOTIFICATIONS,
        "Queue: !GetAtt Verifications.Arn",
        "Queue: !GetAtt Invitations.Arn",
        "Invitations: has 2 readers",
        "Verifications: has 0 readers");
  }

  @Test
  void subscriptions_receiveOnlyEventsOfTheirConsumer() {
    Rule rule = EventRules::subscriptionsAreFiltered;
    holds(rule);
    finds(rule, NOTIFICATIONS, "FilterPolicy: {", "Tags: {", "receives every event");
    finds(rule, NOTIFICATIONS, "RawMessageDelivery: true", "RawMessageDelivery: false", "wraps");
  }

  @Test
  void streams_areReadForNewEvents_byFew() {
    Rule rule = EventRules::streamsAreReadForNewEvents;
    holds(rule);
    finds(rule, NOTIFICATIONS, "\"INSERT\"", "\"MODIFY\"", "reads more");
    finds(rule, NOTIFICATIONS, "FilterCriteria:", "Tags:", "reads more");
    finds(rule, NOTIFICATIONS, "MaximumRecordAgeInSeconds: 21600", "Enabled: true", "retries");
    assertThat(EventRules.streamsHaveFewReaders(APPLICATION)).isEmpty();
    Template relay = planted(NOTIFICATIONS, "Description", "Comment");
    assertThat(EventRules.streamsHaveFewReaders(List.of(relay, relay, relay)))
        .containsExactly("the stream has 3 readers");
  }

  @Test
  void table_isAsDesigned() {
    Rule rule = StateRules::tablesAreAsDesigned;
    holds(rule);
    finds(rule, DATA, "PAY_PER_REQUEST", "PROVISIONED", "is provisioned");
    finds(rule, DATA, "GlobalSecondaryIndexes:", "LocalSecondaryIndexes:", "local index", "other");
    finds(rule, DATA, "IndexName: Due", "IndexName: Later", "other indexes");
    finds(rule, DATA, "NEW_IMAGE", "KEYS_ONLY", "does not stream");
    finds(rule, DATA, "expiresAtEpoch, Enabled: true", "expiresAtEpoch", "keeps expired items");
    finds(rule, DATA, "BillingMode:", "TableName: portal\n      BillingMode:", "a name of its own");
  }

  @Test
  void bucket_isAsDesigned() {
    Rule rule = StateRules::bucketsAreAsDesigned;
    holds(rule);
    finds(rule, DATA, "SSEAlgorithm: AES256", "SSEAlgorithm: none", "does not encrypt");
    finds(rule, DATA, "Status: Enabled }", "Status: Suspended }", "has no versioning");
    finds(rule, DATA, "BucketOwnerEnforced", "ObjectWriter", "uses access control lists");
    finds(rule, DATA, "EventBridgeEnabled: true", "EventBridgeEnabled: false", "reports no");
    finds(rule, DATA, "AbortIncompleteMultipartUpload:", "Transitions:", "abandoned uploads");
    finds(rule, DATA, "OwnershipControls:", "BucketName: b\n      OwnershipControls:", "a name of");
    finds(
        rule,
        DATA,
        "OwnershipControls:",
        "AccessControl: PublicRead\n      OwnershipControls:",
        "uses access control lists");
  }

  @Test
  void bucket_refusesOldTls_replacedObjects_andWhatIsNoDocument() {
    Rule rule = StateRules::bucketsRefuse;
    holds(rule);
    finds(rule, DATA, "s3:TlsVersion", "aws:Other", "accepts old TLS");
    finds(rule, DATA, "s3:if-none-match", "s3:if-match", "lets objects be replaced");
    finds(rule, DATA, "Action: [s3:PutObject, s3:GetObject]", "Action: s3:GetObject", "keeps more");
  }

  @Test
  void bucket_isOpenOnlyToTheTwoUis() {
    Rule rule = StateRules::browsersMayOnlyUseSignedUrls;
    holds(rule);
    finds(rule, DATA, "[!Ref PortalOrigin, !If", "['*', !If", "allows other origins");
    finds(rule, DATA, "!Ref AWS::NoValue", "!Ref Other", "allows other origins");
    finds(
        rule,
        DATA,
        "!If [UisShareAnOrigin, !Ref AWS::NoValue, !Ref StaffOrigin]",
        "!Ref StaffOrigin",
        "allows other origins");
    finds(rule, DATA, "[PUT, GET]", "[PUT, GET, DELETE]", "allows more or less");
    finds(rule, DATA, "if-none-match, ", "", "allows other headers");
    finds(rule, DATA, "CorsConfiguration:", "Tags:", "allows no browser");
  }

  @Test
  void pages_areReachedThroughTheirSitesAlone() {
    Rule rule = PagesRules::onlySitesReadTheFiles;
    holds(rule);
    finds(rule, PAGES, "Service: cloudfront.amazonaws.com", "AWS: '*'", "lets others reach");
    finds(rule, PAGES, "distribution/${StaffSite}", "distribution/*", "lets others reach");
    finds(rule, PAGES, "Action: s3:GetObject", "Action: 's3:*'", "lets others reach");
    finds(rule, PAGES, "SigningBehavior: always", "SigningBehavior: never", "does not sign");
  }

  @Test
  void pages_tellBrowsersWhatTheyMayDo() {
    Rule rule = PagesRules::sitesAreSafe;
    holds(rule);
    finds(rule, PAGES, "redirect-to-https", "allow-all", "answers without TLS");
    finds(rule, PAGES, "[GET, HEAD]", "[GET, HEAD, OPTIONS]", "takes more than GET");
    finds(rule, PAGES, "TLSv1.2_2021", "TLSv1", "accepts old TLS");
    finds(rule, PAGES, "OriginAccessControlId:", "OriginPath:", "reads files unsigned");
    finds(
        rule,
        PAGES,
        "script-src 'self'",
        "script-src 'unsafe-inline'",
        "inline scripts",
        "inline scripts");
    finds(rule, PAGES, "frame-ancestors 'none'", "frame-ancestors *", "frames", "frames");
    finds(
        rule,
        PAGES,
        "AccessControlMaxAgeSec: 63072000",
        "AccessControlMaxAgeSec: 1",
        "insist",
        "insist");
    finds(
        rule,
        PAGES,
        "ContentTypeOptions:",
        "XSSProtection:",
        "lets types be guessed",
        "lets types be guessed");
    finds(
        rule,
        PAGES,
        "ReferrerPolicy: no-referrer",
        "ReferrerPolicy: origin",
        "tells other",
        "tells other");
    finds(
        rule,
        PAGES,
        "DefaultCacheBehavior:",
        "CacheBehaviors: [{}]\n        DefaultCacheBehavior:",
        "paths");
  }

  @Test
  void state_isInOneTableOneBucketAndOnePool() {
    assertThat(StateRules.thereIsOneTableAndOneBucket(APPLICATION)).isEmpty();
    List<Template> twice =
        Stream.concat(APPLICATION.stream(), Stream.of(planted(DATA, "Description", "Comment")))
            .toList();
    assertThat(StateRules.thereIsOneTableAndOneBucket(twice))
        .containsExactly("2 × AWS::DynamoDB::Table", "2 × AWS::S3::Bucket");
  }

  @Test
  void userPool_isAsDesigned() {
    Rule rule = IdentityRules::poolsAreAsDesigned;
    holds(rule);
    finds(
        rule,
        IDENTITY,
        "AllowAdminCreateUserOnly: true",
        "AllowAdminCreateUserOnly: false",
        "lets people sign up");
    finds(rule, IDENTITY, "ESSENTIALS", "LITE", "has another tier");
    finds(rule, IDENTITY, "admin_only", "verified_email", "reset a password without our routes");
    finds(rule, IDENTITY, "[PASSWORD, EMAIL_OTP, WEB_AUTHN]", "[PASSWORD]", "other ways");
    finds(rule, IDENTITY, "MfaConfiguration: OPTIONAL", "MfaConfiguration: 'OFF'", "second factor");
    finds(rule, IDENTITY, "[SOFTWARE_TOKEN_MFA]", "[EMAIL_OTP]", "second factor");
    finds(rule, IDENTITY, "MinimumLength: 12", "MinimumLength: 8", "another rule");
    finds(rule, IDENTITY, "RequireSymbols: false", "RequireSymbols: true", "another rule");
    finds(rule, IDENTITY, "DEVELOPER", "COGNITO_DEFAULT", "through SES");
    finds(rule, IDENTITY, "CaseSensitive: false", "CaseSensitive: true", "one address for two");
  }

  @Test
  void signInCodes_areMailedLikeAllElse() {
    Rule rule = IdentityRules::codesAreMailedLikeAllElse;
    holds(rule);
    finds(rule, IDENTITY, ".card { padding", ".card { margin", "another style");
    finds(rule, IDENTITY, "{####}", "{code}", "does not take");
    finds(rule, IDENTITY, "${SignInPages}", "the portal", "where to enter them");
    finds(rule, IDENTITY, "<div lang=\"de\"", "<div", "one language");
  }

  @Test
  void signIns_areLimited() {
    Rule rule = IdentityRules::signInsAreLimited;
    holds(rule);
    String fault = "mails codes and takes passwords without limit";
    finds(rule, IDENTITY, "AWS::WAFv2::WebACLAssociation", "AWS::WAFv2::IPSet", fault);
    finds(rule, IDENTITY, "Action: { Block: {} }", "Action: { Count: {} }", fault);
    finds(rule, IDENTITY, "AggregateKeyType: IP", "AggregateKeyType: CONSTANT", fault);
    finds(rule, IDENTITY, "Limit: !Ref SignInLimit", "Limit: 2000000000", fault);
    finds(rule, IDENTITY, "SearchString: InitiateAuth", "SearchString: SignUp", fault);
    finds(rule, IDENTITY, "ResourceArn: !GetAtt UserPool.Arn", "ResourceArn: x", fault);
  }

  @Test
  void userPoolClient_isAsDesigned() {
    Rule rule = IdentityRules::clientsAreAsDesigned;
    holds(rule);
    finds(rule, IDENTITY, "GenerateSecret: false", "GenerateSecret: true", "has a secret");
    finds(rule, IDENTITY, "Feature: ENABLED", "Feature: DISABLED", "goes on unnoticed");
    finds(rule, IDENTITY, "EnableTokenRevocation: true", "ClientName: x", "does not revoke");
    finds(
        rule,
        IDENTITY,
        "PreventUserExistenceErrors: ENABLED",
        "PreventUserExistenceErrors: LEGACY",
        "reveals who");
    finds(rule, IDENTITY, "ALLOW_USER_AUTH", "ALLOW_USER_PASSWORD_AUTH", "allows other flows");
    finds(rule, IDENTITY, "RefreshToken: hours", "RefreshToken: days", "or for longer");
    finds(rule, IDENTITY, "ReadAttributes: [email, locale]", "ReadAttributes: [locale]", "address");
    finds(rule, IDENTITY, "WriteAttributes: [locale]", "WriteAttributes: [email]", "the email");
    finds(rule, IDENTITY, "WriteAttributes: [locale]", "CallbackURLs: []", "the email");
  }

  @Test
  void userPool_hasNoOtherWayIn() {
    Rule rule = IdentityRules::poolsHaveNoOtherWayIn;
    holds(rule);
    finds(
        rule,
        IDENTITY,
        "AWS::Cognito::UserPoolClient",
        "AWS::Cognito::UserPoolDomain",
        "is another way in");
  }

  @Test
  void api_isThrottled_andItsLogContainsNoTokens() {
    holds(FrontRules::apisFailOnWarnings);
    finds(
        FrontRules::apisFailOnWarnings,
        ROOT,
        "FailOnWarnings: true",
        "FailOnWarnings: false",
        "ignores import");
    Rule rule = FrontRules::stagesAreThrottledAndLogNoSecrets;
    holds(rule);
    finds(rule, ROOT, "ThrottlingRateLimit:", "Comment:", "is not throttled");
    finds(rule, ROOT, "staffClientId:", "client:", "does not say how staff must sign in");
    finds(rule, ROOT, "secondFactor:", "second:", "does not say how staff must sign in");
    finds(rule, ROOT, "DestinationArn: !GetAtt ApiLogs.Arn", "DestinationArn: x", "has no log");
    finds(rule, ROOT, "$context.routeKey", "$context.path", "logs path");
    finds(
        rule,
        ROOT,
        "$context.authorizer.claims.sub",
        "$context.authorizer.claims.email",
        "logs authorizer.claims.email");
  }

  @Test
  void publicRoutes_leaveRoomForTheOthers() throws IOException {
    Contract contract = Contract.read(Path.of("..", "openapi.yaml"));
    Rule rule = root -> FrontRules.publicRoutesAreThrottled(root, contract);
    holds(rule);
    String reset = "        POST /v1/password-resets: {";
    finds(
        rule,
        ROOT,
        reset,
        "        POST /v1/firms: {",
        "lets a flood of POST /v1/password-resets stop the others",
        "has settings of POST /v1/firms, which needs none");
    finds(
        rule,
        ROOT,
        reset + " ThrottlingBurstLimit: 40, ThrottlingRateLimit: 20 }",
        reset + " ThrottlingBurstLimit: 40, ThrottlingRateLimit: 26 }",
        "lets a flood of POST /v1/password-resets stop the others");
    finds(
        rule,
        ROOT,
        reset + " ThrottlingBurstLimit: 40, ",
        reset + " ",
        "lets a flood of POST /v1/password-resets stop the others");
  }

  @Test
  void consumers_leaveRoomForRequests() {
    Rule rule = DeliveryRules::eachConsumerLeavesRoom;
    holds(rule);
    finds(
        rule,
        DOCUMENTS,
        "            ScalingConfig: { MaximumConcurrency: 10 }\n",
        "",
        "ConfirmUploadFunction: may use up the account's concurrency in a burst");
    finds(
        rule,
        NOTIFICATIONS,
        "MaximumConcurrency: 2 }",
        "MaximumConcurrency: 200 }",
        "RelayLostEventsFunction: may use up the account's concurrency in a burst");
    finds(
        rule,
        NOTIFICATIONS,
        "            BisectBatchOnFunctionError: true\n",
        "            BisectBatchOnFunctionError: true\n            ParallelizationFactor: 10\n",
        "RelayEventsFunction: may use up the account's concurrency in a burst");
  }

  @Test
  void mail_isEncryptedAndReported() {
    Rule rule = FrontRules::mailIsEncryptedAndReported;
    holds(rule);
    finds(rule, MESSAGING, "TlsPolicy: REQUIRE", "TlsPolicy: OPTIONAL", "sends without TLS");
    finds(rule, MESSAGING, "bounce, ", "", "does not report");
    finds(rule, MESSAGING, "EventBridgeDestination:", "SnsDestination:", "does not report");
  }
}
