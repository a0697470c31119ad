package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules about queues, and about functions that nobody waits for: what fails is tried again, and
 * then kept.
 */
final class DeliveryRules {
  private static final String DEAD_LETTERS = "DeadLetters";
  private static final String LONGEST_RETENTION = "1209600";

  private DeliveryRules() {}

  static List<String> eachQueueHasDeadLetters(Template template) {
    return template
        .resources("AWS::SQS::Queue")
        .flatMap(queue ->
            Stream.concat(
                check(
                    queue.own().at("MessageRetentionPeriod").is(LONGEST_RETENTION),
                    queue,
                    "does not keep for 14 days"),
                queue.id().endsWith(DEAD_LETTERS)
                    ? check(queue.own().at("RedrivePolicy").isAbsent(), queue, "is to be the end")
                    : check(
                        queue.own().at("RedrivePolicy", "maxReceiveCount").is("5")
                            && keepsDeadLetters(
                                template, queue.own().at("RedrivePolicy", "deadLetterTargetArn")),
                        queue,
                        "has no dead-letter queue after 5 tries")))
        .toList();
  }

  static List<String> eachAsynchronousFunctionHasDeadLetters(Template template) {
    return template
        .functions()
        .flatMap(function ->
            function.own().at("Events").fields().values().stream()
                .flatMap(event ->
                    eventKeepsWhatFails(
                        template, function, event.at("Type").text(), event.at("Properties"))))
        .toList();
  }

  private static Stream<String> eventKeepsWhatFails(
      Template template, Resource function, String type, Tree event) {
    return switch (type) {
      case "SQS" -> {
        Tree queue = template.properties(event.at("Queue").target());
        yield Stream.of(
                check(
                    !queue.at("RedrivePolicy").isAbsent(),
                    function,
                    "reads a queue without dead letters"),
                check(answersForEachMessage(event), function, "fails whole batches"),
                check(
                    queue.at("VisibilityTimeout").number()
                        >= 6 * function.properties().at("Timeout").number(),
                    function,
                    "may work on a message that is seen again"))
            .flatMap(violation -> violation);
      }
      case "DynamoDB" ->
          Stream.of(
                  check(
                      keepsDeadLetters(template, onFailure(event))
                          || isTriedAgain(template, onFailure(event)),
                      function,
                      "loses what it gives up"),
                  check(answersForEachMessage(event), function, "fails whole batches"),
                  check(
                      event.at("BisectBatchOnFunctionError").is("true"),
                      function,
                      "does not part a batch that fails"),
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
                      "has a schedule without dead letters"),
                  check(
                      keepsDeadLetters(template, onFailure(function.own().at("EventInvokeConfig"))),
                      function,
                      "is called asynchronously and has no dead letters"),
                  check(
                      !event.at("Name").isAbsent(),
                      function,
                      "has a schedule that another stage's would replace"))
              .flatMap(violation -> violation);
      default -> Stream.of(function.says("has an event of a type without rule: " + type));
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

  /** What a stream gives up names its place alone: a function may read it again from there. */
  private static boolean isTriedAgain(Template template, Tree reference) {
    return keepsDeadLetters(
        template,
        template.properties(reference.target()).at("RedrivePolicy", "deadLetterTargetArn"));
  }

  private static boolean keepsDeadLetters(Template template, Tree reference) {
    String id = reference.target();
    return id.endsWith(DEAD_LETTERS) && template.has(id, "AWS::SQS::Queue");
  }
}
