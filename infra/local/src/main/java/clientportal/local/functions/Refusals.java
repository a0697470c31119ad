package clientportal.local.functions;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;

/** The calls to AWS that are answered with an error, so that tests see what functions do then. */
public final class Refusals {
  private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

  /** Returns the error with which AWS answers a call, if it does. */
  @FunctionalInterface
  public interface Refusal {
    Optional<AwsServiceException> of(SdkRequest request);
  }

  /** Sets the refusal of the calls of a function; it replaces any earlier one. */
  public void set(String function, Refusal refusal) {
    refusals.put(function, refusal);
  }

  Optional<AwsServiceException> of(String function, SdkRequest request) {
    return Optional.ofNullable(refusals.get(function)).flatMap(refusal -> refusal.of(request));
  }
}
