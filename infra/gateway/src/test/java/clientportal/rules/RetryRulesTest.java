package clientportal.rules;

import static clientportal.rules.Planted.APPLICATION;
import static clientportal.rules.Planted.planted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is tried again is tried while its result is still of use. */
class RetryRulesTest {
  private static final String NOTIFICATIONS = "functions/notifications/template.yaml";
  private static final String TOKEN =
      "functions/access/src/main/java/clientportal/access/records/Token.java";
  private static final String VERIFICATION = "Duration VERIFICATION = Duration.ofMinutes(30)";
  private static final Map<String, String> SOURCES = Template.sources();

  @Test
  void retries_fitTheWork() {
    assertThat(RetryRules.retriesFit(SOURCES, APPLICATION)).isEmpty();
  }

  /** Five tries, six minutes apart, were all of the thirty minutes. */
  @Test
  void retriesUntilTheWorkIsOfNoUse_areFound() {
    String fault =
        "SendVerificationsFunction: tries for more than half the time for which its work is of use";
    assertThat(withTemplate("VisibilityTimeout: 180", "VisibilityTimeout: 360"))
        .containsExactly(fault);
    assertThat(withToken(VERIFICATION, VERIFICATION.replace("30", "29"))).containsExactly(fault);
    assertThat(withTemplate("AgeInSeconds: 21600", "AgeInSeconds: 43201"))
        .containsExactly(
            "RelayEventsFunction: tries for more than half the time for which the stream keeps"
                + " records");
    assertThat(withTemplate("AgeInSeconds: 21600", "AgeInSeconds: 84000"))
        .contains(
            "RelayLostEventsFunction: tries for more than half the time for which its work is of"
                + " use");
  }

  @Test
  void aConsumer_thatNobodyListed_isFound() {
    assertThat(withTemplate("{Application}-RecordMailReports", "{Application}-RecordComplaints"))
        .containsExactly(
            "RecordMailReportsFunction: is not listed with how long its work is of use");
    assertThat(withToken("Duration VERIFICATION", "Duration OTHER"))
        .containsExactly(
            "there is no constant Token.VERIFICATION",
            "SendVerificationsFunction: is not listed with how long its work is of use");
  }

  private static List<String> withToken(String right, String wrong) {
    String source = String.valueOf(SOURCES.get(TOKEN));
    assertThat(source).contains(right);
    Map<String, String> sources = new HashMap<>(SOURCES);
    sources.put(TOKEN, source.replace(right, wrong));
    return RetryRules.retriesFit(sources, APPLICATION);
  }

  private static List<String> withTemplate(String right, String wrong) {
    Template planted = planted(NOTIFICATIONS, right, wrong);
    return RetryRules.retriesFit(
        SOURCES,
        APPLICATION.stream()
            .map(each -> each.path().equals(planted.path()) ? planted : each)
            .toList());
  }
}
