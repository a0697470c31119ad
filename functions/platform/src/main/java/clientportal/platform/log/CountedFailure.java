package clientportal.platform.log;

import java.util.Optional;

/** A failure that names the metric that counts it, so that the code that throws it needs no log. */
public interface CountedFailure {
  Optional<Metric> metric();
}
