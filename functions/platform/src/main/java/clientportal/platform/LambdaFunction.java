package clientportal.platform;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A handler, which Lambda constructs by name; it passes each invocation on to its delegate. */
public interface LambdaFunction extends RequestStreamHandler {
  RequestStreamHandler delegate();

  @Override
  default void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    delegate().handleRequest(event, answer, context);
  }
}
