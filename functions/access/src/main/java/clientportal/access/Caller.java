package clientportal.access;

import clientportal.access.decision.Role;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Sessions;
import clientportal.platform.http.Request;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The caller of a request, as the access token says; {@link Access} decides what they may do in a
 * firm.
 */
public record Caller(PersonId person, SignIn signIn) {

  /** How long staff and operators work after a sign-in: a long day. */
  private static final Duration STAFF_SESSION = Duration.ofHours(12);

  /** Returns the signed-in person, from the claims of the token. */
  public static Caller of(Request request) {
    return new Caller(new PersonId(request.subject()), SignIn.of(request));
  }

  /**
   * Returns the caller for work that a person started and that continues without them. It does not
   * matter whether they have signed out since.
   */
  public static Caller absent(PersonId person) {
    return new Caller(person, new SignIn(Instant.MAX, true, SignIn.Factors.TWO));
  }

  /** Returns the key to read for {@link #requireSession}. */
  public Key sessionKey() {
    return TableKeys.person(person);
  }

  /**
   * Requires that the session has not been ended. Every use case that has a caller requires it
   * before anything else; {@link Access} does so for all that happens in a firm.
   *
   * @throws ProblemException {@code session-ended}
   */
  public void requireSession(Items items) {
    Sessions.requireValid(signIn.at(), items.at(sessionKey()));
  }

  /**
   * Requires that the caller signed in today and with the staff UI, before anything is done as
   * staff or as an operator. A renewed token keeps the instant of the sign-in.
   *
   * @throws ProblemException {@code session-ended}, {@code staff-client-required}
   */
  private void requireStaffSession(Instant now) {
    if (signIn.at().isBefore(now.minus(STAFF_SESSION))) {
      throw Sessions.ended();
    }
    if (!signIn.isForStaff()) {
      throw new ProblemException(
          ProblemType.STAFF_CLIENT_REQUIRED, "Sign in again, with the staff UI's app client.");
    }
  }

  /**
   * Requires a session in which the caller may act as an operator.
   *
   * @throws ProblemException {@code session-ended}, {@code staff-client-required}, {@code
   *     second-factor-required}
   */
  public void requireOperatorSession(Instant now) {
    requireStaffSession(now);
    if (signIn.factors() == SignIn.Factors.ONE) {
      throw secondFactorRequired();
    }
  }

  /**
   * Requires a session in which the caller may act as staff. What the firms require matters only if
   * the caller signed in without a second factor.
   *
   * @param roles the caller's role in each firm
   * @param read items of the request; firms that are not among them are read
   * @throws ProblemException {@code session-ended}, {@code staff-client-required}, {@code
   *     second-factor-required}
   */
  public void requireStaffSession(Map<FirmId, Role> roles, Items read, Table table, Instant now) {
    requireStaffSession(now);
    if (signIn.factors() != SignIn.Factors.ONE) {
      return;
    }
    List<Key> others =
        roles.keySet().stream()
            .map(TableKeys::firm)
            .filter(firm -> read.at(firm).isEmpty())
            .toList();
    Items firms = others.isEmpty() ? read : read.with(others, table.read(others));
    roles.forEach((firm, role) -> {
      if (Firm.fromItem(firms.require(TableKeys.firm(firm)))
          .settings()
          .secondFactor()
          .isFor(role)) {
        throw secondFactorRequired();
      }
    });
  }

  /**
   * Requires that the token names two factors, whatever a firm or the stage asks for.
   *
   * @throws ProblemException {@code second-factor-required}
   */
  public void requireTwoFactors() {
    if (signIn.factors() != SignIn.Factors.TWO) {
      throw secondFactorRequired();
    }
  }

  private static ProblemException secondFactorRequired() {
    return new ProblemException(
        ProblemType.SECOND_FACTOR_REQUIRED,
        "Add a passkey or an authenticator app, and sign in with it.");
  }
}
