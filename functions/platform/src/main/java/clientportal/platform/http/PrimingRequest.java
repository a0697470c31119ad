package clientportal.platform.http;

import clientportal.platform.json.Json;
import clientportal.platform.json.JsonObject;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request by nobody for nothing, which loads what an answer needs. A route that asks who the
 * caller is reads that nobody is anything, and refuses; a public one misses its body. So it changes
 * nothing, and its lines are no requests': they are logged only where the route failed.
 */
final class PrimingRequest implements Context, LambdaLogger {
  private static final String NO_ID = "00000000000000000000000000";
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  /** Every parameter that a path has; one that is missing here fails the rehearsal of its route. */
  private static final List<String> PARAMETERS =
      List.of(
          "firmId",
          "staffId",
          "clientId",
          "contactId",
          "folderId",
          "documentId",
          "version",
          "registrationId");

  private final List<String> lines = new ArrayList<>();

  private PrimingRequest() {}

  static void of(Endpoint endpoint) {
    PrimingRequest rehearsal = new PrimingRequest();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      endpoint.handleRequest(new ByteArrayInputStream(event()), answer, rehearsal);
      Object read = Json.read(answer.toString(StandardCharsets.UTF_8));
      if (read instanceof Map<?, ?> response
          && response.get("statusCode") instanceof Long status
          && status >= 500) {
        rehearsal.lines.forEach(LambdaRuntime.getLogger()::log);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] event() {
    JsonObject parameters = Json.object();
    PARAMETERS.forEach(name -> parameters.with(name, NO_ID));
    JsonObject claims = Json.object().with("sub", NOBODY).with("token_use", "access");
    JsonObject context =
        Json.object()
            .with("authorizer", Json.object().with("jwt", Json.object().with("claims", claims)))
            .with("http", Json.object().with("method", "GET"))
            .with("requestId", "rehearsal");
    return Json.write(
            Json.object()
                .with("version", "2.0")
                .with("rawPath", "/rehearsal")
                .with("headers", Json.object())
                .with("pathParameters", parameters)
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
    return "rehearsal";
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
    return "rehearsal";
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
