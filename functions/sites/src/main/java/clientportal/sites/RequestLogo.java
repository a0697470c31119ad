package clientportal.sites;

import clientportal.access.Access;
import clientportal.access.Caller;
import clientportal.access.Idempotency;
import clientportal.access.Reach;
import clientportal.access.decision.Action;
import clientportal.access.ids.LogoVersion;
import clientportal.access.keys.SitePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.LogoUpload;
import clientportal.access.records.Site;
import clientportal.platform.Ids;
import clientportal.platform.http.Body;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import clientportal.uploads.FileUrls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Declares a logo of a site and signs the URL that accepts exactly its bytes. It takes the place of
 * one that is still awaited; what the site shows stays until the bytes are found right.
 */
record RequestLogo(Access access, Table table, FileUrls urls, Ids ids) {
  /** A declared logo, and where its bytes go. */
  record Requested(LogoVersion version, FileUrls.UploadUrl to) {}

  /**
   * Declares a logo.
   *
   * @param origin scheme and host by which the API was called
   */
  Requested handle(
      Caller caller, SitePath path, Body<NewLogo> body, String origin, Idempotency idempotency) {
    return idempotency.run(table, () -> attempt(caller, path, body, origin, idempotency));
  }

  private Requested attempt(
      Caller caller, SitePath path, Body<NewLogo> body, String origin, Idempotency idempotency) {
    Reach reach = access.reach(caller, path, idempotency.keys());
    reach.require(Action.CHANGE_FIRM);
    NewLogo command = body.read();
    Optional<String> earlier = idempotency.earlier(reach.items(), reach.now());
    if (earlier.isPresent()) {
      return requested(path, new LogoVersion(earlier.get()), command, reach.now());
    }
    Site site = Site.fromItem(reach.item(TableKeys.firmSite(path.firm(), path.slug())));
    LogoVersion version = new LogoVersion(ids.next());
    LogoUpload upload =
        new LogoUpload(
            command.logo(version, origin),
            command.sha256(),
            reach.actor(),
            reach.now(),
            Optional.empty());
    List<Write> writes = new ArrayList<>(idempotency.remember(version.value(), reach.now()));
    writes.add(site.with(site.logo().with(upload)).saveLogo());
    table.write(writes);
    return requested(path, version, command, reach.now());
  }

  private Requested requested(SitePath path, LogoVersion version, NewLogo command, Instant now) {
    return new Requested(
        version, urls.upload(new LogoKey(path, version).object(), command.declaration(), now));
  }
}
