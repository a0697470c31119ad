package clientportal.clients;

import clientportal.access.Access;
import clientportal.platform.Ids;
import clientportal.platform.RuntimeContext;
import clientportal.platform.aws.AwsClients;
import clientportal.platform.table.Table;
import java.time.Clock;

/** Wires the use cases of this module, each with only what it needs. */
record ClientsModule(Access access, Table table, Ids ids) {
  static ClientsModule fromEnvironment() {
    Clock clock = RuntimeContext.current().clock();
    Table table = AwsClients.fromEnvironment().table();
    return new ClientsModule(new Access(table, clock), table, new Ids(clock));
  }

  CreateClient createClient() {
    return new CreateClient(access, table, ids);
  }

  GetClient getClient() {
    return new GetClient(access);
  }

  SetTeam setTeam() {
    return new SetTeam(access, table, ids);
  }

  CreateContact createContact() {
    return new CreateContact(access, table, ids);
  }

  ListClients listClients() {
    return new ListClients(access, table);
  }

  UpdateClient updateClient() {
    return new UpdateClient(access, table, ids);
  }

  ListContacts listContacts() {
    return new ListContacts(access, table);
  }

  GetContact getContact() {
    return new GetContact(access);
  }

  UpdateContact updateContact() {
    return new UpdateContact(access, table, ids);
  }
}
