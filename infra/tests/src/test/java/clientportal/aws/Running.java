package clientportal.aws;

import java.util.Optional;
import java.util.function.Supplier;

/** Starts the services once; what did not start is not tried again for each class. */
final class Running implements Supplier<Aws> {
  static final Running AWS = new Running();

  private Optional<Aws> aws = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();

  private Running() {}

  @Override
  public synchronized Aws get() {
    if (aws.isEmpty() && failure.isEmpty()) {
      try {
        aws = Optional.of(Aws.isLocalStack() ? LocalStackAws.start() : EmbeddedAws.start());
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      }
    }
    return aws.orElseThrow(() ->
        new IllegalStateException(
            failure.map(Throwable::getMessage).orElse(""), failure.orElse(null)));
  }
}
