package clientportal.platform.log;

import clientportal.platform.RuntimeContext;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;

/**
 * Surrounds a function that is neither a route nor a consumer of batches: writes its line, and lets
 * the invocation fail when the work fails.
 */
public final class Job implements RequestStreamHandler {
  private final Work work;
  private final Clock clock;

  private Job(Work work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  /** Does the work of one invocation, and adds the outcome to its log line. */
  @FunctionalInterface
  public interface Work {
    void run(InputStream event, OutputStream answer, Context context, LogLine line)
        throws IOException;
  }

  public static Job of(Work work) {
    return new Job(work, RuntimeContext.current().clock());
  }

  /**
   * Runs the work.
   *
   * @throws FailedJobException if it fails
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    LogLine line = LogLine.of(context, clock);
    try {
      line.<IOException>during(() -> work.run(event, answer, context, line));
    } catch (IOException | RuntimeException failure) {
      line.failed(failure);
      throw new FailedJobException(failure, context);
    } catch (Error failure) {
      line.failed(failure);
      throw failure;
    } finally {
      line.write();
    }
  }
}
