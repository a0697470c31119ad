package clientportal.platform.log;

import java.util.Optional;

/** A failure that is counted wherever it ends, so that who throws it knows nothing of a log. */
public interface Counted {
  Optional<Metric> counted();
}
