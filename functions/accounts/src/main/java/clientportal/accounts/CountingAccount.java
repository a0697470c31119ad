package clientportal.accounts;

import clientportal.access.records.Account;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;

/** An account that counts as one: where there is none, or a revoked one, nothing can be sent. */
final class CountingAccount {
  private CountingAccount() {}

  static Account at(Key key, Items items) {
    return items
        .at(key)
        .map(Account::fromItem)
        .filter(account -> account.status().counts())
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.ACCOUNT_REQUIRED, "There is no account, or none any more. Create it."));
  }
}
