package clientportal.accounts;

import clientportal.access.Caller;
import clientportal.access.records.Sessions;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import java.time.Clock;
import java.util.List;

/** Signs the caller out everywhere: ends all of their sessions, this one too. */
record EndSessions(Table table, Identities identities, Clock clock) {
  void handle(Caller caller) {
    Items items = table.read(List.of(caller.sessionKey()));
    caller.requireSession(items);
    if (items.at(caller.sessionKey()).isEmpty()) {
      throw ProblemException.notFound();
    }
    // The user pool first: once the table has it, the caller cannot repeat the request.
    identities.endSessions(caller.person());
    table.write(List.of(Sessions.end(caller.person(), clock.instant())));
  }
}
