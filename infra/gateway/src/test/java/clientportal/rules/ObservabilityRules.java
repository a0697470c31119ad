package clientportal.rules;

import static clientportal.rules.FunctionRules.check;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules about alarms: that each watches something that is there, tells somebody, and is explained.
 */
final class ObservabilityRules {
  static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final String DEAD_LETTERS = "DeadLetters";
  private static final String AGE = "ApproximateAgeOfOldestMessage";
  private static final String NUMBER = "ApproximateNumberOfMessagesVisible";

  /** What AWS publishes and we watch: namespace, metric, and the names of its dimensions. */
  private static final Set<String> OF_AWS =
      Set.of(
          "AWS/ApiGateway 4xx ApiId",
          "AWS/ApiGateway 5xx ApiId",
          "AWS/ApiGateway Count ApiId",
          "AWS/ApiGateway Latency ApiId",
          "AWS/DynamoDB ConsumedReadCapacityUnits TableName",
          "AWS/DynamoDB ConsumedWriteCapacityUnits TableName",
          "AWS/DynamoDB ReadThrottleEvents TableName",
          "AWS/DynamoDB WriteThrottleEvents TableName",
          "AWS/Events FailedInvocations RuleName",
          "AWS/Lambda ConcurrentExecutions",
          "AWS/Lambda Duration FunctionName",
          "AWS/Lambda Errors",
          "AWS/Lambda Errors FunctionName",
          "AWS/Lambda IteratorAge FunctionName",
          "AWS/Lambda Throttles",
          "AWS/SES Bounce",
          "AWS/SES Complaint",
          "AWS/SES Delivery",
          "AWS/SES Reputation.BounceRate",
          "AWS/SES Reputation.ComplaintRate",
          "AWS/SES Send",
          "AWS/SNS NumberOfNotificationsFailed TopicName",
          "AWS/SQS ApproximateAgeOfOldestMessage QueueName",
          "AWS/SQS ApproximateNumberOfMessagesVisible QueueName");

  private static final Pattern OWN_METRIC = Pattern.compile("(?m)^ +[A-Z_]+\\(\"(\\w+)\", \"");
  private static final Pattern HEADING = Pattern.compile("(?m)^### (\\S+)$");

  private ObservabilityRules() {}

  /** Returns the metrics that our code writes, from the source of the enum that lists them. */
  static Set<String> ownMetrics(String source) {
    return OWN_METRIC
        .matcher(source)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /**
   * Each queue has an alarm of its own: for dead letters their number, for others the age of the
   * oldest message. The template of the alarms takes the queue's name in a parameter named like the
   * queue.
   */
  static List<String> eachQueueIsWatched(List<Template> templates, Template alarms) {
    Set<String> watched =
        alarms
            .resources(ALARM)
            .filter(alarm -> alarm.own().at("Namespace").is("AWS/SQS"))
            .map(alarm ->
                alarm.own().at("MetricName").text()
                    + " "
                    + alarm.own().at("Dimensions").each().stream()
                        .map(dimension -> dimension.at("Value").target())
                        .findFirst()
                        .orElse(""))
            .collect(toSet());
    return templates.stream()
        .flatMap(template ->
            template
                .resources("AWS::SQS::Queue")
                .flatMap(queue ->
                    Stream.concat(
                        check(
                            watched.contains(
                                (queue.id().endsWith(DEAD_LETTERS) ? NUMBER : AGE)
                                    + " "
                                    + queue.id()),
                            queue,
                            "has no alarm"),
                        check(
                            isHandedOn(templates.getFirst(), template, queue.id()),
                            queue,
                            "does not reach its alarm"))))
        .toList();
  }

  /** The module puts the queue's name out, and the root hands it to the alarms by the same name. */
  private static boolean isHandedOn(Template root, Template module, String queue) {
    boolean put =
        module.tree().at("Outputs", queue, "Value", "Fn::GetAtt").is(queue + ".QueueName");
    return put
        && root.properties("Observability")
            .at("Parameters", queue, "Fn::GetAtt")
            .text()
            .endsWith(".Outputs." + queue);
  }

  /**
   * Somebody is told, what is missing means something, and the description leads to the runbook.
   */
  static List<String> eachAlarmTells(Template template) {
    return template
        .resources(ALARM)
        .flatMap(alarm ->
            Stream.of(
                    check(
                        alarm.own().at("AlarmActions").each().stream()
                            .anyMatch(action -> action.target().equals("Alarms")),
                        alarm,
                        "tells nobody"),
                    check(
                        !alarm.own().at("TreatMissingData").isAbsent(),
                        alarm,
                        "does not say what no data means"),
                    check(
                        alarm
                            .own()
                            .at("AlarmDescription", "Fn::Sub")
                            .text()
                            .endsWith(". infra/RUNBOOK.md#" + anchor(alarm)),
                        alarm,
                        "does not lead to the runbook"))
                .flatMap(violation -> violation))
        .toList();
  }

  static List<String> eachAlarmIsInTheRunbook(Template template, String runbook) {
    Set<String> alarms = template.resources(ALARM).map(ObservabilityRules::anchor).collect(toSet());
    Set<String> headings =
        HEADING.matcher(runbook).results().map(found -> found.group(1)).collect(toSet());
    return Stream.concat(
            alarms.stream()
                .filter(alarm -> !headings.contains(alarm))
                .map(alarm -> alarm + " is not in the runbook"),
            headings.stream()
                .filter(heading -> !alarms.contains(heading))
                .map(heading -> heading + " is no alarm"))
        .sorted()
        .toList();
  }

  /** An alarm on what nobody writes never rings. */
  static List<String> alarmsWatchWhatIsThere(Template template, Set<String> own) {
    return template
        .resources(ALARM)
        .flatMap(alarm ->
            Stream.concat(
                    alarm.own().at("MetricName").isAbsent()
                        ? Stream.empty()
                        : Stream.of(alarm.own()),
                    alarm.own().at("Metrics").each().stream()
                        .map(metric -> metric.at("MetricStat", "Metric"))
                        .filter(metric -> !metric.isAbsent()))
                .map(ObservabilityRules::metric)
                .filter(metric -> !isKnown(metric, own))
                .map(metric -> alarm.says("watches what nobody writes: " + metric)))
        .toList();
  }

  private static String metric(Tree metric) {
    Tree namespace = metric.at("Namespace");
    String dimensions =
        metric.at("Dimensions").each().stream()
            .map(dimension -> dimension.at("Name").text())
            .sorted()
            .reduce((a, b) -> a + "," + b)
            .orElse("");
    return metric(
        namespace.at("Ref").is("Application") ? "${Application}" : namespace.text(),
        metric.at("MetricName").text(),
        dimensions);
  }

  /** Returns a metric as {@link #isKnown} knows it. */
  static String metric(String namespace, String name, String dimensions) {
    return (namespace + " " + name + " " + dimensions).strip();
  }

  /** Tells whether AWS publishes a metric, or our code under the application's name. */
  static boolean isKnown(String metric, Set<String> own) {
    String ours = "${Application} ";
    return OF_AWS.contains(metric)
        || (metric.startsWith(ours) && own.contains(metric.substring(ours.length())));
  }

  /** {@code uploads-failed}, of the alarm {@code UploadsFailed}: the runbook's heading. */
  private static String anchor(Resource alarm) {
    return Pattern.compile("(?<!^)[A-Z]")
        .matcher(alarm.id())
        .replaceAll((MatchResult capital) -> "-" + capital.group())
        .toLowerCase(Locale.ROOT);
  }
}
