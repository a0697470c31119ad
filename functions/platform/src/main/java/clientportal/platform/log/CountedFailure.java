package clientportal.platform.log;

import java.util.Optional;

/** A failure that names the metric to count it by, so that whoever throws it needs no log. */
public interface CountedFailure {
  Optional<Metric> metric();
}
