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
 * Rules for alarms: each watches a metric that exists, notifies somebody, and is in the runbook.
 */
final class ObservabilityRules {
  static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final String DEAD_LETTERS = "DeadLetters";
  private static final String AGE = "ApproximateAgeOfOldestMessage";
  private static final String NUMBER = "ApproximateNumberOfMessagesVisible";

  /** The metrics of AWS that we watch: namespace, name, and the names of the dimensions. */
  private static final Set<String> AWS_METRICS =
      Set.of(
          "AWS/ApiGateway 4xx ApiId",
          "AWS/ApiGateway 5xx ApiId",
          "AWS/ApiGateway Count ApiId",
          "AWS/ApiGateway Latency ApiId",
          "AWS/Cognito SignInSuccesses UserPool,UserPoolClient",
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

  /** Returns the metrics that our code writes, from the source of their enum. */
  static Set<String> ownMetrics(String source) {
    return OWN_METRIC
        .matcher(source)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /**
   * Each queue has its own alarm: on the number of messages for a dead-letter queue, on the age of
   * the oldest message for other queues. The template of the alarms has a parameter for each
   * queue's name, called like the queue.
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
                            isPassedOn(templates.getFirst(), template, queue.id()),
                            queue,
                            "does not reach its alarm"))))
        .toList();
  }

  /** The module has the queue's name as an output, and the root passes it on to the alarms. */
  private static boolean isPassedOn(Template root, Template module, String queue) {
    boolean exported =
        module.tree().at("Outputs", queue, "Value", "Fn::GetAtt").is(queue + ".QueueName");
    return exported
        && root.properties("Observability")
            .at("Parameters", queue, "Fn::GetAtt")
            .text()
            .endsWith(".Outputs." + queue);
  }

  /** Each alarm notifies somebody, defines missing data, and names its runbook entry. */
  static List<String> eachAlarmNotifies(Template template) {
    return template
        .resources(ALARM)
        .flatMap(alarm ->
            Stream.of(
                    check(
                        alarm.own().at("AlarmActions").each().stream()
                            .anyMatch(action -> action.target().equals("Alarms")),
                        alarm,
                        "notifies nobody"),
                    check(
                        !alarm.own().at("TreatMissingData").isAbsent(),
                        alarm,
                        "does not define missing data"),
                    check(
                        alarm
                            .own()
                            .at("AlarmDescription", "Fn::Sub")
                            .text()
                            .endsWith(". infra/RUNBOOK.md#" + anchor(alarm)),
                        alarm,
                        "does not name its runbook entry"))
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
                .map(heading -> heading + " has no alarm"))
        .sorted()
        .toList();
  }

  /** An alarm on a metric that does not exist would never be raised. */
  static List<String> alarmsWatchMetricsThatExist(Template template, Set<String> own) {
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
                .map(metric -> alarm.violation("watches an unknown metric: " + metric)))
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

  /** Returns a metric in the form that {@link #isKnown} takes. */
  static String metric(String namespace, String name, String dimensions) {
    return (namespace + " " + name + " " + dimensions).strip();
  }

  /** Returns whether AWS publishes a metric, or our code does in the application's namespace. */
  static boolean isKnown(String metric, Set<String> own) {
    String ours = "${Application} ";
    return AWS_METRICS.contains(metric)
        || (metric.startsWith(ours) && own.contains(metric.substring(ours.length())));
  }

  /** The runbook's heading, such as {@code uploads-failed} for the alarm {@code UploadsFailed}. */
  private static String anchor(Resource alarm) {
    return Pattern.compile("(?<!^)[A-Z]")
        .matcher(alarm.id())
        .replaceAll((MatchResult capital) -> "-" + capital.group())
        .toLowerCase(Locale.ROOT);
  }
}
