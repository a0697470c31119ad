package clientportal.rules;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The application keeps each rule, and each rule finds the faults planted in a template. */
class ObservabilityRulesTest {
  private static final List<Template> APPLICATION = Template.application();
  private static final Template ALARMS =
      APPLICATION.stream()
          .filter(template -> template.path().equals("infra/observability.yaml"))
          .findFirst()
          .orElseThrow();
  private static final String RUNBOOK = Template.source("infra/RUNBOOK.md");
  private static final Set<String> OWN =
      ObservabilityRules.ownMetrics(
          Template.source(
              "functions/platform/src/main/java/clientportal/platform/log/Metric.java"));

  private static final String ROOT =
      """
      Resources:
        Observability:
          Type: AWS::CloudFormation::Stack
          Properties:
            Parameters:
              Jobs: !GetAtt Things.Outputs.Jobs
              JobsDeadLetters: !GetAtt Things.Outputs.JobsDeadLetters
      """;

  private static final String MODULE =
      """
      Resources:
        Jobs: { Type: 'AWS::SQS::Queue' }
        JobsDeadLetters: { Type: 'AWS::SQS::Queue' }
      Outputs:
        Jobs: { Value: !GetAtt Jobs.QueueName }
        JobsDeadLetters: { Value: !GetAtt JobsDeadLetters.QueueName }
      """;

  private static final String RIGHT =
      """
      Resources:
        JobsWait:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmDescription: !Sub '${Application}: jobs wait. infra/RUNBOOK.md#jobs-wait'
            Namespace: AWS/SQS
            MetricName: ApproximateAgeOfOldestMessage
            Dimensions: [{ Name: QueueName, Value: !Ref Jobs }]
            TreatMissingData: notBreaching
            AlarmActions: [!Ref Alarms]
        JobsFailed:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmDescription: !Sub '${Application}: a job failed. infra/RUNBOOK.md#jobs-failed'
            Namespace: AWS/SQS
            MetricName: ApproximateNumberOfMessagesVisible
            Dimensions: [{ Name: QueueName, Value: !Ref JobsDeadLetters }]
            TreatMissingData: notBreaching
            AlarmActions: [!Ref Alarms]
        JobsLate:
          Type: AWS::CloudWatch::Alarm
          Properties:
            AlarmDescription: !Sub '${Application}: jobs are late. infra/RUNBOOK.md#jobs-late'
            Metrics:
              - { Id: sum, Expression: a }
              - { Id: a, MetricStat: { Metric: { Namespace: !Ref Application, MetricName: OldestJob } } }
            TreatMissingData: breaching
            AlarmActions: [!Ref Alarms]
        Dashboard:
          Type: AWS::CloudWatch::Dashboard
          Properties:
            DashboardBody: !Sub |
              { "widgets": [
                {"type": "alarm", "x": 0, "y": 0, "width": 24, "height": 4, "properties": {
                  "title": "Alarms", "alarms": ["${JobsWait.Arn}", "${JobsFailed.Arn}", "${JobsLate.Arn}"] } },
                {"type": "metric", "x": 0, "y": 4, "width": 12, "height": 6, "properties": {
                  "title": "Jobs", "region": "r", "metrics": [
                    ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "${Jobs}", {"label": "Jobs"}],
                    ["${Application}", "OldestJob"],
                    [{"expression": "SEARCH('{AWS/ApiGateway,ApiId} MetricName=\\"5xx\\"', 'Sum')"}] ] } },
                {"type": "log", "x": 12, "y": 4, "width": 12, "height": 6, "properties": {
                  "title": "Log", "region": "r", "query": "SOURCE '/${Application}/things' | limit 1" } }
              ] }
      """;

  private static final String RIGHT_RUNBOOK =
      "# Runbook\n\n## Jobs\n\n### jobs-wait\n\nx\n\n### jobs-failed\n\ny\n\n### jobs-late\n";

  private static final Set<String> RIGHT_OWN =
      ObservabilityRules.ownMetrics("enum Metric {\n  OLDEST_JOB(\"OldestJob\", \"Seconds\");\n}");

