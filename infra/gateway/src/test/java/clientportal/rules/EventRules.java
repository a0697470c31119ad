package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about the way of an event: stream, topic, a queue a consumer, function. */
final class EventRules {
  /** DynamoDB throttles more. */
  static final int MOST_READERS_OF_A_STREAM = 2;

  /** CloudWatch can't use the key of AWS for SNS; an alarm says nothing about anybody. */
  static final Set<String> TOPICS_IN_THE_CLEAR = Set.of("Alarms");

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
                        "keeps its messages in the clear")),
            template
                .resources("AWS::SNS::Topic")
                .filter(topic -> !TOPICS_IN_THE_CLEAR.contains(topic.id()))
                .flatMap(topic ->
                    check(
                        !topic.own().at("KmsMasterKeyId").isAbsent(),
                        topic,
                        "keeps its messages in the clear")))
        .toList();
  }

  /** Without the source as a condition, every topic or rule of every account could send. */
  static List<String> queuesTakeFromTheirSourceAlone(Template template) {
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
                        "lets others send than one source")))
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
                    "takes every event"),
                check(
                    subscription.own().at("RawMessageDelivery").is("true"),
                    subscription,
                    "wraps the message")))
        .toList();
  }

  /** What is relayed are events, when they are new, and none for ever. */
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
            "tries for as long as the stream keeps a record"));
  }

  static List<String> streamsHaveFewReaders(List<Template> templates) {
    long readers = templates.stream().flatMap(template -> events(template, "DynamoDB")).count();
    return readers <= MOST_READERS_OF_A_STREAM
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
