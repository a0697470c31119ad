package clientportal.rules;

import static clientportal.rules.Planted.APPLICATION;
import static clientportal.rules.Planted.planted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leases, time-outs of functions and visibility time-outs of queues fit together. */
class LeaseRulesTest {
  private static final String NOTIFICATIONS = "functions/notifications/";
  private static final Map<String, String> SOURCES = Template.sources();

  @Test
  void leases_fitTheFunctionsThatTakeThem() {
    assertThat(LeaseRules.leasesFit(SOURCES, APPLICATION)).isEmpty();
  }

  @Test
  void aLease_thatIsShorterThanItsFunction_isFound() {
    assertThat(withSource("MailLease", "Duration.ofSeconds(60)", "Duration.ofSeconds(59)"))
        .hasSize(3);
    assertThat(withSource("MailLease", "Duration.ofSeconds(60)", "Duration.ofSeconds(29)"))
        .hasSize(4)
        .allMatch(fault -> fault.endsWith("may still work when MailLease.LEASE is over"));
    assertThat(withSource("DigestWindow", "Duration.ofMinutes(2)", "Duration.ofSeconds(30)"))
        .containsExactly(
            "SendDueDigestsFunction: may still work when DigestWindow.FIRST_LEASE is over");
    assertThat(withTemplate("    Timeout: 60\n", "    Timeout: 61\n"))
        .filteredOn(fault -> fault.contains("MailLease.LEASE"))
        .hasSize(3);
    assertThat(withTemplate("      Timeout: 30\n", "      Timeout: 61\n"))
        .containsExactly("SendVerificationsFunction: may still work when MailLease.LEASE is over");
  }

  @Test
  void aLease_thatIsHeldWhenAMessageIsTriedAgain_isFound() {
    assertThat(withSource("MailLease", "Duration.ofSeconds(60)", "Duration.ofMinutes(6)"))
        .hasSize(4)
        .allMatch(fault -> fault.contains("tries again while MailLease.LEASE is held"));
    String queue = "  Invitations:\n    Type: AWS::SQS::Queue\n";
    String right =
        queue
            + Template.source(NOTIFICATIONS + "template.yaml")
                .transform(yaml -> yaml.substring(yaml.indexOf(queue) + queue.length()))
                .transform(rest -> rest.substring(0, rest.indexOf("360") + 3));
    assertThat(withTemplate(right, right.replaceFirst("360$", "60")))
        .containsExactly(
            "SendInvitationsFunction: tries again while MailLease.LEASE is held, and uses up a"
                + " try");
  }

  @Test
  void aLease_thatNobodyListed_isFound() {
    assertThat(withSource("MailLease", "Duration LEASE", "Duration OTHER_LEASE"))
        .containsExactly(
            "MailLease.OTHER_LEASE is not listed with the functions that take it",
            "MailLease.LEASE is listed, and there is no such constant");
    assertThat(
            withTemplate("FunctionName: !Sub ${Application}-ReportBounces", "FunctionName: Report"))
        .containsExactly("MailLease.LEASE is of no function ReportBounces");
  }

  private static List<String> withSource(String type, String right, String wrong) {
    String path =
        SOURCES.keySet().stream()
            .filter(each -> each.endsWith("/" + type + ".java"))
            .findFirst()
            .orElseThrow();
    String source = String.valueOf(SOURCES.get(path));
    assertThat(source).contains(right);
    Map<String, String> sources = new HashMap<>(SOURCES);
    sources.put(path, source.replace(right, wrong));
    return LeaseRules.leasesFit(sources, APPLICATION);
  }

  private static List<String> withTemplate(String right, String wrong) {
    Template planted = planted(NOTIFICATIONS + "template.yaml", right, wrong);
    return LeaseRules.leasesFit(
        SOURCES,
        APPLICATION.stream()
            .map(each -> each.path().equals(planted.path()) ? planted : each)
            .toList());
  }
}
