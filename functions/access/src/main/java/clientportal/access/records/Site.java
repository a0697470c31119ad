package clientportal.access.records;

import clientportal.access.ids.FirmId;
import clientportal.access.ids.SiteSettings;
import clientportal.access.keys.TableKeys;
import clientportal.platform.problem.ProblemException;
import clientportal.platform.problem.ProblemType;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A public web address of a firm, and how its pages look. Name, settings and logo are changed by
 * updates of their own, each under its own revision, so that none waits for another.
 *
 * @param slug its place in the address, unique among all firms and never changed
 * @param name as it was created; of the first site the name of the firm
 * @param settingsRevision 0 if settings were never saved
 * @param logoRevision 0 if no logo was ever declared
 */
public record Site(
    FirmId firm,
    String slug,
    String name,
    Instant createdAt,
    SiteSettings settings,
    long settingsRevision,
    SiteLogo logo,
    long logoRevision) {
  private static final String NAME = "name";
  private static final String SETTINGS = "settings";
  private static final String SETTINGS_REVISION = "settingsRevision";
  private static final String LOGO = "logo";
  private static final String LOGO_REVISION = "logoRevision";

  /** A site that nobody has set up yet. */
  public Site(FirmId firm, String slug, String name, Instant createdAt) {
    this(firm, slug, name, createdAt, SiteSettings.initial(name), 0, SiteLogo.NONE, 0);
  }

  /** Returns the site that a firm is created with, which always has the firm's name. */
  public static Site first(Firm firm) {
    return new Site(firm.id(), firm.slug(), firm.name(), firm.createdAt());
  }

  /** Updates the name of a firm's first site to that of the firm. */
  public static Write rename(Firm firm) {
    return Write.update(TableKeys.firmSite(firm.id(), firm.slug()))
        .set(Fields.of().with(NAME, firm.name()).build())
        .when(Condition.present());
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

  /** Tells whether an administrator has saved the settings. */
  public boolean isSetUp() {
    return settingsRevision > 0;
  }

  /** Returns where anybody gets the logo, by the address at which it was declared. */
  public Optional<String> logoUrl() {
    return logo.current().map(current -> current.url(slug));
  }

  /**
   * Returns where anybody gets the logo.
   *
   * @param origin scheme and host by which the API is called now
   */
  public Optional<String> logoUrl(String origin) {
    return logo.current().map(current -> current.url(slug, origin));
  }

  /** Writes the items by which the address and the firm find the site, unless the slug is taken. */
  public List<Write> create() {
    return List.of(
        Write.create(Fields.of().with("firmId", firm.value()).at(TableKeys.site(slug))),
        Write.create(toItem()));
  }

  /** Returns the site with other settings. */
  public Site with(SiteSettings other) {
    return new Site(firm, slug, name, createdAt, other, settingsRevision + 1, logo, logoRevision);
  }

  /** Returns the site with another logo. */
  public Site with(SiteLogo other) {
    return new Site(
        firm, slug, name, createdAt, settings, settingsRevision, other, logoRevision + 1);
  }

  /** Updates only the settings of the stored site, which must be those before. */
  public Write saveSettings() {
    return save(settingsFields(), SETTINGS_REVISION, settingsRevision);
  }

  /** Updates only the logo of the stored site, which must be the one before. */
  public Write saveLogo() {
    return save(logoFields(), LOGO_REVISION, logoRevision);
  }

  private Write save(Fields fields, String attribute, long revision) {
    return Write.update(TableKeys.firmSite(firm, slug))
        .set(fields)
        .when(
            revision == 1
                ? Condition.present().and(Condition.missing(attribute))
                : Condition.equal(attribute, revision - 1));
  }

  private Fields settingsFields() {
    return Fields.of()
        .with(SETTINGS, settings.toFields())
        .with(SETTINGS_REVISION, settingsRevision)
        .build();
  }

  private Fields logoFields() {
    return Fields.of().with(LOGO, logo.toFields()).with(LOGO_REVISION, logoRevision).build();
  }

  public Item toItem() {
    Fields.Builder fields =
        Fields.of()
            .with(NAME, name)
            .with("createdAt", createdAt)
            .with("namesPartition", TableKeys.siteNames(firm))
            .with("namesSort", TableKeys.timeSort(createdAt, slug));
    if (settingsRevision > 0) {
      fields.withAll(settingsFields());
    }
    if (logoRevision > 0) {
      fields.withAll(logoFields());
    }
    return fields.at(TableKeys.firmSite(firm, slug));
  }

  public static Site fromItem(Item item) {
    Fields fields = item.fields();
    String name = fields.text(NAME);
    return new Site(
        TableKeys.firmOf(item.key()),
        TableKeys.slugOf(item.key()),
        name,
        fields.instant("createdAt"),
        fields
            .optionalMap(SETTINGS)
            .map(SiteSettings::fromFields)
            .orElseGet(() -> SiteSettings.initial(name)),
        fields.number(SETTINGS_REVISION, 0),
        fields.optionalMap(LOGO).map(SiteLogo::fromFields).orElse(SiteLogo.NONE),
        fields.number(LOGO_REVISION, 0));
  }
}
