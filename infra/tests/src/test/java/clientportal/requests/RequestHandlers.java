package clientportal.requests;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.table.Table;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;

/** The handlers of requests on a table of a test. */
public record RequestHandlers(Table table, Clock clock, Ids ids) {
  private RequestsModule module() {
    return new RequestsModule(new Access(table, clock), table, ids);
  }

  public RequestStreamHandler createEngagement() {
    return new CreateEngagementHandler(module().createEngagement());
  }

  public RequestStreamHandler requestDocuments() {
    return new RequestDocumentsHandler(module().requestDocuments());
  }

  public RequestStreamHandler sendRequest() {
    return new SendRequestHandler(module().sendRequest());
  }

  public RequestStreamHandler previewRequest() {
    return new PreviewRequestHandler(module().previewRequest());
  }
}
