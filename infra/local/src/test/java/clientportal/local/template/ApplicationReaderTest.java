package clientportal.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApplicationReaderTest {
  private static final String LETTERS = Place.LOCAL.arn("sqs", "portal-Letters");

  @TempDir Path folder;

  @Test
  void nestedStacks_areReadWithTheirParameters_andTheirOutputs() throws Exception {
    write(
        "child.yaml",
        """
        Parameters: { Stage: { Type: String } }
        Resources:
          Work: { Type: 'AWS::SQS::Queue' }
          Named: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !Sub '${Stage}-named' } }
        Outputs:
          WorkArn: { Value: !GetAtt Work.Arn }
        """);

    Application application =
        read(
            """
            Parameters: { Stage: { Type: String, Default: test } }
            Resources:
              Own: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !Select [5, !Split [':', !GetAtt Child.Outputs.WorkArn]] } }
              Child: { Type: 'AWS::Serverless::Application', Properties: { Location: child.yaml, Parameters: { Stage: !Ref Stage } } }
            Outputs:
              Work: { Value: !GetAtt Child.Outputs.WorkArn }
            """,
            Map.of("Stage", "live", "Unknown", "is left out"));

    assertThat(application.parameters()).isEqualTo(Map.of("Stage", "live"));
    assertThat(application.queues())
        .extracting(Application.Queue::name)
        .containsExactly("portal-Child-Work", "portal-Child-Work", "live-named");
    assertThat(application.outputs())
        .isEqualTo(Map.of("Work", Place.LOCAL.arn("sqs", "portal-Child-Work")));
  }

  @Test
  void globals_areThoseOfEachFunction_andOfNothingElse() throws Exception {
    Application application =
        read(
            """
            Globals: { Function: { Timeout: 9, Environment: { Variables: { A: 1, B: !Ref Work } } } }
            Resources:
              Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName: work } }
              One: { Type: 'AWS::Serverless::Function', Properties: { Handler: a.One } }
              Two: { Type: 'AWS::Serverless::Function', Properties: { Handler: a.Two, Timeout: 3, Environment: { Variables: { A: 2 } } } }
            """);

    assertThat(application.functions())
        .extracting(function -> List.of(function.timeout(), function.environment().get("A")))
        .containsExactly(List.of(Duration.ofSeconds(9), "1"), List.of(Duration.ofSeconds(3), "2"));
    assertThat(application.functions())
        .allSatisfy(function -> assertThat(function.environment().get("B")).endsWith("/work"));
  }

  @Test
  void aQueue_hasItsDeadLetters_andTheDefaultsOfAws() throws Exception {
    Application application =
        read(
            """
            Resources:
              Letters: { Type: 'AWS::SQS::Queue' }
              Plain: { Type: 'AWS::SQS::Queue', Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Letters.Arn } } }
              Stated:
                Type: AWS::SQS::Queue
                Properties:
                  VisibilityTimeout: 60
                  DelaySeconds: 5
                  RedrivePolicy: { deadLetterTargetArn: !GetAtt Letters.Arn, maxReceiveCount: 3 }
            """);

    assertThat(application.queues())
        .extracting(
            Application.Queue::visibilityTimeout,
            Application.Queue::delay,
            Application.Queue::deadLetters)
        .containsExactly(
            tuple(Duration.ofSeconds(30), Duration.ZERO, Optional.empty()),
            tuple(
                Duration.ofSeconds(30),
                Duration.ZERO,
                Optional.of(new Application.DeadLetters(LETTERS, 10))),
            tuple(
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                Optional.of(new Application.DeadLetters(LETTERS, 3))));
  }

  @Test
  void aRuleThatIsDisabled_hasNoTargets() throws Exception {
    String rule =
        """
        Resources:
          Rule:
            Type: AWS::Events::Rule
            Properties:
              State: %s
              EventPattern: { source: [aws.s3] }
              Targets: [{ Id: a, Arn: 'arn:a', RetryPolicy: { MaximumRetryAttempts: 4 }, DeadLetterConfig: { Arn: 'arn:lost' } }]
        """;

    assertThat(read(rule.formatted("DISABLED")).rules().getFirst().targets()).isEmpty();
    assertThat(read(rule.formatted("ENABLED")).rules().getFirst())
        .isEqualTo(
            new Application.Rule(
                "portal-Rule",
                Map.of("source", List.of("aws.s3")),
                List.of(
                    new Application.Target(
                        "arn:a",
                        Optional.empty(),
                        new Application.AsyncInvocation(4, Optional.of("arn:lost"))))));
  }

  @Test
  void subscriptionsOfPeople_areNotOfThisMachine() throws Exception {
    Application application =
        read(
            """
            Resources:
              Mail: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: t, Protocol: email, Endpoint: a@b } }
              Text: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: t, Protocol: sms, Endpoint: '+43' } }
              Work: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: t, Protocol: sqs, Endpoint: q, FilterPolicy: { kind: [a] } } }
            """);

    assertThat(application.subscriptions())
        .containsExactly(
            new Application.Subscription("t", "q", Map.of("kind", List.of("a")), false));
  }

  @Test
  void aRole_isReadWithTheFunctionThatNamesIt() throws Exception {
    Application application =
        read(
            """
            Resources:
              Own:
                Type: AWS::IAM::Role
                Properties:
                  Policies:
                    - PolicyDocument:
                        Statement:
                          - { Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: 'arn:b/*' }
                          - { Effect: Allow, Action: sqs:SendMessage, Resource: ['arn:q', 'arn:r'] }
              With: { Type: 'AWS::Serverless::Function', Properties: { Handler: a.B, Role: !GetAtt Own.Arn } }
              Without: { Type: 'AWS::Serverless::Function', Properties: { Handler: a.B } }
            """);

    assertThat(application.functions())
        .extracting(function -> function.role().map(Object::toString).orElse("none"))
        .containsExactly(
            "[s3:GetObject on arn:b/*, s3:PutObject on arn:b/*, sqs:SendMessage on arn:q,"
                + " sqs:SendMessage on arn:r]",
            "none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Pool: { Type: 'AWS::Cognito::UserPool' }, Other: { Type: 'AWS::Cognito::UserPool' }         | one user pool
          Sub: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: a, Protocol: sqs, Endpoint: b, FilterPolicyScope: MessageBody } } | message attributes alone
          Bucket: { Type: 'AWS::S3::Bucket', Properties: { NotificationConfiguration: { QueueConfigurations: [] } } } | QueueConfigurations
          Run: { Type: 'AWS::Serverless::Function', Properties: { Handler: a, Role: 'arn:other' } }   | no role of a function is arn:other
          Own: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: Deny, Action: a, Resource: b }] } }] } }, Run: { Type: 'AWS::Serverless::Function', Properties: { Handler: a, Role: !GetAtt Own.Arn } } | Allow alone
          Child: { Type: 'AWS::Serverless::Application', Properties: { Location: nowhere.yaml } }     | nowhere.yaml
          Child: { Type: 'AWS::Serverless::Application', Properties: { Location: child.yaml, Parameters: { B: 1 } } } | no parameter 'B'
          """)
  void resourcesThatTheStackWouldRunDifferently_areRefused(String resources, String reason)
      throws Exception {
    write("child.yaml", "Parameters: { A: { Type: String, Default: x } }\nResources: {}\n");

    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read("Resources: { " + resources + " }\n"))
        .withMessageContaining(reason);
  }

  private Application read(String template) throws IOException {
    return read(template, Map.of());
  }

  private Application read(String template, Map<String, String> parameters) throws IOException {
    return ApplicationReader.read(write("template.yaml", template), parameters, Place.LOCAL);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
