package clientportal.access.keys;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.MemberId;
import clientportal.platform.http.Request;

/** The path of a member of a firm's portals: {@code /v1/firms/{firmId}/members/{memberId}}. */
public record MemberPath(FirmId firm, MemberId member) {

  public static MemberPath of(Request request) {
    return new MemberPath(
        FirmPath.of(request).firm(), FirmPath.id(request, "memberId", MemberId::new));
  }

  @Override
  public String toString() {
    return new FirmPath(firm) + "/members/" + member;
  }
}
