package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.FirmPath;
import clientportal.access.keys.SitePath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Site;
import clientportal.platform.Hashes;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Table;
import clientportal.uploads.ContentType;
import clientportal.uploads.Declaration;
import clientportal.uploads.FileUrls;
import clientportal.uploads.InMemoryFiles;
import clientportal.uploads.ObjectEvent;
import clientportal.uploads.ObjectKey;
import clientportal.uploads.Parts;
import clientportal.uploads.StoredFiles;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A firm with its first site, its staff, and the bytes of its logos in memory. */
final class TestSites {
  static final String BUCKET = "bucket";
  static final SiteView VIEW = new SiteView("https://portal.test");

  /** As {@link Exchange} calls the API. */
  static final String ORIGIN = "https://api.example.test";

  final TestFirm firm = new TestFirm();
  final PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
  final PersonId staff = firm.staff(Role.STAFF, true);
  final PersonId outsider = new TestFirm(firm.table).staff(Role.ADMINISTRATOR, true);
  final SitePath path = new SitePath(firm.id, firm.firm.slug());
  final InMemoryFiles files = new InMemoryFiles();

  TestSites() {
    firm.table.write(Site.first(firm.firm).create());
  }

  /** Signs nothing: the URL is the key. */
  private static final class Urls implements FileUrls {
    @Override
    public UploadUrl upload(ObjectKey key, Declaration declared, Instant now) {
      return new UploadUrl(key.toString(), Map.of("content-type", "image/png"), now);
    }

    @Override
    public PartUrls parts(ObjectKey key, String uploadId, List<Parts.Part> parts, Instant now) {
      throw new IllegalStateException("no logo comes in parts");
    }

    @Override
    public DownloadUrl download(
        ObjectKey key, Declaration declared, Optional<ContentType> detected, Instant now) {
      throw new IllegalStateException("no logo is downloaded by a URL");
    }
  }

  Exchange to(String method, PersonId caller, String place) {
    return Exchange.of(method, path + place)
        .as(caller.value())
        .path("firmId", firm.id)
        .path("slug", path.slug());
  }

  Exchange.Answer settings(PersonId caller, String json) {
    return to("PUT", caller, "/settings").json(json).send(set(firm.table));
  }

  RequestStreamHandler set(Table table) {
    return new SetSiteSettingsHandler(
        new SetSiteSettings(new Access(table, firm.clock), table, firm.ids));
  }

  Exchange.Answer settings(PersonId caller) {
    return to("GET", caller, "/settings")
        .send(new GetSiteSettingsHandler(new GetSiteSettings(firm.access())));
  }

  static String declaration(String contentType, byte[] bytes) {
    return declaration(contentType, bytes.length, Hashes.sha256(bytes));
  }

  static String declaration(String contentType, long size, String sha256) {
    return "{\"size\": %d, \"contentType\": \"%s\", \"sha256\": \"%s\"}"
        .formatted(size, contentType, sha256);
  }

  Exchange declaring(PersonId caller, String json) {
    return to("POST", caller, "/logo").json(json);
  }

  RequestStreamHandler declare(Table table) {
    return new RequestLogoHandler(
        new RequestLogo(new Access(table, firm.clock), table, new Urls(), firm.ids));
  }

  /** Declares a logo; returns the key of its bytes. */
  String declare(String contentType, byte[] bytes) {
    Exchange.Answer answer =
        declaring(administrator, declaration(contentType, bytes)).send(declare(firm.table));
    assertThat(answer.status()).isEqualTo(201);
    return (String) answer.get("upload", "url");
  }

  /** Stores bytes, as a browser would by the URL. */
  void put(String key, byte[] bytes) {
    files.put(
        new ObjectKey(key),
        new StoredFiles.Stored(
            bytes.length, "image/png", Optional.empty(), InMemoryFiles.E_TAG, List.of()),
        bytes);
  }

  ConfirmLogo confirm(Table table, StoredFiles stored) {
    return new ConfirmLogo(new Access(table, firm.clock), table, stored, BUCKET, firm.ids);
  }

  ConfirmLogo.Outcome confirm(String key) {
    return confirm(firm.table, files).handle(created(key));
  }

  static ObjectEvent created(String key) {
    return new ObjectEvent.ObjectCreated(BUCKET, key);
  }

  /** Declares, stores and confirms a logo; returns what came of it. */
  ConfirmLogo.Outcome upload(String contentType, byte[] bytes) {
    String key = declare(contentType, bytes);
    put(key, bytes);
    return confirm(key);
  }

  Exchange.Answer remove(PersonId caller, Table table, StoredFiles stored) {
    return to("DELETE", caller, "/logo")
        .send(
            new RemoveLogoHandler(
                new RemoveLogo(new Access(table, firm.clock), table, stored, firm.ids)));
  }

  Exchange.Answer setup(PersonId caller, Clock clock) {
    return Exchange.of("GET", new FirmPath(firm.id) + "/portal-setup")
        .as(caller.value())
        .path("firmId", firm.id)
        .send(
            new GetPortalSetupHandler(
                new GetPortalSetup(new Access(firm.table, clock), firm.table), VIEW));
  }

  /** Returns what administrators see of the logo. */
  Map<?, ?> logo() {
    return (Map<?, ?>) member(first(setup(administrator, firm.clock)), "logo");
  }

  /** Returns a member of a JSON object, which must be there. */
  static Object member(Object object, String name) {
    return Objects.requireNonNull(((Map<?, ?>) object).get(name), name);
  }

  static Map<?, ?> first(Exchange.Answer listed) {
    return (Map<?, ?>) ((List<?>) listed.get("items")).getFirst();
  }

  /** Gets a logo as anybody does, by the key of its bytes. */
  Exchange.Answer logo(String key) {
    return Exchange.of("GET", "/v1/sites/meyer/logo/v")
        .path("slug", path.slug())
        .path("version", version(key))
        .send(new GetSiteLogoHandler(new GetSiteLogo(firm.table, files)));
  }

  static String version(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  Exchange.Answer site() {
    return Exchange.of("GET", "/v1/sites/meyer")
        .path("slug", path.slug())
        .send(new GetSiteHandler(new GetSite(firm.table)));
  }

  Site stored() {
    return Site.fromItem(firm.table.require(TableKeys.firmSite(path.firm(), path.slug())));
  }

  /** Returns what happened, in no order. */
  List<EventData> events() {
    return firm.table.partition("FIRM#" + firm.id + "#EVENTS").stream()
        .map(item -> Event.fromItem(item).data())
        .toList();
  }
}
