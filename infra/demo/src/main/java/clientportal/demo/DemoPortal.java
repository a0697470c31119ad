package clientportal.demo;

import java.util.List;
import java.util.Map;

/** A portal of two clients who work together, and its members. */
record DemoPortal(LocalPortal portal, String firm, Session staff) {
  /** Members come in, and the contributor among them sees one folder of the first client. */
  Upload open(ClientFile first, ClientFile second) throws InterruptedException {
    Inbox graceMail = Inbox.of(portal, Cast.GRACE);
    Inbox tomasMail = Inbox.of(portal, Cast.TOMAS);
    Answer created =
        staff.post(
            firm + "/portals",
            Map.of(
                "slug",
                Cast.SLUG,
                "name",
                "The studio at the harbour",
                "clientIds",
                List.of(first.clientId(), second.clientId()),
                "members",
                List.of(member(Cast.GRACE, "full-access"), member(Cast.TOMAS, "contributor"))));
    Session.acceptInvitation(portal, Cast.GRACE, graceMail);
    Session.acceptInvitation(portal, Cast.TOMAS, tomasMail);

    Folder studio = first.addFolder(staff, "Studio");
    staff.put(
        studio.path() + "/shares",
        Map.of(
            "recipients",
            List.of(
                Map.of("recipient", "client", "access", "view-upload"),
                Map.of("recipient", "member:" + id(created, Cast.TOMAS), "access", "view"))));
    return studio.upload(
        staff,
        SampleFile.pdf(
            "Lease of the studio.pdf", "Lease of the studio", "", "From 1 March 2026", "780.00"));
  }

  private static Map<String, ?> member(Visitor person, String role) {
    return Map.of("name", person.name(), "email", person.email(), "role", role);
  }

  private static String id(Answer created, Visitor person) {
    for (var member : created.json().path("members")) {
      if (member.path("email").asText().equals(person.email())) {
        return member.path("memberId").asText();
      }
    }
    throw new DemoFault(person.email() + " is no member of the portal");
  }
}
