package clientportal.firms;

import clientportal.delivery.EventMessage;
import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the events after which a step of a hand-over is made. */
public record ContinueHandOverHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ContinueHandOverHandler() {
    this(FirmsModule.fromEnvironment().continueHandOver());
  }

  ContinueHandOverHandler(ContinueHandOver continueHandOver) {
    this(Batch.ofMessages(body -> continueHandOver.handle(EventMessage.of(body))));
  }
}
