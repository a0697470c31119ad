package clientportal.rules;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The application keeps each rule, and each rule finds the faults planted in a template. */
class TemplateRulesTest {
  private static final List<Template> APPLICATION = Template.application();

  private static final String RIGHT =
      """
      Globals:
        Function:
          AutoPublishAlias: live
          AutoPublishAliasAllProperties: true
          Timeout: 30
          LoggingConfig: { LogFormat: Text, LogGroup: !Ref Logs }
      Resources:
        Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 7 } }
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 180
            MessageRetentionPeriod: 1209600
            RedrivePolicy: { deadLetterTargetArn: !GetAtt JobsDeadLetters.Arn, maxReceiveCount: 5 }
        JobsDeadLetters: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1209600 } }
        DoThingFunction:
          Type: AWS::Serverless::Function
          Properties:
            FunctionName: !Sub ${Application}-DoThing
            CodeUri: target/things.zip
            Handler: clientportal.things.DoThingHandler
            Role: !GetAtt DoThingRole.Arn
            EventInvokeConfig: { DestinationConfig: { OnFailure: { Destination: !GetAtt JobsDeadLetters.Arn } } }
            Events:
              Jobs:
                Type: SQS
                Properties: { Queue: !GetAtt Jobs.Arn, FunctionResponseTypes: [ReportBatchItemFailures] }
              Stream:
                Type: DynamoDB
                Properties:
                  FunctionResponseTypes: [ReportBatchItemFailures]
                  BisectBatchOnFunctionError: true
                  MaximumRetryAttempts: 3
                  DestinationConfig: { OnFailure: { Type: SQS, Destination: !GetAtt JobsDeadLetters.Arn } }
              Minute:
                Type: ScheduleV2
                Properties: { Name: !Sub '${Application}-Minute', RoleArn: !GetAtt DoThingRole.Arn, DeadLetterConfig: { Arn: !GetAtt JobsDeadLetters.Arn } }
        DoThingRole:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole, Condition: { StringEquals: { aws:SourceAccount: !Ref AWS::AccountId } } }] }
            ManagedPolicyArns: [!Ref Runs]
            Policies:
              - PolicyName: DoThing
                PolicyDocument:
                  Statement:
                    - { Effect: Allow, Action: dynamodb:BatchGetItem, Resource: !Ref TableArn }
                    - { Effect: Allow, Action: sns:Publish, NotResource: !Sub 'arn:${AWS::Partition}:sns:*:*:*' }
                    - { Effect: Allow, Action: [s3:PutObject], Resource: !Sub '${BucketArn}/firms/*' }
        Runs:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Statement:
                - { Effect: Allow, Action: [logs:CreateLogStream, logs:PutLogEvents], Resource: !GetAtt Logs.Arn }
                - { Effect: Allow, Action: [xray:PutTraceSegments, xray:PutTelemetryRecords], Resource: '*' }
        Table:
          Type: AWS::DynamoDB::Table
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties: { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }
        Bucket:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties:
            BucketEncryption: { ServerSideEncryptionConfiguration: [] }
            PublicAccessBlockConfiguration:
              { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }
        BucketPolicy:
          Type: AWS::S3::BucketPolicy
          Properties:
            Bucket: !Ref Bucket
            PolicyDocument:
              Statement:
                - { Effect: Deny, Principal: '*', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }
        Pool:
          Type: AWS::Cognito::UserPool
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties: { DeletionProtection: ACTIVE }
      """;

  @Test
  void theRulesSeeTheWholeApplication() {
    assertThat(APPLICATION).hasSizeGreaterThanOrEqualTo(11);
    assertThat(FunctionRules.functions(APPLICATION)).hasSizeGreaterThanOrEqualTo(32);
    assertThat(APPLICATION.stream().flatMap(template -> template.resources("AWS::SQS::Queue")))
        .hasSizeGreaterThan(8);
  }

  @Test
  void names_ofFunctionHandlerAndZip_followTheOperation() {
    Rule rule = FunctionRules::namesFollowTheOperation;
    holds(rule);
    planted(
        rule,
        "!Sub ${Application}-DoThing",
        "DoThing",
        "FunctionName is not",
        "is not named",
        "Handler is not");
    planted(rule, "DoThingFunction:", "Thing:", "is not named after its operation");
    planted(rule, "things.DoThingHandler", "others.DoThingHandler", "Handler is not");
    planted(rule, "target/things.zip", "target/others.zip", "CodeUri is not");
  }

  @Test
  void functions_haveAliasAndLogGroup() {
    Rule rule = FunctionRules::eachHasAliasAndLog;
    holds(rule);
    planted(rule, "AutoPublishAlias: live", "MemorySize: 1024", "has no alias");
    planted(
        rule,
        "AutoPublishAliasAllProperties: true",
        "MemorySize: 1024",
        "lacks AutoPublishAliasAllProperties");
    planted(rule, "LogGroup: !Ref Logs", "LogGroup: !Ref Others", "does not log to");
    planted(rule, "LogFormat: Text", "LogFormat: JSON", "wraps its log lines");
  }

