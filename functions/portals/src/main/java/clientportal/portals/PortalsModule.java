package clientportal.portals;

import clientportal.access.Access;
import clientportal.delivery.Previews;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record PortalsModule(Access access, Table table, Ids ids) {
  static PortalsModule fromEnvironment() {
    Clock clock = RuntimeContext.current().clock();
    Table table = AwsClients.fromEnvironment().table();
    return new PortalsModule(new Access(table, clock), table, new Ids(clock));
  }

  /** Returns the same use cases on another table. */
  private PortalsModule on(Table other) {
    return new PortalsModule(new Access(other, access.clock()), other, ids);
  }

  private Previews previews() {
    return new Previews(table, access.clock());
  }

  CreatePortal createPortal() {
    return new CreatePortal(access, table, ids);
  }

  PreviewPortal previewPortal() {
    return new PreviewPortal(previews(), dry -> on(dry).createPortal());
  }

  ListPortals listPortals() {
    return new ListPortals(access, table);
  }

  GetPortal getPortal() {
    return new GetPortal(access, table);
  }

  UpdatePortal updatePortal() {
    return new UpdatePortal(access, table, ids);
  }

  AddPortalClients addPortalClients() {
    return new AddPortalClients(access, table, ids);
  }

  RemovePortalClient removePortalClient() {
    return new RemovePortalClient(access, table, ids);
  }

  AddPortalMembers addPortalMembers() {
    return new AddPortalMembers(access, table, ids);
  }

  PreviewPortalMembers previewPortalMembers() {
    return new PreviewPortalMembers(previews(), dry -> on(dry).addPortalMembers());
  }

  UpdatePortalMember updatePortalMember() {
    return new UpdatePortalMember(access, table, ids);
  }

  RemovePortalMember removePortalMember() {
    return new RemovePortalMember(access, table, ids);
  }

  ListMembers listMembers() {
    return new ListMembers(access, table);
  }

  GetMember getMember() {
    return new GetMember(access, table);
  }

  UpdateMember updateMember() {
    return new UpdateMember(access, table, ids);
  }
}
