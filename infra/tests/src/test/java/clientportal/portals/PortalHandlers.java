package clientportal.portals;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.table.Table;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;

/** The handlers of portals on a table of a test. */
public record PortalHandlers(Table table, Clock clock, Ids ids) {
  private PortalsModule module() {
    return new PortalsModule(new Access(table, clock), table, ids);
  }

  public RequestStreamHandler createPortal() {
    return new CreatePortalHandler(module().createPortal());
  }

  public RequestStreamHandler previewPortal() {
    return new PreviewPortalHandler(module().previewPortal());
  }

  public RequestStreamHandler addPortalMembers() {
    return new AddPortalMembersHandler(module().addPortalMembers());
  }

  public RequestStreamHandler previewPortalMembers() {
    return new PreviewPortalMembersHandler(module().previewPortalMembers());
  }
}
