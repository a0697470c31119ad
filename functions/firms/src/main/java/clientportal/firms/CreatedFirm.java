package clientportal.firms;

import clientportal.access.Firm;
import clientportal.access.StaffMember;
import clientportal.platform.http.JsonObject;

/** A firm that was created, with the administrator who was invited. */
record CreatedFirm(Firm firm, StaffMember administrator) {

  JsonObject toView() {
    return FirmView.brief(firm).with("administrator", StaffView.brief(administrator));
  }
}
