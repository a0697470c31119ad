package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;

/** The sign-in of each person, in the user pool. */
interface Identities {

  /** Returns the sign-in of a proved address; creates it if there is none. */
  PersonId create(EmailAddress email);

  /**
   * Sets a password.
   *
   * @throws clientportal.platform.problem.ProblemException {@code password-too-weak}
   */
  void setPassword(PersonId person, String password);

  /**
   * Replaces the password that was there, removes all passkeys and ends all sessions. Whoever knew
   * or had one of them is out. An authenticator app stays, because it is asked for as well: whoever
   * has only the mailbox does not get past it. While it is there, passkeys are not taken and stay.
   *
   * @throws clientportal.platform.problem.ProblemException {@code password-too-weak}; nothing has
   *     changed then
   */
  void renew(PersonId person, String password);

  /**
   * Leaves a password and the mailed code as the only ways to sign in: turns the authenticator app
   * off and then renews.
   *
   * @throws clientportal.platform.problem.ProblemException {@code password-too-weak}
   */
  void startOver(PersonId person, String password);

  /** Ends all sessions of a person: none can be renewed. */
  void endSessions(PersonId person);
}
