package clientportal.notifications;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.events.EventData.Subscription;
import clientportal.access.events.EventSamples;
import clientportal.aws.Templates;
import clientportal.local.template.Application;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SubscriptionsTest {

  /** The types of event that the consumer of each queue handles, as the compiler checks. */
  private static Map<String, Set<String>> handled() {
    return Stream.of(Subscription.class.getPermittedSubclasses())
        .collect(
            Collectors.toMap(
                Class::getSimpleName,
                subscription ->
                    EventSamples.types(subscription)
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new))));
  }

  @Test
  void eachSubscription_asksForExactlyTheEventsThatItsConsumerHandles() {
    Map<String, Set<String>> filtered = new TreeMap<>();
    for (Application.Subscription each : Templates.APPLICATION.subscriptions()) {
      assertThat(each.filterPolicy()).containsOnlyKeys("type");
      filtered.put(queue(each), types(each));
    }

    assertThat(filtered).hasSizeGreaterThan(3).isEqualTo(handled());
  }

  private static Set<String> types(Application.Subscription subscription) {
    return ((List<?>) requireNonNull(subscription.filterPolicy().get("type")))
        .stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The queue, as it is called in its template. */
  static String queue(Application.Subscription subscription) {
    return subscription.queueArn().replaceFirst(".*-", "");
  }
}
