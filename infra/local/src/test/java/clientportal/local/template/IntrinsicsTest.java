package clientportal.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntrinsicsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Stage: { Type: String, Default: test }
        Sizes: { Type: CommaDelimitedList, Default: 'a, b , c' }
        None: { Type: CommaDelimitedList, Default: '' }
      Conditions:
        IsTest: !Equals [!Ref Stage, test]
        IsLive: !Equals [!Ref Stage, live]
        NotLive: !Not [!Condition IsLive]
        Both: !And [!Condition IsTest, !Condition IsLive]
        All: !And [!Condition IsTest, !Condition NotLive, !Equals [1, '1']]
        Either: !Or [!Condition IsLive, !Condition IsTest]
        Neither: !Or [!Condition IsLive, !Condition Both]
      Resources:
        Work: { Type: 'AWS::SQS::Queue', Properties: { QueueName: !Sub '${Stage}-work' } }
        News: { Type: 'AWS::SNS::Topic' }
        Run: { Type: 'AWS::Serverless::Function', Properties: { FunctionName: run, Handler: a.B } }
        Rows: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: rows } }
        Absent: { Type: 'AWS::SQS::Queue', Condition: IsLive }
        Nested: { Type: 'AWS::Serverless::Application', Properties: { Location: child.yaml, Parameters: { Given: !Ref Stage } } }
      Outputs:
        It: { Value: %s }
        Present: { Condition: IsTest, Value: 1 }
        Missing: { Condition: IsLive, Value: !Ref Absent }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          plain                                            | plain
          !Ref Stage                                       | test
          !Ref AWS::Region                                 | eu-west-9
          !Ref AWS::AccountId                              | 123456789012
          !Ref AWS::Partition                              | aws
          !Ref AWS::URLSuffix                              | amazonaws.com
          !Ref AWS::StackName                              | shop
          !Ref Work                                        | https://sqs.eu-west-9.amazonaws.com/123456789012/test-work
          !Ref News                                        | arn:aws:sns:eu-west-9:123456789012:shop-News
          !Ref Run                                         | run
          !Ref Rows                                        | rows
          !GetAtt Work.Arn                                 | arn:aws:sqs:eu-west-9:123456789012:test-work
          !GetAtt [Rows, StreamArn]                        | arn:aws:dynamodb:eu-west-9:123456789012:table/rows/stream/local
          !GetAtt Nested.Outputs.Echo                      | child of test
          !Sub '${Stage} ${Work.QueueName} ${AWS::Region}' | test test-work eu-west-9
          !Sub '${!Stage} $Stage'                          | ${Stage} $Stage
          !Sub ['${Stage}-${Own}', {Own: !Ref News, Stage: x}] | x-arn:aws:sns:eu-west-9:123456789012:shop-News
          !Sub '${Run.Alias}'                              | arn:aws:lambda:eu-west-9:123456789012:function:run:live
          !Sub '${Run.Arn}/x'                              | arn:aws:lambda:eu-west-9:123456789012:function:run/x
          !Join ['-', [a, !Ref Stage, 3]]                  | a-test-3
          !Join ['', !Ref None]                            |
          !Select [1, !Ref Sizes]                          | b
          !Select [2, !Split ['.', 'a.b.']]                |
          !If [IsTest, yes it is, !Ref Nobody]             | yes it is
          !If [IsLive, !Ref Nobody, no]                    | no
          !If [All, 1, 2]                                  | 1
          !If [Both, 1, 2]                                 | 2
          !If [Either, 1, 2]                               | 1
          !If [Neither, 1, 2]                              | 2
          """)
  void aKnownIntrinsic_isResolved(String expression, String value) throws Exception {
    assertThat(resolve(expression).toString()).isEqualTo(Objects.requireNonNullElse(value, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          !ImportValue x                                   | does not know Fn::ImportValue
          !FindInMap [a, b, c]                             | does not know Fn::FindInMap
          !GetAZs eu-west-9                                | does not know Fn::GetAZs
          !Base64 x                                        | does not know Fn::Base64
          !Cidr [a, 1]                                     | does not know Fn::Cidr
          !Ref Nobody                                      | 'Nobody'
          !Ref Absent                                      | 'Absent'
          !GetAtt Nobody.Arn                               | 'Nobody'
          !GetAtt Work                                     | GetAtt needs a resource and an attribute
          !GetAtt Work.Colour                              | Work.Colour
          !GetAtt Nested.Outputs.Nothing                   | Nested has no output Nothing
          !Sub '${Nobody}'                                 | 'Nobody'
          !Sub '${Stage.Alias}'                            | Stage.Alias
          !Sub [a, {}, b]                                  | Fn::Sub takes 2 arguments
          !Join [a]                                        | Fn::Join takes 2 arguments
          !Split [a, b, c]                                 | Fn::Split takes 2 arguments
          !If [IsTest, 1]                                  | Fn::If takes 3 arguments
          !If [Unheard, 1, 2]                              | no condition 'Unheard'
          !Equals [1]                                      | Fn::Equals takes 2 arguments
          !Not [!Contains [a, b]]                          | does not know Fn::Contains in a condition
          !Transform {Name: 'AWS::LanguageExtensions'}     | does not know the transform AWS::LanguageExtensions
          """)
  void anotherIntrinsic_isRefusedByName(String expression, String reason) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> resolve(expression))
        .withMessageContaining(reason);
  }

  @Test
  void noValue_leavesItsPropertyOut() throws Exception {
    assertThat(
            resolve(
                "{ a: 1, b: !If [IsLive, 2, !Ref AWS::NoValue], c: [3, !Ref AWS::NoValue, 4] }"))
        .isEqualTo(Map.of("a", 1, "c", List.of(3, 4)));
  }

  @Test
  void conditions_areAlsoValues() throws Exception {
    assertThat(resolve("[!Equals [a, a], !Not [!Condition IsTest], !Or [!Equals [a, b]]]"))
        .isEqualTo(List.of(true, false, false));
  }

  @Test
  void anInclude_isResolvedInItsPlace() throws Exception {
    Files.writeString(folder.resolve("test.yaml"), "name: !Sub 'of ${Stage}'\nlist: [!Ref Work]\n");

    assertThat(
            resolve(
                "{ 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: !Sub"
                    + " '${Stage}.yaml' } } }"))
        .isEqualTo(
            Map.of(
                "name",
                "of test",
                "list",
                List.of("https://sqs.eu-west-9.amazonaws.com/123456789012/test-work")));
  }

  @Test
  void aResourceWhoseConditionIsFalse_isNotThere() throws Exception {
    Stack stack = stack("1");

    assertThat(stack.outputs()).containsOnlyKeys("It", "Present");
    assertThat(stack.resources()).extracting(Resource::logicalId).doesNotContain("Absent");
  }

  private Object resolve(String expression) throws IOException {
    return Objects.requireNonNull(stack(expression).outputs().get("It"));
  }

  private Stack stack(String expression) throws IOException {
    Files.writeString(
        folder.resolve("child.yaml"),
        """
        Parameters: { Given: { Type: String } }
        Resources: {}
        Outputs: { Echo: { Value: !Sub 'child of ${Given}' } }
        """);
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, TEMPLATE.replace("%s", expression));
    return new Stack("shop", file, Map.of(), new Place("eu-west-9", "123456789012", "shop"));
  }
}