  @Test
  void functions_haveARoleOfTheirOwn() {
    Rule rule = PolicyRules::eachFunctionHasItsRole;
    holds(rule);
    planted(rule, "!GetAtt DoThingRole.Arn", "!GetAtt DoOtherRole.Arn", "has no role of its own");
    planted(rule, "Role: !GetAtt DoThingRole.Arn", "Tags: {}", "has no role of its own");
    planted(
        rule,
        "CodeUri:",
        "Policies: [AWSLambdaExecute]\n      CodeUri:",
        "has policies besides its role");
    planted(rule, "Service: lambda.amazonaws.com", "AWS: '*'", "that others may assume");
    planted(
        rule,
        "[!Ref Runs]",
        "[arn:aws:iam::aws:policy/X]",
        "has a role with other managed policies");
  }

  @Test
  void roles_areAssumedForThisAccountAlone() {
    Rule rule = PolicyRules::trustNamesTheAccount;
    holds(rule);
    planted(rule, "aws:SourceAccount", "aws:SourceArn", "is assumed for other accounts");
    planted(rule, "!Ref AWS::AccountId", "'*'", "is assumed for other accounts");
    planted(
        PolicyRules::schedulesHaveARole,
        "RoleArn: !GetAtt DoThingRole.Arn, ",
        "",
        "is started by a role of SAM's");
    holds(PolicyRules::schedulesHaveARole);
  }

  @Test
  void allFunctions_mayOnlyLogAndTrace() {
    Rule rule = PolicyRules::functionsMayOnlyLogAndTrace;
    holds(rule);
    planted(rule, "logs:PutLogEvents]", "logs:GetLogEvents]", "grants more or less");
    planted(rule, "xray:PutTelemetryRecords]", "s3:GetObject]", "grants more or less");
  }

  @Test
  void policies_allowExactActions() {
    Rule rule = PolicyRules::actionsAreExact;
    holds(rule);
    planted(rule, "dynamodb:BatchGetItem", "dynamodb:*", "allows dynamodb:*");
    planted(rule, "dynamodb:BatchGetItem", "dynamodb:Scan", "allows dynamodb:Scan");
    planted(
        rule,
        "Action: [s3:PutObject]",
        "NotAction: [s3:DeleteObject]",
        "allows all actions except some");
  }

  @Test
  void policies_allowOnExactResources() {
    Rule rule = PolicyRules::resourcesAreExact;
    holds(rule);
    planted(rule, "Resource: !Ref TableArn", "Resource: '*'", "allows on *");
    planted(rule, "${BucketArn}/firms/*", "${BucketArn}/*", "allows on ${BucketArn}/*");
    planted(
        rule, "[xray:PutTraceSegments,", "[xray:PutTraceSegments, s3:GetObject,", "allows on *");
    planted(
        rule,
        "Resource: !Ref TableArn",
        "NotResource: !Ref TableArn",
        "allows all resources except some");
    planted(
        rule,
        "Action: sns:Publish, NotResource",
        "Action: [sns:Publish, sns:Subscribe], NotResource",
        "allows all resources except some");
  }

  @Test
  void queues_haveDeadLetters() {
    Rule rule = DeliveryRules::eachQueueHasDeadLetters;
    holds(rule);
    planted(
        rule,
        "deadLetterTargetArn: !GetAtt JobsDeadLetters.Arn",
        "deadLetterTargetArn: !GetAtt Jobs.Arn",
        "has no dead");
    planted(
        rule, "maxReceiveCount: 5", "maxReceiveCount: 1", "has no dead-letter queue after 5 tries");
    planted(
        rule,
        "VisibilityTimeout: 180\n      MessageRetentionPeriod: 1209600",
        "VisibilityTimeout: 180",
        "does not keep");
  }

  @Test
  void asynchronousFunctions_haveDeadLetters() {
    Rule rule = DeliveryRules::eachAsynchronousFunctionHasDeadLetters;
    holds(rule);
    planted(rule, "RedrivePolicy:", "Tags:", "reads a queue without a dead-letter queue");
    planted(
        rule,
        "VisibilityTimeout: 180",
        "VisibilityTimeout: 179",
        "may process a message that is visible again");
    planted(
        rule,
        "Arn, FunctionResponseTypes: [ReportBatchItemFailures]",
        "Arn",
        "fails whole batches");
    planted(rule, "OnFailure: { Type: SQS,", "OnSuccess: { Type: SQS,", "loses records that fail");
    planted(rule, "BisectBatchOnFunctionError: true", "BatchSize: 1", "does not split");
    planted(rule, "MaximumRetryAttempts: 3", "MaximumRetryAttempts: -1", "may block its shard");
    planted(rule, "DeadLetterConfig:", "Input:", "has a schedule without a dead-letter queue");
    planted(rule, "EventInvokeConfig:", "Tags:", "is invoked asynchronously");
    planted(rule, "Name: !Sub '${Application}-Minute',", "", "another stage");
    planted(rule, "Type: ScheduleV2", "Type: HttpApi", "without a rule: HttpApi");
  }

