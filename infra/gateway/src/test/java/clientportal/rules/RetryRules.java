package clientportal.rules;

import static clientportal.rules.FunctionRules.check;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rule for retries: a consumer tries for at most half the time for which its work is of use. The
 * other half is for the person who gets the result, or for somebody who repairs what failed.
 */
final class RetryRules {
  /** DynamoDB's own. */
  private static final long STREAM_KEEPS_RECORDS = 24 * 60 * 60;

  /** Consumers whose work ends with a constant of the functions. */
  private static final Map<String, String> UNTIL =
      Map.of(
          "SendVerifications", "Token.VERIFICATION",
          "SendInvitations", "Token.INVITATION",
          "ConfirmUpload", "Wait.LAST_LOOK");

  /** It reads records that the stream still has when the relay gives them up. */
  private static final String OF_THE_STREAM = "RelayLostEvents";

  /** Consumers whose work is of use as long as a queue keeps a message. */
  private static final Set<String> WITHOUT_END =
      Set.of(
          "ConfirmLogo",
          "ContinueHandOver",
          "FanOutGroupNote",
          "RecordMailReports",
          "RecordNotices",
          "ReportBounces",
          "SendAccountAlerts");

  private RetryRules() {}

  /**
   * @param sources the files of the tree by path
   */
  static List<String> retriesFit(Map<String, String> sources, List<Template> templates) {
    Map<String, Long> constants = DurationConstants.of(sources);
    Set<String> gone = new TreeSet<>(UNTIL.values());
    gone.removeAll(constants.keySet());
    return Stream.concat(
            gone.stream().map(constant -> "there is no constant " + constant),
            templates.stream()
                .flatMap(template ->
                    template
                        .functions()
                        .flatMap(function -> faults(function, template, constants))))
        .toList();
  }

  private static Stream<String> faults(
      Resource function, Template template, Map<String, Long> constants) {
    return function.own().at("Events").fields().values().stream()
        .flatMap(event ->
            switch (event.at("Type").text()) {
              case "SQS" ->
                  faults(
                      function,
                      template.properties(event.at("Properties", "Queue").target()),
                      ofUse(function, template, constants));
              case "DynamoDB" ->
                  check(
                      2 * age(event) <= STREAM_KEEPS_RECORDS,
                      function,
                      "tries for more than half the time for which the stream keeps records");
              default -> Stream.empty();
            });
  }

  private static Stream<String> faults(Resource function, Tree queue, long ofUse) {
    long tries = queue.at("RedrivePolicy", "maxReceiveCount").number();
    return ofUse == 0
        ? Stream.of(function.violation("is not listed with how long its work is of use"))
        : check(
            2 * tries * queue.at("VisibilityTimeout").number() <= ofUse,
            function,
            "tries for more than half the time for which its work is of use");
  }

  /** Returns seconds; 0 if nobody said. */
  private static long ofUse(Resource function, Template template, Map<String, Long> constants) {
    String operation = function.operation();
    if (operation.equals(OF_THE_STREAM)) {
      return STREAM_KEEPS_RECORDS
          - template
              .functions()
              .flatMap(each -> each.own().at("Events").fields().values().stream())
              .mapToLong(RetryRules::age)
              .max()
              .orElse(0);
    }
    return WITHOUT_END.contains(operation)
        ? Long.MAX_VALUE
        : constants.getOrDefault(UNTIL.getOrDefault(operation, ""), 0L);
  }

  /** How old a record of a stream is when its reader gives it up. */
  private static long age(Tree event) {
    return event.at("Properties", "MaximumRecordAgeInSeconds").number();
  }
}
