package clientportal.accounts;

import clientportal.access.Access;
import clientportal.access.Account;
import clientportal.access.Client;
import clientportal.access.ClientPath;
import clientportal.access.Event;
import clientportal.access.Holder;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.TableKeys;
import clientportal.access.decision.Action;
import clientportal.access.decision.Recipient;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.EventId;
import clientportal.access.ids.PersonId;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.http.ProblemException;
import clientportal.platform.http.ProblemType;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a client's account; the invitation is mailed after. */
final class CreateAccount {
  private final Access access;
  private final Table table;
  private final Ids ids;

  CreateAccount(Access access, Table table, Ids ids) {
    this.access = access;
    this.table = table;
    this.ids = ids;
  }

  Account handle(
      PersonId caller, ClientPath path, Body<ConfirmedEmail> body, Idempotency idempotency) {
    return Attempts.run(() -> attempt(caller, path, body, idempotency));
  }

  private Account attempt(
      PersonId caller, ClientPath path, Body<ConfirmedEmail> body, Idempotency idempotency) {
    Holder holder = new Holder.Party(path, Recipient.CLIENT);
    Key key = TableKeys.account(holder);
    List<Key> more = new ArrayList<>(idempotency.keys());
    more.add(key);
    Reach reach = access.reach(caller, path, more);
    reach.require(Action.MANAGE_ACCOUNT);
    ConfirmedEmail confirmed = body.read();
    Optional<Account> before = reach.items().at(key).map(Account::fromItem);
    if (idempotency.earlier(reach.items(), reach.now()).isPresent()) {
      return before.orElseThrow();
    }
    Client client = Client.fromItem(path, reach.item(TableKeys.client(path)));
    EmailAddress email = invitable(client, confirmed);
    if (before.isPresent() && before.get().status().counts()) {
      throw new ProblemException(
          ProblemType.ACCOUNT_EXISTS,
          "The client has an account that is " + before.get().status().text() + ".");
    }
    Account account =
        before
            .map(revoked -> revoked.inviteAgain(email, reach.now()))
            .orElseGet(() -> Account.invite(holder, email, reach.now()));
    List<Write> writes = new ArrayList<>(idempotency.remember(path.client().value(), reach.now()));
    writes.add(before.isPresent() ? account.replace() : account.create());
    writes.add(account.copyToHolder(client.revision()));
    writes.add(invited(account, path, reach).create());
    table.write(writes);
    return account;
  }

  private static EmailAddress invitable(Client client, ConfirmedEmail confirmed) {
    if (client.kind() == Client.Kind.OTHER) {
      throw new ProblemException(
          ProblemType.KIND_WITHOUT_ACCOUNT,
          "Only clients of the kinds client and individual have accounts.");
    }
    EmailAddress onFile =
        client
            .email()
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.EMAIL_REQUIRED,
                    "Ask the client for an email address and put it on file first."));
    if (!onFile.isSameAs(confirmed.email())) {
      throw new ProblemException(
          ProblemType.EMAIL_MISMATCH,
          "The invitation goes to the address on file; confirm that one.");
    }
    return onFile;
  }

  private Event invited(Account account, ClientPath path, Reach reach) {
    return Event.ofClient(
        path,
        new EventId(ids.next()),
        Event.Type.AccountInvited,
        reach.now(),
        reach.actor(),
        Fields.of().with("holder", account.holder().toFields()).build(),
        List.of());
  }
}