  @Test
  void state_isProtected() {
    Rule rule = StackRules::stateIsProtected;
    holds(rule);
    planted(
        rule,
        "DeletionProtectionEnabled: true",
        "BillingMode: PAY_PER_REQUEST",
        "Table: can be deleted");
    planted(
        rule,
        "PointInTimeRecoveryEnabled: true",
        "PointInTimeRecoveryEnabled: false",
        "cannot be restored");
    planted(rule, "BlockPublicAcls: true", "BlockPublicAcls: false", "can be made public");
    planted(rule, "BucketEncryption:", "Tags:", "has no encryption");
    planted(rule, "Bucket: !Ref Bucket", "Bucket: !Ref Other", "accepts requests without TLS");
    planted(
        rule,
        "Bucket:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain",
        "Bucket:\n    Type: AWS::S3::Bucket",
        "is deleted with");
    planted(
        rule, "DeletionProtection: ACTIVE", "DeletionProtection: INACTIVE", "Pool: can be deleted");
    planted(rule, "RetentionInDays: 7", "Tags: []", "keeps its log for ever");
  }

  @Test
  void templates_useOnlyIntrinsicsThatTheLocalStackSupports() {
    holds(StackRules::intrinsicsAreSupported);
    planted(
        StackRules::intrinsicsAreSupported,
        "!GetAtt Jobs.Arn",
        "!ImportValue Jobs",
        "Fn::ImportValue");
  }

  /** The numbers of resources are those of SAM's translator, which was run once to compare. */
  @Test
  void templates_staySmall() {
    holds(StackRules::resourcesStayBelowTheLimit);
    String functions =
        IntStream.range(0, 113)
            .mapToObj(i -> "  F" + i + ": { Type: 'AWS::Serverless::Function' }\n")
            .reduce("", String::concat);
    assertThat(StackRules.resourcesStayBelowTheLimit(Template.of("t", "Resources:\n" + functions)))
        .containsExactly("t becomes 452 resources");
    // Three for the function, one for its failures, one each for queue and stream, two for the
    // schedule; and nine other resources.
    String rest = functions.lines().limit(109).map(line -> line + "\n").reduce("", String::concat);
    assertThat(StackRules.resourcesStayBelowTheLimit(Template.of("t", RIGHT + rest)))
        .containsExactly("t becomes 453 resources");
  }

  @Test
  void operations_haveTheirFunctions_andFunctionsTheirOperations() {
    Set<String> operations =
        Template.read("infra/openapi.yaml").at("paths").fields().values().stream()
            .flatMap(path -> path.fields().values().stream())
            .map(operation -> operation.at("operationId").text())
            .filter(id -> !id.isEmpty())
            .collect(toSet());
    assertThat(operations).hasSizeGreaterThanOrEqualTo(25);
    assertThat(FunctionRules.functionsEqualOperations(operations, APPLICATION)).isEmpty();
    assertThat(FunctionRules.functionsEqualOperations(Set.of("doOther"), List.of(things(RIGHT))))
        .containsExactly("DoOther has no function", "DoThing has no operation");
  }

  @Test
  void nestedStacks_getTheirParameters_andHaveTheOutputsThatAreRead() {
    assertThat(StackRules.nestedStacksFit(APPLICATION)).isEmpty();
    Template root =
        Template.of(
            "template.yaml",
            """
            Resources:
              Data: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: data.yaml, Parameters: { Lost: 1 } } }
            Outputs: { Name: { Value: !GetAtt Data.Outputs.Name } }
            """);
    assertThat(
            StackRules.nestedStacksFit(
                List.of(root, Template.of("data.yaml", "Parameters: { Origin: {} }"))))
        .containsExactly(
            "Data: takes [Origin], but gets [Lost]", "Data: has no output Data.Outputs.Name");
  }

  private static Template things(String yaml) {
    return Template.of("functions/things/template.yaml", yaml);
  }

  private static void holds(Rule rule) {
    assertThat(
            APPLICATION.stream()
                .flatMap(t -> rule.violations(t).stream().map(v -> t.path() + ": " + v)))
        .isEmpty();
  }

  /** Exactly these faults are found. */
  private static void planted(Rule rule, String right, String wrong, String... faults) {
    assertThat(RIGHT).contains(right);
    assertThat(rule.violations(things(RIGHT))).isEmpty();
    List<String> violations = rule.violations(things(RIGHT.replace(right, wrong)));
    assertThat(violations).hasSize(faults.length);
    assertThat(Stream.of(faults))
        .allSatisfy(fault -> assertThat(violations).anyMatch(v -> v.contains(fault)));
  }
}
