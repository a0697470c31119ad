package clientportal.sites;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.LogoType;
import clientportal.access.keys.LogoPath;
import clientportal.access.keys.SitePath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;

/**
 * A logo that everybody gets: that of a site, or one that it had before, so that mails that were
 * sent keep showing it.
 *
 * @param type that its bytes were found to have
 */
record ShownLogo(LogoKey key, LogoType type) {

  Item toItem() {
    return Fields.of()
        .with("firmId", key.site().firm().value())
        .with("type", type.mediaType())
        .at(TableKeys.logo(key.path()));
  }

  static ShownLogo fromItem(Item item) {
    Fields fields = item.fields();
    LogoPath path = TableKeys.logoOf(item.key());
    return new ShownLogo(
        new LogoKey(new SitePath(new FirmId(fields.text("firmId")), path.slug()), path.version()),
        LogoType.of(fields.text("type")));
  }
}
