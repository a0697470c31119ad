package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;

/** The sign-in of each person, in the user pool. */
interface Identities {

  /** Creates a sign-in for an address that was proved, or returns the one that it has. */
  PersonId create(EmailAddress email);

  /**
   * Sets a password.
   *
   * @throws clientportal.platform.problem.ProblemException {@code password-too-weak}
   */
  void setPassword(PersonId person, String password);

  /** Ends every session of a person: none is renewed any more. */
  void endSessions(PersonId person);
}
