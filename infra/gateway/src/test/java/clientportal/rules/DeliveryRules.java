package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules for queues and asynchronous functions: a failed message is retried, and then kept in a
 * dead-letter queue.
 */
final class DeliveryRules {
  private static final String DEAD_LETTERS = "DeadLetters";
  private static final String LONGEST_RETENTION = "1209600";

  /** Lambda's limit. */
  private static final int LEAST_CONCURRENCY = 2;

  /** A hundredth of what an account usually runs at a time. */
  private static final int MOST_CONCURRENCY = 10;

  private DeliveryRules() {}

  static List<String> eachQueueHasDeadLetters(Template template) {
    return template
        .resources("AWS::SQS::Queue")
        .flatMap(queue ->
            Stream.concat(
                check(
                    queue.own().at("MessageRetentionPeriod").is(LONGEST_RETENTION),
                    queue,
                    "does not keep messages for 14 days"),
                queue.id().endsWith(DEAD_LETTERS)
                    ? check(
                        queue.own().at("RedrivePolicy").isAbsent(),
                        queue,
                        "is a dead-letter queue with a redrive policy")
                    : check(
                        queue.own().at("RedrivePolicy", "maxReceiveCount").is("5")
                            && keepsDeadLetters(
                                template, queue.own().at("RedrivePolicy", "deadLetterTargetArn")),
                        queue,
                        "has no dead-letter queue after 5 tries")))
        .toList();
  }

  /**
   * A burst of one firm may use a part of the functions that an account runs at a time, and leaves
   * the rest to the requests of others.
   */
  static List<String> eachConsumerLeavesRoom(Template template) {
    return template
        .functions()
        .flatMap(function ->
            check(
                function.own().at("Events").fields().values().stream()
                    .allMatch(DeliveryRules::leavesRoom),
                function,
                "may use up the account's concurrency in a burst"))
        .toList();
  }

  /** A stream has one call at a time for each of its shards, a schedule one for each minute. */
  private static boolean leavesRoom(Tree event) {
    Tree properties = event.at("Properties");
    int concurrency = properties.at("ScalingConfig", "MaximumConcurrency").number();
    return event.at("Type").is("SQS")
        ? concurrency >= LEAST_CONCURRENCY && concurrency <= MOST_CONCURRENCY
        : properties.at("ParallelizationFactor").isAbsent();
  }

  static List<String> eachAsynchronousFunctionHasDeadLetters(Template template) {
    return template
        .functions()
        .flatMap(function ->
            function.own().at("Events").fields().values().stream()
                .flatMap(event ->
                    deliveryFaults(
                        template, function, event.at("Type").text(), event.at("Properties"))))
        .toList();
  }

  private static Stream<String> deliveryFaults(
      Template template, Resource function, String type, Tree event) {
    return switch (type) {
      case "SQS" -> {
        Tree queue = template.properties(event.at("Queue").target());
        yield Stream.of(
                check(
                    !queue.at("RedrivePolicy").isAbsent(),
                    function,
                    "reads a queue without a dead-letter queue"),
                check(answersForEachMessage(event), function, "fails whole batches"),
                check(
                    queue.at("VisibilityTimeout").number()
                        >= 6 * function.properties().at("Timeout").number(),
                    function,
                    "may process a message that is visible again"))
            .flatMap(violation -> violation);
      }
      case "DynamoDB" ->
          Stream.of(
                  check(
                      keepsDeadLetters(template, onFailure(event))
                          || isRetried(template, onFailure(event)),
                      function,
                      "loses records that fail"),
                  check(answersForEachMessage(event), function, "fails whole batches"),
                  check(
                      event.at("BisectBatchOnFunctionError").is("true"),
                      function,
                      "does not split a failed batch"),
                  check(
                      event.at("MaximumRetryAttempts").number() > 0,
                      function,
                      "may block its shard"))
              .flatMap(violation -> violation);
      case "ScheduleV2" ->
          Stream.of(
                  check(
                      keepsDeadLetters(template, event.at("DeadLetterConfig", "Arn")),
                      function,
                      "has a schedule without a dead-letter queue"),
                  check(
                      keepsDeadLetters(template, onFailure(function.own().at("EventInvokeConfig"))),
                      function,
                      "is invoked asynchronously without a dead-letter queue"),
                  check(
                      !event.at("Name").isAbsent(),
                      function,
                      "has a schedule whose name another stage would use, too"))
              .flatMap(violation -> violation);
      default -> Stream.of(function.violation("has an event of a type without a rule: " + type));
    };
  }

  private static Tree onFailure(Tree holder) {
    return holder.at("DestinationConfig", "OnFailure", "Destination");
  }

  private static boolean answersForEachMessage(Tree event) {
    return event
        .at("FunctionResponseTypes")
        .texts()
        .toList()
        .equals(List.of("ReportBatchItemFailures"));
  }

  /** A stream's failure record has only a position; a function may read the stream from there. */
  private static boolean isRetried(Template template, Tree reference) {
    return keepsDeadLetters(
        template,
        template.properties(reference.target()).at("RedrivePolicy", "deadLetterTargetArn"));
  }

  private static boolean keepsDeadLetters(Template template, Tree reference) {
    String id = reference.target();
    return id.endsWith(DEAD_LETTERS) && template.has(id, "AWS::SQS::Queue");
  }
}