  private static final Set<String> RIGHT_GROUPS = Set.of("/${Application}/things");

  /** A pager or a chat subscribes there, too. */
  @Test
  void theTopicOfTheAlarms_isAnOutputOfTheStage() {
    assertThat(
            Template.read("infra/observability.yaml").at("Outputs", "AlarmTopic", "Value").target())
        .isEqualTo("Alarms");
    assertThat(Template.read("template.yaml").at("Outputs", "AlarmTopic", "Value").target())
        .isEqualTo("Observability");
  }

  @Test
  void theRulesSeeTheAlarms_andOurMetrics() {
    assertThat(ALARMS.resources(ObservabilityRules.ALARM)).hasSizeGreaterThanOrEqualTo(20);
    assertThat(OWN).contains("RefusalsAcrossFirms", "MailsRefused", "OldestDueItem");
    assertThat(RIGHT_OWN).containsExactly("OldestJob");
  }

  @Test
  void eachQueue_isWatched() {
    assertThat(ObservabilityRules.eachQueueIsWatched(APPLICATION, ALARMS)).isEmpty();

    assertThat(watched(ROOT, MODULE, RIGHT)).isEmpty();
    assertThat(watched(ROOT, MODULE, RIGHT.replace("!Ref Jobs }", "!Ref Others }")))
        .containsExactly("Jobs: has no alarm");
    assertThat(watched(ROOT, MODULE, RIGHT.replace("MessagesVisible", "MessagesDelayed")))
        .containsExactly("JobsDeadLetters: has no alarm");
    assertThat(watched(ROOT.replace("Outputs.Jobs\n", "Outputs.Others\n"), MODULE, RIGHT))
        .containsExactly("Jobs: does not reach its alarm");
    assertThat(watched(ROOT, MODULE.replace("!GetAtt Jobs.QueueName", "!GetAtt Jobs.Arn"), RIGHT))
        .containsExactly("Jobs: does not reach its alarm");
  }

  private static List<String> watched(String root, String module, String alarms) {
    return ObservabilityRules.eachQueueIsWatched(
        List.of(Template.of("template.yaml", root), Template.of("m", module)),
        Template.of("a", alarms));
  }

  @Test
  void eachAlarm_notifiesSomebody_andNamesItsRunbookEntry() {
    Function<Template, List<String>> rule = ObservabilityRules::eachAlarmNotifies;
    assertThat(rule.apply(ALARMS)).isEmpty();

    planted(rule, "AlarmActions:", "OKActions:", "JobsWait: notifies nobody");
    planted(rule, "TreatMissingData: notBreaching", "Period: 60", "JobsWait: does not define");
    planted(rule, "RUNBOOK.md#jobs-wait", "RUNBOOK.md#jobs", "JobsWait: does not name");
    planted(rule, "wait. infra", "wait; infra", "JobsWait: does not name");
  }

  @Test
  void eachAlarm_isInTheRunbook_andEachEntryHasAnAlarm() {
    assertThat(ObservabilityRules.eachAlarmIsInTheRunbook(ALARMS, RUNBOOK)).isEmpty();

    Template right = Template.of("a", RIGHT);
    assertThat(ObservabilityRules.eachAlarmIsInTheRunbook(right, RIGHT_RUNBOOK)).isEmpty();
    assertThat(
            ObservabilityRules.eachAlarmIsInTheRunbook(
                right, RIGHT_RUNBOOK.replace("jobs-late", "jobs-gone")))
        .containsExactly("jobs-gone has no alarm", "jobs-late is not in the runbook");
  }

  @Test
  void alarms_watchMetricsThatExist() {
    assertThat(ObservabilityRules.alarmsWatchMetricsThatExist(ALARMS, OWN)).isEmpty();

    Function<Template, List<String>> rule =
        template -> ObservabilityRules.alarmsWatchMetricsThatExist(template, RIGHT_OWN);
    planted(rule, "MetricName: ApproximateAge", "MetricName: Age", "JobsWait: watches an unknown");
    planted(rule, "{ Name: QueueName", "{ Name: Queue", "JobsWait: watches an unknown");
    planted(rule, "Namespace: AWS/SQS", "Namespace: AWS/SNS", "JobsWait: watches an unknown");
    planted(rule, "MetricName: OldestJob", "MetricName: OldJob", "JobsLate: watches an unknown");
    planted(rule, "Namespace: !Ref Application", "Namespace: Ours", "JobsLate: watches an unknown");
  }

