package clientportal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.contract.PublishedContract.Operation;
import clientportal.driver.Contract;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The contract backwards: each answer that it documents was given in one of the tests before this
 * one, so it runs last and proves nothing alone. That answers have the headers that are documented
 * with them is verified with each call.
 */
@Isolated
final class DocumentedAnswersIT {
  @Test
  void everyDocumentedAnswer_wasGiven() {
    Set<DocumentedAnswer> missing = documented();
    missing.removeAll(Contract.given());
    missing.removeAll(onlyOfTheGateway());

    assertThat(missing)
        .as(
            "run all integration tests (mvn verify); then test these answers, or document them"
                + " less")
        .isEmpty();
  }

  /** The gateway throttles every operation, and not here; few count anything themselves. */
  private static Set<DocumentedAnswer> onlyOfTheGateway() {
    return PublishedContract.read().operations().stream()
        .filter(operation -> !operation.node().path("description").asText().contains("429"))
        .map(operation -> DocumentedAnswer.of(operation.id(), 429, "urn:problem:too-many-requests"))
        .collect(Collectors.toSet());
  }

  @Test
  void everyProblemThatWasGiven_isDocumented() {
    Set<DocumentedAnswer> others = new TreeSet<>(Contract.given());
    others.removeAll(documented());
    others.removeIf(answer -> answer.problem().isEmpty());

    assertThat(others).isEmpty();
  }

  @Test
  void everyDocumentedHeader_isOneThatEachCallVerifies() {
    Set<String> headers =
        PublishedContract.read().operations().stream()
            .flatMap(operation ->
                operation.statuses().flatMap(status -> operation.headers(status).stream()))
            .collect(Collectors.toSet());

    assertThat(headers).isEqualTo(Contract.guidingHeaders());
  }

  private static Set<DocumentedAnswer> documented() {
    Set<DocumentedAnswer> documented = new TreeSet<>();
    for (Operation operation : PublishedContract.read().operations()) {
      documented.addAll(operation.answers());
    }
    assertThat(documented).hasSizeGreaterThan(400);
    return documented;
  }
}
