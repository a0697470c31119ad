package clientportal.sites;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.events.EventData.LogoChanged;
import clientportal.access.events.Recorder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.LogoFault;
import clientportal.access.records.LogoUpload;
import clientportal.access.records.Site;
import clientportal.access.records.SiteLogo;
import clientportal.platform.Ids;
import clientportal.platform.table.Attempts;
import clientportal.platform.table.ConflictException;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.ObjectEvent;
import clientportal.uploads.StoredFiles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks the stored bytes of a declared logo, and decides again whether the person who declared it
 * may change the site: only then is it the site's logo. Events arrive more than once, late and in
 * any order. Bytes that nobody waits for, and those that are rejected, are deleted, each time they
 * come.
 */
record ConfirmLogo(Access access, Table table, StoredFiles files, String bucket, Ids ids) {

  /** What became of an event. */
  enum Outcome {
    SHOWN,
    REJECTED,
    /** An earlier event has made it the logo. */
    SHOWN_BEFORE,
    /** Nobody waits for the bytes: they were rejected, replaced or removed, or never declared. */
    UNWANTED,
    /** The object does not exist. */
    GONE,
    /** It is not the object of a logo. */
    FOREIGN;

    String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  Outcome handle(ObjectEvent event) {
    Optional<LogoKey> key = LogoKey.parse(event.key());
    return event.bucket().equals(bucket) && key.isPresent()
        ? Attempts.run(() -> attempt(key.get()))
        : Outcome.FOREIGN;
  }

  private Outcome attempt(LogoKey key) {
    Key site = TableKeys.firmSite(key.site().firm(), key.site().slug());
    Key shown = TableKeys.logo(key.path());
    // As of one moment: what has just become the logo may not look like what nobody waits for.
    Items items = table.readSnapshot(List.of(site, shown));
    if (items.at(shown).isPresent()) {
      return Outcome.SHOWN_BEFORE;
    }
    Optional<LogoUpload> upload =
        items.at(site).map(Site::fromItem).flatMap(of -> of.logo().upload(key.version()));
    if (upload.filter(latest -> latest.fault().isEmpty()).isEmpty()) {
      files.delete(key.object());
      return Outcome.UNWANTED;
    }
    LogoUpload awaited = upload.get();
    int most = Math.toIntExact(awaited.logo().size()) + 1;
    return files
        .firstBytes(key.object(), most)
        .map(bytes -> settle(key, awaited, bytes))
        .orElse(Outcome.GONE);
  }

  private Outcome settle(LogoKey key, LogoUpload awaited, byte[] bytes) {
    Caller declarer = Caller.absent(awaited.declaredBy().person().orElseThrow());
    Reach reach = access.reach(declarer, key.site(), List.of());
    Site site = Site.fromItem(reach.item(TableKeys.firmSite(key.site().firm(), key.site().slug())));
    if (!site.logo().upload(key.version()).equals(Optional.of(awaited))) {
      throw new ConflictException("the logo is being changed");
    }
    Optional<LogoFault> fault =
        reach.allows(Action.CHANGE_FIRM)
            ? LogoCheck.of(awaited, bytes)
            : Optional.of(LogoFault.PERMISSION_ENDED);
    if (fault.isPresent()) {
      table.write(List.of(site.with(site.logo().with(awaited.reject(fault.get()))).saveLogo()));
      files.delete(key.object());
      return Outcome.REJECTED;
    }
    Picture picture = Picture.read(bytes).orElseThrow();
    SiteLogo shown = site.logo().show(awaited, picture.width(), picture.height());
    table.write(
        List.of(
            site.with(shown).saveLogo(),
            Write.create(new ShownLogo(key, awaited.logo().type()).toItem()),
            new Recorder(ids, awaited.declaredBy(), reach.now())
                .record(
                    new LogoChanged(
                        key.site().firm(), key.site().slug(), Optional.of(key.version())))));
    return Outcome.SHOWN;
  }
}
