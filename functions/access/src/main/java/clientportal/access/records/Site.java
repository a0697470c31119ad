package clientportal.access.records;

import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;

/**
 * A public web address of a firm.
 *
 * @param slug its place in the address, unique among all firms and never changed
 */
public record Site(FirmId firm, String slug, String name, Instant createdAt) {

  /** Returns the site that a firm is created with, which always has the firm's name. */
  public static Site first(Firm firm) {
    return new Site(firm.id(), firm.slug(), firm.name(), firm.createdAt());
  }

  /** Requires that no firm has a site with the slug, whose {@code SITE#} key has been read. */
  public static void requireFree(String slug, Items items) {
    if (items.at(TableKeys.site(slug)).isPresent()) {
      throw new ProblemException(ProblemType.SLUG_TAKEN, "Choose another slug.");
    }
  }

  /** Returns the firm of a site, from the item by which its address finds it. */
  public static FirmId firmOf(Item address) {
    return new FirmId(address.fields().text("firmId"));
  }

  /** Writes the items by which the address and the firm find the site, unless the slug is taken. */
  public List<Write> create() {
    return List.of(
        Write.create(Fields.of().with("firmId", firm.value()).at(TableKeys.site(slug))),
        Write.create(toItem()));
  }

  public Item toItem() {
    return Fields.of()
        .with("name", name)
        .with("createdAt", createdAt)
        .with("namesPartition", TableKeys.siteNames(firm))
        .with("namesSort", TableKeys.timeSort(createdAt, slug))
        .at(TableKeys.firmSite(firm, slug));
  }

  public static Site fromItem(Item item) {
    Fields fields = item.fields();
    return new Site(
        TableKeys.firmOf(item.key()),
        TableKeys.slugOf(item.key()),
        fields.text("name"),
        fields.instant("createdAt"));
  }
}
