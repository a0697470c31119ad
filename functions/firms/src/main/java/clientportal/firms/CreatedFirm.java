package clientportal.firms;

import clientportal.access.records.Firm;
import clientportal.access.records.StaffMember;
import clientportal.platform.json.JsonObject;

/** A new firm and its invited administrator. */
record CreatedFirm(Firm firm, StaffMember administrator) {

  JsonObject toView() {
    return FirmView.brief(firm).with("administrator", StaffView.brief(administrator));
  }
}
