package clientportal.rules;

import clientportal.rules.Template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rule for work that only one function may do at a time: its lease lasts at least as long as the
 * function that took it may run, and is over when the work is tried again. A message is tried again
 * when it is visible again; due work when its lease is over.
 */
final class LeaseRules {
  private static final String LEASE = "LEASE";

  /** The functions that work under each lease, by the class and name of its constant. */
  private static final Map<String, Set<String>> HOLDERS =
      Map.of(
          "MailLease.LEASE",
          Set.of("ReportBounces", "SendAccountAlerts", "SendInvitations", "SendVerifications"),
          "DigestWindow.FIRST_LEASE",
          Set.of("SendDueDigests"),
          "ReminderPlan.LEASE",
          Set.of("SendReminders"),
          "Wait.LEASE",
          Set.of("SweepUploads"));

  private LeaseRules() {}

  /**
   * @param sources the files of the tree by path
   */
  static List<String> leasesFit(Map<String, String> sources, List<Template> templates) {
    Map<String, Long> leases = DurationConstants.of(sources);
    leases.keySet().removeIf(name -> !name.endsWith(LEASE));
    Set<String> unlisted = new TreeSet<>(leases.keySet());
    unlisted.removeAll(HOLDERS.keySet());
    Set<String> gone = new TreeSet<>(HOLDERS.keySet());
    gone.removeAll(leases.keySet());
    return Stream.of(
            unlisted.stream()
                .map(lease -> lease + " is not listed with the functions that take it"),
            gone.stream().map(lease -> lease + " is listed, and there is no such constant"),
            HOLDERS.entrySet().stream()
                .filter(held -> leases.containsKey(held.getKey()))
                .flatMap(held ->
                    held.getValue().stream()
                        .flatMap(function ->
                            faults(
                                held.getKey(),
                                leases.getOrDefault(held.getKey(), 0L),
                                function,
                                templates))))
        .flatMap(faults -> faults)
        .toList();
  }

  private static Stream<String> faults(
      String lease, long seconds, String operation, List<Template> templates) {
    List<String> faults =
        templates.stream()
            .flatMap(template ->
                template
                    .functions()
                    .filter(function -> function.operation().equals(operation))
                    .flatMap(function -> faults(lease, seconds, function, template)))
            .toList();
    boolean exists =
        FunctionRules.functions(templates).anyMatch(each -> each.operation().equals(operation));
    return exists ? faults.stream() : Stream.of(lease + " is of no function " + operation);
  }

  private static Stream<String> faults(
      String lease, long seconds, Resource function, Template template) {
    Stream<String> tooShort =
        FunctionRules.check(
            seconds >= function.properties().at("Timeout").number(),
            function,
            "may still work when " + lease + " is over");
    Stream<String> tooLong =
        function.own().at("Events").fields().values().stream()
            .filter(event -> event.at("Type").is("SQS"))
            .map(event -> template.properties(event.at("Properties", "Queue").target()))
            .flatMap(queue ->
                FunctionRules.check(
                    seconds < queue.at("VisibilityTimeout").number(),
                    function,
                    "tries again while " + lease + " is held, and uses up a try"));
    return Stream.concat(tooShort, tooLong);
  }
}
