package clientportal.accounts;

import clientportal.access.records.Token;
import clientportal.platform.Hashes;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Table;
import java.time.Clock;

/**
 * Looks at what is presented to prove a mailbox. Each try is counted before it is looked at;
 * whatever is wrong with a token, the answer is the same.
 */
record Proofs(Table table, Clock clock) {
  /**
   * Returns the token that is presented with its proof.
   *
   * @throws ProblemException {@code token-not-valid}
   */
  Token require(PresentedProof presented) {
    return table
        .update(Token.countTry(Hashes.sha256(presented.token())))
        .map(Token::fromItem)
        .filter(sent -> sent.isLive(clock.instant()))
        .filter(sent -> sent.proof().stream().anyMatch(presented::proves))
        .orElseThrow(Proofs::notValid);
  }

  static ProblemException notValid() {
    return new ProblemException(
        ProblemType.TOKEN_NOT_VALID,
        "It is unknown, used, too old or was tried too often. Ask for a new mail.");
  }
}
