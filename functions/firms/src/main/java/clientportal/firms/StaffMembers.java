package clientportal.firms;

import clientportal.access.decision.Role;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.Recorder;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.NoticeMails;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.StaffMember;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates staff members and the writes for each. */
final class StaffMembers {
  private StaffMembers() {}

  /** Creates a staff member who is to be invited; {@code webPortal} is never a default. */
  static StaffMember invited(
      FirmId firm, StaffId id, String name, EmailAddress email, Role role, Instant now) {
    return new StaffMember(
        firm,
        id,
        name,
        email,
        role,
        false,
        true,
        AccountStatus.INVITED,
        Optional.empty(),
        now,
        Optional.empty(),
        NoticeMails.EACH,
        1);
  }

  /** Writes a new staff member with the account, unless another has the address. */
  static List<Write> invite(StaffMember member, Recorder recorder) {
    FirmId firm = member.firm();
    return List.of(
        Write.create(member.toItem()),
        Write.create(
            Fields.of()
                .with("staffId", member.id().value())
                .at(TableKeys.staffEmail(firm, member.email()))),
        Account.invite(member.holder(), member.email(), member.createdAt()).create(),
        recorder.record(new StaffInvited(member.holder(), member.name())));
  }
}
