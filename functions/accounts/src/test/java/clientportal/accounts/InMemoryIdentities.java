package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.records.SignInChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Sign-ins in memory. */
final class InMemoryIdentities implements Identities {
  final Map<String, PersonId> people = new HashMap<>();
  final Map<PersonId, String> passwords = new HashMap<>();
  final Set<PersonId> withPasskeys = new HashSet<>();
  final Set<PersonId> withApp = new HashSet<>();
  final List<PersonId> ended = new ArrayList<>();

  /** What setting a password fails with. */
  Optional<RuntimeException> failure = Optional.empty();

  PersonId of(String email) {
    return Optional.ofNullable(people.get(email)).orElseThrow();
  }

  @Override
  public PersonId create(EmailAddress email) {
    return people.computeIfAbsent(
        email.canonical(), _ -> new PersonId(UUID.randomUUID().toString()));
  }

  @Override
  public void setPassword(PersonId person, String password) {
    failure.ifPresent(refusal -> {
      throw refusal;
    });
    passwords.put(person, password);
  }

  @Override
  public void renew(SignInChange change, String password) {
    PersonId person = change.person();
    setPassword(person, password);
    if (!withApp.contains(person)) {
      withPasskeys.remove(person);
    }
    ended.add(person);
  }

  @Override
  public void startOver(SignInChange change, String password) {
    PersonId person = change.person();
    setPassword(person, password);
    withApp.remove(person);
    withPasskeys.remove(person);
    ended.add(person);
  }

  @Override
  public void endSessions(PersonId person) {
    ended.add(person);
  }
}
