package clientportal.accounts;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.ContactPath;
import clientportal.access.keys.Holder;
import clientportal.platform.http.Request;

/** The path of the account of a client or of one of its contacts. */
record AccountPath(Holder.Party holder, String location) {

  /** Reads {@code …/clients/{clientId}/account}. */
  static AccountPath ofClient(Request request) {
    ClientPath path = ClientPath.of(request);
    return new AccountPath(new Holder.Party(path, Recipient.CLIENT), path + "/account");
  }

  /** Reads {@code …/contacts/{contactId}/account}. */
  static AccountPath ofContact(Request request) {
    ContactPath path = ContactPath.of(request);
    return new AccountPath(
        new Holder.Party(path.client(), new Recipient.Contact(path.contact())), path + "/account");
  }
}
