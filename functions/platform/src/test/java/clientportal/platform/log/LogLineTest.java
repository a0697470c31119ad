package clientportal.platform.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clientportal.platform.http.Invocation;
import clientportal.platform.json.Json;
import clientportal.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LogLineTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00.5Z"), ZoneOffset.UTC);

  private final Invocation invocation = new Invocation();
  private final LogLine line = LogLine.of(invocation, NOON);

  private Map<String, Object> written() {
    line.write();
    return invocation.line();
  }

  private String failure() {
    return (String) Objects.requireNonNull(written().get("failure"));
  }

  @Test
  void aLine_namesFunctionInvocationAndTrace() {
    assertThat(written())
        .containsEntry("function", "test-Function")
        .containsEntry("requestId", "request-1")
        .containsEntry("trace", "1-5bef4de7-ad49b0e87f6ef6c87fc2e700")
        .containsKey("milliseconds")
        .doesNotContainKeys("_aws", "failure");
  }

  @ParameterizedTest
  @EnumSource
  void eachMetric_isInTheLine_asCloudWatchReadsIt(Metric metric) {
    line.measure(metric, 7);

    Map<String, Object> written = written();

    assertThat(MetricFormat.faults(written)).isEmpty();
    assertThat(written).containsEntry(metric.title(), 7L);
    assertThat(invocation.log().getFirst())
        .contains(
            "\"_aws\":{\"Timestamp\":1772366400500,\"CloudWatchMetrics\":[{\"Namespace\":\"test\","
                + "\"Dimensions\":[[]],\"Metrics\":[{\"Name\":\""
                + metric.title()
                + "\",\"Unit\":\""
                + metric.unit()
                + "\"}]}]}");
  }

  @Test
  void severalMetrics_areInOneDirective_andCountsAddUp() {
    line.count(Metric.MAILS_REFUSED).count(Metric.MAILS_REFUSED).measure(Metric.OLDEST_DUE_ITEM, 0);

    Map<String, Object> json = written();

    assertThat(MetricFormat.faults(json)).isEmpty();
    assertThat(json).containsEntry("MailsRefused", 2L).containsEntry("OldestDueItem", 0L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Timestamp\":1772366400500 | \"Timestamp\":\"now\" | Timestamp is no integer",
        "\"Timestamp\":1772366400500, | | Timestamp is missing",
        "\"Namespace\":\"test\" | \"Namespace\":\"\" | Namespace is no text",
        "\"Dimensions\":[[]] | \"Dimensions\":[] | Dimensions has no set",
        "\"Dimensions\":[[]] | \"Dimensions\":[[\"firm\"]] | dimension firm has no text",
        "\"Unit\":\"Seconds\" | \"Unit\":\"Years\" | Unit Years is unknown",
        "\"OldestDueItem\":7 | \"OldestDueItem\":\"7\" | metric OldestDueItem has no number",
        "\"Name\": | \"Title\": | unknown members [Title]",
        "\"_aws\": | \"aws\": | _aws is no object",
      })
  void aLineThatCloudWatchWouldNotRead_isFound(String right, @Nullable String wrong, String fault) {
    line.measure(Metric.OLDEST_DUE_ITEM, 7);
    assertThat(MetricFormat.faults(written())).isEmpty();
    String text = invocation.log().getFirst();

    assertThat(text).contains(right);
    String changed = text.replace(right, wrong == null ? "" : wrong);
    assertThat(MetricFormat.faults(Objects.requireNonNull(Json.read(changed))))
        .anyMatch(found -> found.startsWith(fault));
  }

  @Test
  void aFailure_isInTheLine_withItsStackAndItsCause() {
    line.failed(new IllegalStateException("outer", new IllegalArgumentException("inner")));

    assertThat(failure())
        .contains(
            "java.lang.IllegalStateException: outer\n\tat clientportal.platform.log.LogLineTest",
            "Caused by: java.lang.IllegalArgumentException: inner");
  }

  @Test
  void aMessage_isLoggedWithoutAddressesLinksTokensAndCodes() {
    String token = "mYvZ8a1hRZ-3nHk_0PqTz5wX2cV7bN9dL4fG6jK8sAe";
    line.failed(
        new IllegalStateException(
            "Zoë <zoë.o'neil@mail.example.test> may not see"
                + " https://bucket.s3.test/a?X-Amz-Signature=1 with "
                + token
                + " or 12345678; (Status Code: 400, Request ID: "
                + "3K5J6N2M8Q0R1S4T7V9W3K5J6N2M8Q0R1S4T7V9W3K5J6N2M8Q0R)"));

    assertThat(failure())
        .doesNotContain("mail.example", "bucket.s3", token, "12345678")
        .contains("may not see … with … or …; (Status", "3K5J6N2M8Q0R", "at clientportal.platform");
  }

  @Test
  void aVeryLongFailure_isCut() {
    line.failed(new IllegalStateException("x ".repeat(StackTrace.LONGEST)));

    assertThat(failure()).hasSizeLessThanOrEqualTo(StackTrace.LONGEST + 1);
  }

  @Test
  void aCountedFailure_isCounted_howeverDeepItIs() {
    IllegalStateException all = new IllegalStateException("2 failed");
    all.addSuppressed(new IllegalStateException(ProblemException.notFoundForStranger()));
    all.addSuppressed(ProblemException.notFound());

    line.failed(all);

    assertThat(written()).containsEntry("RefusalsAcrossFirms", 1L);
  }

  @Test
  void aJobThatFails_writesItsLine_andThrowsOneLineWithoutSecrets() {
    Job job =
        Job.of((_, _, _, told) -> {
          told.with("person", "p");
          throw new IllegalArgumentException("no ada@meyer.test");
        });

    assertThatThrownBy(() -> invocation.send(job, Map.of()))
        .isInstanceOf(FailedJobException.class)
        .hasMessage("java.lang.IllegalArgumentException: no … (request request-1)")
        .hasNoCause()
        .satisfies(failure -> assertThat(failure.getStackTrace()).isEmpty());
    assertThat(invocation.line()).containsEntry("person", "p").containsKey("failure");
  }

  @Test
  void aTraceHeader_givesItsRoot() {
    String root = "1-5bef4de7-ad49b0e87f6ef6c87fc2e700";

    assertThat(Trace.root("Self=1-0;Root=" + root + ";Parent=1;Sampled=0")).contains(root);
    for (String none : List.of("", "Root=", "Root=1-x-y", "Parent=1")) {
      assertThat(Trace.root(none)).isEmpty();
    }
    assertThat(Trace.root(null)).isEmpty();
  }
}
