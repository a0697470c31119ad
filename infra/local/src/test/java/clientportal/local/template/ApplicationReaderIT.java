package clientportal.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationReaderIT {
  @TempDir Path folder;

  @Test
  void read_joinsParametersConditionsAndNames() throws Exception {
    Application application =
        read(
            """
            Parameters:
              Stage: { Type: String, Default: test }
              Sizes: { Type: CommaDelimitedList, Default: 'a, b' }
            Conditions:
              IsTest: !Equals [!Ref Stage, test]
              IsNot: !Not [!Condition IsTest]
              Both: !And [!Condition IsTest, !Condition IsNot]
              Either: !Or [!Condition IsTest, !Condition IsNot]
            Resources:
              First:
                Type: AWS::SQS::Queue
                Condition: Either
                Properties:
                  QueueName: !Join ['-', [!Ref Stage, !Select [1, !Ref Sizes], !Select [0, !Split [':', 'x:y']]]]
                  VisibilityTimeout: !If [IsTest, 7, 8]
              Second:
                Type: AWS::SQS::Queue
                Condition: Both
            """);

    assertThat(application.queues())
        .singleElement()
        .satisfies(queue -> {
          assertThat(queue.name()).isEqualTo("test-b-x");
          assertThat(queue.visibilityTimeout()).hasSeconds(7);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X: { Type: 'AWS::EC2::Instance' }                                            | AWS::EC2::Instance
          X: { Type: 'AWS::SQS::Queue', Properties: { QueueNmae: x } }                 | QueueNmae
          X: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !ImportValue x } }    | Fn::ImportValue
          X: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !FindInMap [a, b, c] } } | Fn::FindInMap
          X: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !Ref Nobody } }       | Nobody
          X: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: !GetAtt X.Colour } }| Colour
          X: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: a, Protocol: http, Endpoint: b } } | http
          X: { Type: 'AWS::Serverless::Function', Properties: { Handler: a, Layers: [b] } } | Layers
          X: { Type: 'AWS::Serverless::Function', Properties: { Handler: a, Events: { E: { Type: Kinesis } } } } | Kinesis
          X: { Type: 'AWS::SQS::Queue', Condition: Nope }                              | Nope
          X: { Type: 'AWS::SQS::Queue', DependOn: Y }                                  | DependOn
          """)
  void read_unknownProperty_isRefusedByName(String resource, String name) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read("Resources:\n  " + resource + "\n"))
        .withMessageContaining(name)
        .withMessageContaining("template.yaml");
  }

  @Test
  void read_parameterWithoutValue_isRefused() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read("Parameters:\n  Needed: { Type: String }\nResources: {}\n"))
        .withMessageContaining("Needed");
  }

  @Test
  void read_sectionThatIsNotKnown_isRefused() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read("Mappings: {}\nResources: {}\n"))
        .withMessageContaining("Mappings");
  }

  private Application read(String template) throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), template);
    return ApplicationReader.read(file, Map.of(), Place.LOCAL);
  }
}
