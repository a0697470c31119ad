package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Page;
import clientportal.platform.table.PageQuery;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A table and identities whose calls are counted together: before one of them others act once, or
 * the function dies, before the call or after it.
 */
final class AtEachCall implements Table, Identities {
  private final Table table;
  private final Identities identities;
  private final int step;
  private final Runnable before;
  private final Runnable after;
  private int calls;

  AtEachCall(Table table, Identities identities, int step, Runnable before, Runnable after) {
    this.table = table;
    this.identities = identities;
    this.step = step;
    this.before = before;
    this.after = after;
  }

  /** The function dies at this point. */
  @SuppressWarnings("DoNotCallSuggester")
  static void die() {
    throw new IllegalStateException("died");
  }

  /** Tells whether there was such a call at all. */
  boolean happened() {
    return calls >= step;
  }

  private <T> T call(java.util.function.Supplier<T> call) {
    boolean here = ++calls == step;
    if (here) {
      before.run();
    }
    T result = call.get();
    if (here) {
      after.run();
    }
    return result;
  }

  private void run(Runnable call) {
    this.<Optional<Object>>call(() -> {
      call.run();
      return Optional.empty();
    });
  }

  @Override
  public Items read(Collection<Key> keys) {
    return call(() -> table.read(keys));
  }

  @Override
  public Page query(PageQuery query) {
    return call(() -> table.query(query));
  }

  @Override
  public void write(List<Write> writes) {
    run(() -> table.write(writes));
  }

  @Override
  public Optional<Item> update(Write.Update update) {
    return call(() -> table.update(update));
  }

  @Override
  public PersonId create(EmailAddress email) {
    return call(() -> identities.create(email));
  }

  @Override
  public void setPassword(PersonId person, String password) {
    run(() -> identities.setPassword(person, password));
  }

  @Override
  public void endSessions(PersonId person) {
    run(() -> identities.endSessions(person));
  }
}
