package clientportal.requests;

import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.keys.EngagementPath;
import clientportal.delivery.Preview;
import clientportal.delivery.Previews;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows whom asking for documents, or sending what was prepared, would notify, and changes nothing.
 *
 * @param request the use case on a table
 * @param send the other one
 */
record PreviewRequest(
    Previews previews,
    Function<Table, RequestDocuments> request,
    Function<Table, SendRequest> send) {
  Preview handle(Caller caller, EngagementPath path, Body<RequestToPreview> body) {
    return previews.of(dry -> make(caller, path, body, dry)).preview();
  }

  private Asked make(Caller caller, EngagementPath path, Body<RequestToPreview> body, Table dry) {
    Optional<RequestToPreview> valid = body.ifValid();
    if (valid.isPresent() && valid.get() instanceof RequestToPreview.Sending(ItemsToSend items)) {
      return send.apply(dry).handle(caller, path, () -> items, Idempotency.none());
    }
    return request.apply(dry).handle(caller, path, () -> body.read().asking(), Idempotency.none());
  }
}
