package clientportal.access.keys;

import clientportal.access.ids.StaffId;
import clientportal.platform.http.Request;

/** The path of a staff member: {@code …/staff/{staffId}}. */
public record StaffPath(FirmPath firm, StaffId staff) {

  public static StaffPath of(Request request) {
    return new StaffPath(FirmPath.of(request), FirmPath.id(request, "staffId", StaffId::new));
  }

  @Override
  public String toString() {
    return firm + "/staff/" + staff;
  }
}
