package clientportal.notes;

import clientportal.delivery.EventMessage;
import clientportal.platform.LambdaFunction;
import clientportal.platform.queue.Batch;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Consumes the events of group notes that the lists of their participants follow. */
public record FanOutGroupNoteHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public FanOutGroupNoteHandler() {
    this(NotesModule.fromEnvironment().fanOutGroupNote());
  }

  FanOutGroupNoteHandler(FanOutGroupNote fanOutGroupNote) {
    this(Batch.ofMessages(body -> fanOutGroupNote.handle(EventMessage.of(body))));
  }
}
