package clientportal.platform.http;

import clientportal.platform.json.Json;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One invocation of a function, outside Lambda; it keeps what the function logs. */
public final class Invocation implements Context, LambdaLogger {
  private final List<String> lines = new ArrayList<>();

  /** Calls the function; returns its answer. */
  public String send(RequestStreamHandler handler, Object event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      byte[] bytes = Json.write(event).getBytes(StandardCharsets.UTF_8);
      handler.handleRequest(new ByteArrayInputStream(bytes), out, this);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Returns what was logged, one entry for each call of the logger. */
  public List<String> log() {
    return List.copyOf(lines);
  }

  /** Returns the one line that was logged, as JSON. */
  public Map<String, Object> line() {
    if (lines.size() != 1
        || lines.getFirst().contains("\n")
        || !(Json.read(lines.getFirst()) instanceof Map<?, ?> json)) {
      throw new AssertionError("not one line of JSON: " + lines);
    }
    Map<String, Object> line = new LinkedHashMap<>();
    json.forEach((name, value) -> line.put((String) name, value));
    return line;
  }

  @Override
  public void log(String message) {
    lines.add(message);
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }

  @Override
  public String getAwsRequestId() {
    return "request-1";
  }

  @Override
  public String getLogGroupName() {
    return "group";
  }

  @Override
  public String getLogStreamName() {
    return "stream";
  }

  @Override
  public String getFunctionName() {
    return "test-Function";
  }

  @Override
  public String getFunctionVersion() {
    return "1";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:eu-west-1:000000000000:function:test-Function";
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
    return 60_000;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 1024;
  }

  @Override
  public String getXrayTraceId() {
    return "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=53995c3f42cd8ad8;Sampled=1";
  }

  @Override
  public LambdaLogger getLogger() {
    return this;
  }
}
