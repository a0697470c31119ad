package clientportal.demo;

import java.util.Map;
import java.util.function.Consumer;

/** Opens the demo's firm: the operator creates it, its staff sign in and serve their clients. */
final class DemoFirm {
  private final LocalPortal portal;
  private final Consumer<String> progress;

  DemoFirm(LocalPortal portal, Consumer<String> progress) {
    this.portal = portal;
    this.progress = progress;
  }

  /** Fills everything in; a fault {@code slug-taken} if the firm is there. */
  void open() throws InterruptedException {
    Inbox mail = Inbox.of(portal, Cast.INGRID);
    Answer firm = createFirm();
    String path = "/v1/firms/" + firm.require("firmId");
    progress.accept("the firm: " + Cast.FIRM);
    Session ingrid = Session.acceptInvitation(portal, Cast.INGRID, mail);
    Colleague administrator =
        new Colleague(firm.json().at("/administrator/staffId").asText(), ingrid);
    permit(ingrid, path, administrator);
    progress.accept("its site, with a logo and a color");
    new DemoSite(ingrid, path).setUp();

    progress.accept("its staff: " + Cast.INGRID.name() + " invites two colleagues");
    Colleague daniel = hire(ingrid, path, Cast.DANIEL);
    permit(ingrid, path, daniel);
    Colleague marta = hire(ingrid, path, Cast.MARTA);
    new DemoClients(portal, progress, path, administrator, daniel, marta).serve();
  }

  private Answer createFirm() throws InterruptedException {
    return Session.withCode(portal, Cast.OPERATOR)
        .post(
            "/v1/firms",
            Map.of(
                "name",
                Cast.FIRM,
                "slug",
                Cast.SLUG,
                "administrator",
                Map.of("name", Cast.INGRID.name(), "email", Cast.INGRID.email())));
  }

  private Colleague hire(Session administrator, String firm, Visitor person)
      throws InterruptedException {
    Inbox mail = Inbox.of(portal, person);
    Answer staff =
        administrator.post(
            firm + "/staff",
            Map.of("name", person.name(), "email", person.email(), "role", "staff"));
    return new Colleague(staff.require("staffId"), Session.acceptInvitation(portal, person, mail));
  }

  /** Gives {@code webPortal}, which nobody has by default. */
  private static void permit(Session administrator, String firm, Colleague colleague)
      throws InterruptedException {
    administrator.patch(firm + "/staff/" + colleague.staffId(), Map.of("webPortal", true));
  }
}
