package clientportal.notifications;

import clientportal.access.ids.PersonId;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Firm;
import clientportal.access.records.Portal;
import clientportal.access.records.Portals;
import clientportal.access.records.Site;
import clientportal.delivery.DigestAddressee;
import clientportal.notifications.mail.Letterhead;
import clientportal.notifications.mail.Sender;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The site to which the mails of a client, contact or member link, and in whose name they are sent:
 * with its name and its logo. Staff are mailed in the name of their firm.
 */
record MailSite(String slug, Sender sender) {

  /** Reads a site of a firm. */
  static MailSite of(Firm firm, String slug, Table table) {
    return of(firm, table.require(TableKeys.firmSite(firm.id(), slug)));
  }

  private static MailSite of(Firm firm, Item item) {
    Site site = Site.fromItem(item);
    Letterhead letterhead = new Letterhead(site.settings().displayName(), logo(site));
    return new MailSite(site.slug(), Sender.of(firm, letterhead));
  }

  private static Letterhead.@Nullable Logo logo(Site site) {
    return site.logo()
        .current()
        .map(logo -> Letterhead.Logo.fitted(logo.url(site.slug()), logo.width(), logo.height()))
        .orElse(null);
  }

  /**
   * Reads the site of somebody who has not signed in yet: that of a member's oldest portal, and
   * else the firm's first; empty for staff.
   */
  static Optional<MailSite> of(Holder holder, Firm firm, Table table) {
    return switch (holder) {
      case Holder.Staff _ -> Optional.empty();
      case Holder.Party _ -> Optional.of(of(firm, firm.slug(), table));
      case Holder.Member member -> Optional.of(of(member, firm, table));
    };
  }

  private static MailSite of(Holder.Member member, Firm firm, Table table) {
    String slug =
        Portals.of(member.firm(), member.member(), table).stream()
            .map(Portal::site)
            .findFirst()
            .orElse(firm.slug());
    return of(firm, slug, table);
  }

  /** Reads the site of somebody who has an account, or had one. */
  static MailSite of(Holder.Reader holder, Optional<PersonId> person, Firm firm, Table table) {
    return switch (holder) {
      case Holder.Party _ ->
          person.map(is -> of(firm, is, table)).orElseGet(() -> of(firm, firm.slug(), table));
      case Holder.Member member -> of(member, firm, table);
    };
  }

  /** Reads the site of a firm on which a person registered, or else the firm's first. */
  static MailSite of(Firm firm, PersonId person, Table table) {
    Key registeredAt = TableKeys.personSite(person, firm.id());
    Key first = TableKeys.firmSite(firm.id(), firm.slug());
    Items items = table.read(List.of(registeredAt, first));
    return DigestAddressee.site(person, firm.id(), items)
        .filter(slug -> !slug.equals(firm.slug()))
        .map(slug -> of(firm, slug, table))
        .orElseGet(() -> of(firm, items.require(first)));
  }

  Letterhead letterhead() {
    return sender.letterhead();
  }
}