  /** A log group that does not exist, or a field that no line has, would count nothing. */
  @Test
  void theRuleOfMails_readsALogThatExists_andTheFieldsOfItsLines() {
    String body =
        ALARMS
            .resources("AWS::CloudWatch::InsightRule")
            .map(rule -> rule.own().at("RuleBody", "Fn::Sub").text())
            .findFirst()
            .orElseThrow();
    Set<String> groups =
        APPLICATION.stream()
            .flatMap(template -> template.resources("AWS::Logs::LogGroup"))
            .map(group -> group.own().at("LogGroupName", "Fn::Sub").text())
            .collect(toSet());

    assertThat(quoted("(/[^\"]*)", body)).isNotEmpty().isSubsetOf(groups);
    assertThat(quoted("\\$\\.([^\"]*)", body)).containsOnly("firmId", "mails");
  }

  private static List<String> quoted(String pattern, String body) {
    return Pattern.compile("\"" + pattern + "\"")
        .matcher(body)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void theDashboard_showsMetricsThatExist() {
    Set<String> groups =
        APPLICATION.stream()
            .flatMap(template -> template.resources("AWS::Logs::LogGroup"))
            .map(group -> group.own().at("LogGroupName", "Fn::Sub").text())
            .filter(name -> !name.equals("/${Application}/api"))
            .collect(toCollection(TreeSet::new));
    assertThat(DashboardRules.violations(ALARMS, OWN, groups)).isEmpty();

    Function<Template, List<String>> rule =
        template -> DashboardRules.violations(template, RIGHT_OWN, RIGHT_GROUPS);
    planted(rule, "AWS::CloudWatch::Dashboard", "AWS::CloudWatch::Board", "there is no dashboard");
    planted(rule, "{ \"widgets\": [", "{ \"widgets\": [,", "the dashboard is not JSON");
    planted(rule, "\"alarm\", \"x\"", "\"alarms\", \"x\"", "has an unknown type", "has no region");
    planted(rule, "\"x\": 12", "\"x\": 13", "“Log” has no position");
    planted(rule, "\"x\": 12", "\"x\": 11", "“Jobs” overlaps “Log”");
    planted(rule, "\"Jobs\", \"region\": \"r\"", "\"Jobs\"", "“Jobs” has no region");
    planted(rule, ", \"${JobsLate.Arn}\"", "", "JobsLate: is not on the dashboard");
    planted(rule, "[\"AWS/SQS\", \"A", "[\"AWS/SQS\", \"B", "“Jobs” shows an unknown metric");
    planted(rule, "\"QueueName\", \"$", "\"Queue\", \"$", "“Jobs” shows an unknown metric");
    planted(rule, "\"OldestJob\"]", "\"OldJob\"]", "“Jobs” shows an unknown metric");
    planted(rule, "MetricName=\\\"5xx", "MetricName=\\\"6xx", "“Jobs” shows an unknown metric");
    planted(rule, "SEARCH('{", "FIND('{", "“Jobs” shows an unknown metric");
    planted(rule, "/${Application}/things'", "/${Application}/others'", "“Log” queries");
  }

  /** Replaces the first occurrence of {@code right}; exactly these faults are found. */
  private static void planted(
      Function<Template, List<String>> rule, String right, String wrong, String... faults) {
    assertThat(RIGHT).contains(right);
    assertThat(rule.apply(Template.of("a", RIGHT))).isEmpty();
    int at = RIGHT.indexOf(right);
    String changed = RIGHT.substring(0, at) + wrong + RIGHT.substring(at + right.length());
    List<String> violations = rule.apply(Template.of("a", changed));
    assertThat(violations).hasSize(faults.length);
    for (int i = 0; i < faults.length; i++) {
      assertThat(violations.get(i)).contains(faults[i]);
    }
  }
}
