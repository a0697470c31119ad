package clientportal.local.functions;

import clientportal.local.template.Application;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The context that Lambda would pass to a function. */
final class LocalContext implements Context {
  private final Application.Function function;
  private final String requestId;
  private final PrintStream log;
  private final long endNanos;
  private final String trace;

  LocalContext(Application.Function function, String requestId, PrintStream log) {
    this.function = function;
    this.requestId = requestId;
    this.log = log;
    this.trace = trace(requestId);
    this.endNanos = System.nanoTime() + function.timeout().toNanos();
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/local/" + function.name();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function.name();
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return function.arn() + ":live";
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, Duration.ofNanos(endNanos - System.nanoTime()).toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memory();
  }

  /** Each invocation starts a trace of its own, which is not collected. */
  private static String trace(String requestId) {
    String digits = requestId.replace("-", "");
    return "Root=1-" + digits.substring(0, 8) + "-" + digits.substring(8) + ";Sampled=0";
  }

  @Override
  public String getXrayTraceId() {
    return trace;
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.println(message);
      }

      @Override
      public void log(byte[] message) {
        log.println(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
