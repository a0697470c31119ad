package clientportal.requests;

import clientportal.access.records.EngagementStatus;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The body of {@code setEngagementStatus}.
 *
 * @param cancelRest whether what is open or in review is cancelled when the engagement is completed
 */
record NewStatus(EngagementStatus status, boolean cancelRest) {
  private static final Shape<String> STATUSES =
      Shape.oneOf(
          Arrays.stream(EngagementStatus.values())
              .map(EngagementStatus::text)
              .collect(Collectors.toUnmodifiableSet()));
  private static final Shape<EngagementStatus> STATUS =
      json -> EngagementStatus.of(STATUSES.read(json));
  private static final Shape<String> REST = Shape.oneOf(Set.of("cancel"));

  static NewStatus read(Input input) {
    Field<EngagementStatus> status = input.required("status", STATUS);
    Field<Optional<String>> rest = input.optional("rest", REST);
    if (input.has("rest") && !status.isFaulty() && status.get() != EngagementStatus.COMPLETED) {
      input.fault("rest", Fault.Code.UNKNOWN, "is only for the status completed");
    }
    return input.build(() -> new NewStatus(status.get(), rest.get().isPresent()));
  }
}
