package clientportal.sharing;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.table.Table;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;

/** The handlers of shares on a table of a test. */
public record SharingHandlers(Table table, Clock clock, Ids ids) {
  private SharingModule module() {
    return new SharingModule(new Access(table, clock), table, ids);
  }

  public RequestStreamHandler setFolderShares() {
    return new SetFolderSharesHandler(module().setFolderShares(), clock);
  }

  public RequestStreamHandler previewFolderShares() {
    return new PreviewFolderSharesHandler(module().previewFolderShares(), clock);
  }

  public RequestStreamHandler setDocumentShares() {
    return new SetDocumentSharesHandler(module().setDocumentShares(), clock);
  }

  public RequestStreamHandler previewDocumentShares() {
    return new PreviewDocumentSharesHandler(module().previewDocumentShares(), clock);
  }
}
