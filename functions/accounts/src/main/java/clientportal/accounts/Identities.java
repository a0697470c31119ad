package clientportal.accounts;

import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.PersonId;
import clientportal.access.records.SignInChange;

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
   * Replaces the person's password, removes all passkeys and ends all sessions. Whoever knew or had
   * one of them is locked out. Keeps an authenticator app, so that access to the mailbox alone is
   * not enough. While the app is on, Cognito accepts no passkeys, and they are not removed.
   *
   * @throws clientportal.platform.problem.ProblemException {@code password-too-weak}; nothing has
   *     changed then
   */
  void renew(SignInChange change, String password);

  /**
   * Leaves a password and the mailed code as the only ways to sign in: renews, and turns the
   * authenticator app off. The app is on until the new password is accepted.
   *
   * @throws clientportal.platform.problem.ProblemException {@code password-too-weak}; nothing has
   *     changed then
   */
  void startOver(SignInChange change, String password);

  /** Ends all sessions of a person: none can be renewed. */
  void endSessions(PersonId person);
}
