package clientportal.accounts;

import clientportal.access.records.Account;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;

/** Reads an account that must exist; a revoked one counts as none. */
final class ExistingAccount {
  private ExistingAccount() {}

  static Account at(Key key, Items items) {
    return items
        .at(key)
        .map(Account::fromItem)
        .filter(account -> account.status().counts())
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.ACCOUNT_REQUIRED,
                "There is no account, or it was revoked. Create one."));
  }
}
