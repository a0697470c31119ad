package clientportal.firms;

import clientportal.access.Firm;
import clientportal.access.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import java.util.List;

/** Writes the sites of firms; the only writer of theirs. */
final class Sites {
  private Sites() {}

  /** What stands where a slug is taken. */
  static Key taken(String slug) {
    return TableKeys.site(slug);
  }

  /** Makes a firm's first site, which has its name and slug; no other may have the slug. */
  static List<Write> first(Firm firm) {
    return List.of(
        Write.create(Fields.of().with("firmId", firm.id().value()).at(TableKeys.site(firm.slug()))),
        Write.create(
            Fields.of()
                .with("name", firm.name())
                .with("createdAt", firm.createdAt())
                .at(TableKeys.firmSite(firm.id(), firm.slug()))));
  }
}
