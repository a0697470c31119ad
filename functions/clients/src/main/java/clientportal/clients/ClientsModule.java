package clientportal.clients;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
final class ClientsModule {
  private final Clock clock;
  private final Table table;
  private final Access access;

  private ClientsModule(Clock clock, Table table) {
    this.clock = clock;
    this.table = table;
    this.access = new Access(table, clock);
  }

  static ClientsModule fromEnvironment() {
    return new ClientsModule(
        RuntimeContext.current().clock(), AwsClients.fromEnvironment().table());
  }

  CreateClient createClient() {
    return new CreateClient(access, table, new Ids(clock));
  }

  GetClient getClient() {
    return new GetClient(access);
  }

  SetTeam setTeam() {
    return new SetTeam(access, table, new Ids(clock));
  }

  CreateContact createContact() {
    return new CreateContact(access, table, new Ids(clock));
  }

  ListClients listClients() {
    return new ListClients(access, table);
  }

  UpdateClient updateClient() {
    return new UpdateClient(access, table, new Ids(clock));
  }

  ListContacts listContacts() {
    return new ListContacts(access, table);
  }

  GetContact getContact() {
    return new GetContact(access);
  }

  UpdateContact updateContact() {
    return new UpdateContact(access, table, new Ids(clock));
  }
}
