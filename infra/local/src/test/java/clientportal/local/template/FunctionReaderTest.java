package clientportal.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FunctionReaderTest {
  @Test
  void missingProperties_haveTheDefaultsOfAws() {
    Application.Function function = read("{}");

    assertThat(function)
        .isEqualTo(
            new Application.Function(
                "Work",
                "arn",
                "a.B",
                Duration.ofSeconds(3),
                128,
                Map.of(),
                List.of(),
                new Application.AsyncInvocation(2, Optional.empty()),
                Optional.empty(),
                Optional.empty()));
    assertThat(source("{'Type': 'SQS', 'Properties': {'Queue': 'q'}}"))
        .isEqualTo(new Application.QueueSource("q", 10, Duration.ZERO, false));
    assertThat(source("{'Type': 'DynamoDB', 'Properties': {'Stream': 's'}}"))
        .isEqualTo(
            new Application.StreamSource("s", 100, List.of(), -1, false, false, Optional.empty()));
    assertThat(source(schedule("rate(1 minute)")))
        .isEqualTo(
            new Application.ScheduleSource(
                "Work-E",
                Optional.empty(),
                new Application.AsyncInvocation(185, Optional.empty())));
  }

  @Test
  void givenProperties_areRead() {
    Application.Function function =
        read(
            """
            {'Timeout': 20, 'MemorySize': '512',
             'Environment': {'Variables': {'SIZE': 5, 'ON': true, 'NAME': 'x'}}}
            """);

    assertThat(function.timeout()).hasSeconds(20);
    assertThat(function.memory()).isEqualTo(512);
    assertThat(function.environment()).isEqualTo(Map.of("SIZE", "5", "ON", "true", "NAME", "x"));
    assertThat(
            source(
                """
                {'Type': 'SQS', 'Properties': {'Queue': 'q', 'BatchSize': 1,
                 'MaximumBatchingWindowInSeconds': 5,
                 'FunctionResponseTypes': ['ReportBatchItemFailures']}}
                """))
        .isEqualTo(new Application.QueueSource("q", 1, Duration.ofSeconds(5), true));
    assertThat(
            source(
                """
                {'Type': 'DynamoDB', 'Properties': {'Stream': 's', 'BatchSize': 25,
                 'FilterCriteria': {'Filters': [{'Pattern': '{\\"a\\":[1]}'}, {'Pattern': '{}'}]},
                 'MaximumRetryAttempts': 0, 'BisectBatchOnFunctionError': true,
                 'FunctionResponseTypes': ['ReportBatchItemFailures'],
                 'DestinationConfig': {'OnFailure': {'Destination': 'lost'}}}}
                """))
        .isEqualTo(
            new Application.StreamSource(
                "s",
                25,
                List.of(Map.of("a", List.of(1)), Map.of()),
                0,
                true,
                true,
                Optional.of("lost")));
    assertThat(
            source(
                """
                {'Type': 'ScheduleV2', 'Properties': {'ScheduleExpression': 'rate(1 minute)',
                 'Name': 'tick', 'Input': 'now', 'RetryPolicy': {'MaximumRetryAttempts': 3},
                 'DeadLetterConfig': {'Arn': 'lost'}}}
                """))
        .isEqualTo(
            new Application.ScheduleSource(
                "tick",
                Optional.of("now"),
                new Application.AsyncInvocation(3, Optional.of("lost"))));
  }

  @Test
  void aDestinationOfFailures_isTakenBeforeADeadLetterQueue() {
    String deadLetters = "'DeadLetterQueue': {'Type': 'SQS', 'TargetArn': 'letters'}";

    assertThat(read("{" + deadLetters + "}").asynchronous())
        .isEqualTo(new Application.AsyncInvocation(2, Optional.of("letters")));
    assertThat(
            read("""
            {'EventInvokeConfig': {'MaximumRetryAttempts': 0,
             'DestinationConfig': {'OnFailure': {'Destination': 'lost'}}}, %s}
            """
                    .formatted(deadLetters))
                .asynchronous())
        .isEqualTo(new Application.AsyncInvocation(0, Optional.of("lost")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'Layers': ['a']}                                                      | Layers
          {'Handler': ['a']}                                                     | Handler
          {'Environment': {'Variables': {'A': {'Ref': 'B'}}}}                    | Variables.A
          {'EventInvokeConfig': {'Qualifier': 'live'}}                           | Qualifier
          {'Events': {'E': {'Type': 'Kinesis'}}}                                 | Kinesis
          {'Events': {'E': {'Kind': 'SQS'}}}                                     | Kind
          {'Events': {'E': {'Type': 'SQS'}}}                                     | Queue
          {'Events': {'E': {'Type': 'SQS', 'Properties': {'FilterCriteria': {}}}}} | FilterCriteria
          {'Events': {'E': {'Type': 'DynamoDB', 'Properties': {'Queue': 'q'}}}}  | Queue
          {'Events': {'E': {'Type': 'DynamoDB', 'Properties': {'Stream': 's', 'FilterCriteria': {'Filters': [{'Pattern': '{'}]}}}}} | Filters
          {'Events': {'E': {'Type': 'ScheduleV2', 'Properties': {'ScheduleExpression': 'cron(0 0 * * ? *)'}}}} | cron(0 0 * * ? *)
          {'Events': {'E': {'Type': 'ScheduleV2', 'Properties': {'StartDate': 'x'}}}} | StartDate
          """)
  void unknownProperties_areRefusedByNameAndPlace(String properties, String name) {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() -> read(properties))
        .withMessageContaining(name)
        .withMessageStartingWith("template.yaml, Work");
  }

  @Test
  void aFunctionWithoutHandler_isRefused() {
    assertThatExceptionOfType(TemplateException.class)
        .isThrownBy(() ->
            FunctionReader.read(
                tree(Map.of("Timeout", 5)), Map.of(), "Work", "arn", Optional.empty()))
        .withMessageContaining("Handler");
  }

  private static Application.Source source(String event) {
    return read("{'Events': {'E': " + event + "}}").sources().getFirst();
  }

  private static String schedule(String expression) {
    return "{'Type': 'ScheduleV2', 'Properties': {'ScheduleExpression': '" + expression + "'}}";
  }

  private static Application.Function read(String properties) {
    Map<String, Object> all =
        Globals.merge(
            Map.of("Handler", "a.B"), Json.map(properties.replace('\'', '"'), "the test"));
    return FunctionReader.read(tree(all), all, "Work", "arn", Optional.empty());
  }

  private static Tree tree(Map<String, Object> properties) {
    return new Tree(properties, "template.yaml, Work");
  }
}
