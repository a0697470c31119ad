package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for the path of an event: stream, topic, one queue for each consumer, function. */
final class EventRules {
  /** With more readers DynamoDB throttles. */
  static final int MAX_STREAM_READERS = 2;

  /** CloudWatch cannot use AWS's key for SNS, and an alarm has no personal data. */
  static final Set<String> UNENCRYPTED_TOPICS = Set.of("Alarms");

  private EventRules() {}

  static List<String> messagesAreEncrypted(Template template) {
    return Stream.concat(
            template
                .resources("AWS::SQS::Queue")
                .flatMap(queue ->
                    check(
                        queue.own().at("SqsManagedSseEnabled").is("true")
                            || !queue.own().at("KmsMasterKeyId").isAbsent(),
                        queue,
                        "does not encrypt its messages")),
            template
                .resources("AWS::SNS::Topic")
                .filter(topic -> !UNENCRYPTED_TOPICS.contains(topic.id()))
                .flatMap(topic ->
                    check(
                        !topic.own().at("KmsMasterKeyId").isAbsent(),
                        topic,
                        "does not encrypt its messages")))
        .toList();
  }

  /** Without a condition on the source, every topic and rule of every account could send. */
  static List<String> queuesAcceptOnlyTheirSource(Template template) {
    return template
        .resources("AWS::SQS::QueuePolicy")
        .flatMap(policy ->
            policy.own().at("PolicyDocument", "Statement").each().stream()
                .filter(statement -> statement.at("Effect").is("Allow"))
                .flatMap(statement ->
                    check(
                        !statement.at("Principal", "Service").isAbsent()
                            && statement.at("Action").is("sqs:SendMessage")
                            && !statement.at("Condition", "ArnEquals", "aws:SourceArn").isAbsent(),
                        policy,
                        "accepts messages of others than its source")))
        .toList();
  }

  static List<String> eachQueueHasOneReader(Template template) {
    return template
        .resources("AWS::SQS::Queue")
        .filter(queue -> !queue.id().endsWith("DeadLetters"))
        .flatMap(queue -> {
          long readers =
              events(template, "SQS")
                  .filter(event -> event.at("Queue").target().equals(queue.id()))
                  .count();
          return check(readers == 1, queue, "has " + readers + " readers");
        })
        .toList();
  }

  static List<String> subscriptionsAreFiltered(Template template) {
    return template
        .resources("AWS::SNS::Subscription")
        .filter(subscription -> subscription.own().at("Protocol").is("sqs"))
        .flatMap(subscription ->
            Stream.concat(
                check(
                    subscription.own().at("FilterPolicyScope").is("MessageAttributes")
                        && !subscription.own().at("FilterPolicy", "type").each().isEmpty(),
                    subscription,
                    "receives every event"),
                check(
                    subscription.own().at("RawMessageDelivery").is("true"),
                    subscription,
                    "wraps the message")))
        .toList();
  }

  /** The relay reads only new events, and does not retry any of them for ever. */
  static List<String> streamsAreReadForNewEvents(Template template) {
    return template
        .functions()
        .flatMap(function ->
            function.own().at("Events").fields().values().stream()
                .filter(event -> event.at("Type").is("DynamoDB"))
                .map(event -> event.at("Properties"))
                .flatMap(event -> streamFaults(function, event)))
        .toList();
  }

  private static Stream<String> streamFaults(Resource function, Tree event) {
    List<Tree> filters = event.at("FilterCriteria", "Filters").each();
    return Stream.concat(
        check(
            !filters.isEmpty()
                && filters.stream()
                    .map(filter -> filter.at("Pattern").text())
                    .allMatch(pattern ->
                        pattern.contains("\"eventName\":[\"INSERT\"]")
                            && pattern.contains("\"eventType\":")),
            function,
            "reads more of the stream than new events"),
        check(
            event.at("MaximumRecordAgeInSeconds").number() > 0,
            function,
            "retries a record for as long as the stream keeps it"));
  }

  static List<String> streamsHaveFewReaders(List<Template> templates) {
    long readers = templates.stream().flatMap(template -> events(template, "DynamoDB")).count();
    return readers <= MAX_STREAM_READERS
        ? List.of()
        : List.of("the stream has " + readers + " readers");
  }

  private static Stream<Tree> events(Template template, String type) {
    return template
        .functions()
        .flatMap(function -> function.own().at("Events").fields().values().stream())
        .filter(event -> event.at("Type").is(type))
        .map(event -> event.at("Properties"));
  }
}
