package clientportal.platform.http;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
import clientportal.platform.json.JsonReader;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request of an unknown caller, so that a route loads the classes that it needs before the
 * snapshot is taken. It changes nothing: a route for callers refuses it, and a public one finds no
 * body. Its log lines are written only if the route failed.
 */
final class PrimingRequest implements Context, LambdaLogger {
  /** The member of an event whose value stands for every parameter of the path. */
  static final String ANY_PATH_PARAMETER = "anyPathParameter";

  private static final String NAME = "priming";
  private static final String NO_ID = "00000000000000000000000000";
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  private final List<String> lines = new ArrayList<>();

  private PrimingRequest() {}

  /** Sends one to an endpoint. */
  static void sendTo(Endpoint endpoint) {
    PrimingRequest request = new PrimingRequest();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      endpoint.handleRequest(new ByteArrayInputStream(event()), answer, request);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (JsonReader.read(answer.toString(StandardCharsets.UTF_8)).number("statusCode") >= 500) {
      request.lines.forEach(LambdaRuntime.getLogger()::log);
    }
  }

  private static byte[] event() {
    JsonObject claims =
        Json.object().with("sub", NOBODY).with("token_use", "access").with("auth_time", "0");
    JsonObject context =
        Json.object()
            .with("authorizer", Json.object().with("jwt", Json.object().with("claims", claims)))
            .with("http", Json.object().with("method", "GET").with("sourceIp", ""))
            .with("requestId", NAME);
    return Json.write(
            Json.object()
                .with("version", "2.0")
                .with("rawPath", "/" + NAME)
                .with("headers", Json.object())
                .with(ANY_PATH_PARAMETER, NO_ID)
                .with("requestContext", context)
                .with("isBase64Encoded", false))
        .getBytes(StandardCharsets.UTF_8);
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
  public LambdaLogger getLogger() {
    return this;
  }

  @Override
  public String getAwsRequestId() {
    return NAME;
  }

  @Override
  public String getLogGroupName() {
    return "";
  }

  @Override
  public String getLogStreamName() {
    return "";
  }

  @Override
  public String getFunctionName() {
    return NAME;
  }

  @Override
  public String getFunctionVersion() {
    return "";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "";
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
    return 10_000;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 0;
  }
}
