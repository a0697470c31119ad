package clientportal.accounts;

import clientportal.access.decision.Recipient;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.ContactPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.MemberPath;
import clientportal.platform.http.Request;

/** The path of the account of a client, of one of its contacts, or of a member. */
record AccountPath<H extends Holder.Reader>(H holder, String location) {

  /** Reads {@code …/clients/{clientId}/account}. */
  static AccountPath<Holder.Party> ofClient(Request request) {
    ClientPath path = ClientPath.of(request);
    return new AccountPath<>(new Holder.Party(path, Recipient.CLIENT), path + "/account");
  }

  /** Reads {@code …/contacts/{contactId}/account}. */
  static AccountPath<Holder.Party> ofContact(Request request) {
    ContactPath path = ContactPath.of(request);
    return new AccountPath<>(
        new Holder.Party(path.client(), new Recipient.Contact(path.contact())), path + "/account");
  }

  /** Reads {@code …/members/{memberId}/account}. */
  static AccountPath<Holder.Member> ofMember(Request request) {
    MemberPath path = MemberPath.of(request);
    return new AccountPath<>(new Holder.Member(path.firm(), path.member()), path + "/account");
  }
}
