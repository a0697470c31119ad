package clientportal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of {@code infra/OPERATING.md} counts what the templates have, and adds up. */
class BillTest {
  private static final String PAGE = Template.source("infra/OPERATING.md");
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  /** What the bill says how much there is of, by the thing. */
  private static Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    String bill = PAGE.substring(PAGE.indexOf("| what | how much | price | a month |"));
    for (String line : bill.substring(0, bill.indexOf("\n\n")).split("\n", -1)) {
      String[] cells = line.split(" *\\| *", -1);
      rows.put(cells[1], line);
    }
    return rows;
  }

  private static Stream<Tree> resources(String type) {
    return Template.application().stream()
        .flatMap(template -> template.resources(type))
        .map(Template.Resource::own);
  }

  private static Stream<Tree> events(String type) {
    return Template.application().stream()
        .flatMap(Template::functions)
        .flatMap(function -> function.own().at("Events").fields().values().stream())
        .filter(event -> event.at("Type").is(type));
  }

  /** CloudWatch asks a price for each metric that an alarm looks at. */
  private static long metrics() {
    return resources(ALARM)
        .mapToLong(alarm ->
            alarm.at("Metrics").isAbsent()
                ? 1
                : Math.max(
                    1,
                    alarm.at("Metrics").each().stream()
                        .filter(metric -> !metric.at("MetricStat").isAbsent())
                        .count()))
        .sum();
  }

  private static long ownMetrics() {
    return resources(ALARM)
        .filter(alarm -> alarm.at("Namespace").target().equals("Application"))
        .map(alarm -> alarm.at("MetricName").text())
        .distinct()
        .count();
  }

  private static long rules(Tree acl) {
    return acl.at("Rules").each().size();
  }

  @Test
  void whatIsPaidByTheNumber_isCounted() {
    Map<String, String> rows = rows();

    assertThat(rows.get("CloudWatch alarms"))
        .contains("| %d, of %d metrics |".formatted(resources(ALARM).count(), metrics()))
        .endsWith("| %.2f |".formatted(metrics() * 0.1));
    assertThat(rows.get("custom CloudWatch metrics")).contains("| " + ownMetrics() + ", ");
    assertThat(rows.get("CloudWatch dashboard"))
        .contains("| " + resources("AWS::CloudWatch::Dashboard").count() + ", ");
    assertThat(rows.get("Contributor Insights"))
        .contains("| " + resources("AWS::CloudWatch::InsightRule").count() + " rule |");
    assertThat(rows.get("AWS WAF, sign-in"))
        .contains(
            "| %d web ACL, %d rule,"
                .formatted(
                    resources("AWS::WAFv2::WebACL").count(),
                    resources("AWS::WAFv2::WebACL").mapToLong(BillTest::rules).sum()));
    assertThat(rows.get("SQS"))
        .contains("| %1$d queues polled by Lambda: %1$d × ".formatted(events("SQS").count()));
    assertThat(rows.get("SNS, EventBridge, Scheduler"))
        .contains(" %d × 43,800 starts".formatted(events("ScheduleV2").count()));
    assertThat(rows.get("Lambda, the rest"))
        .contains("| %d × 43,800 minutes of ".formatted(events("ScheduleV2").count()));
  }

  @Test
  void theSum_isThatOfTheRows() {
    List<Double> months =
        Pattern.compile("(?m)^\\| .*\\| \\**(\\d+\\.\\d\\d)\\** \\|$")
            .matcher(PAGE)
            .results()
            .map((MatchResult row) -> Double.parseDouble(row.group(1)))
            .toList();

    assertThat(months).hasSizeGreaterThan(20);
    assertThat(months.getLast())
        .isCloseTo(
            months.subList(0, months.size() - 1).stream().mapToDouble(each -> each).sum(),
            within(0.001));
  }
}
