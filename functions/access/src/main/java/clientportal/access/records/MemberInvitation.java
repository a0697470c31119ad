package clientportal.access.records;

import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;

/** Creates the invited account of a member when they are let into a portal. */
public final class MemberInvitation {
  /** The number of writes: the account, and the copy of its status. */
  public static final int WRITES = 2;

  private MemberInvitation() {}

  /** Returns the writes for a member who never had an account. */
  public static List<Write> of(Member member, Instant now) {
    Account account = Account.invite(member.holder(), member.email(), now);
    return List.of(account.create(), account.copyToHolder(member.revision()));
  }
}
