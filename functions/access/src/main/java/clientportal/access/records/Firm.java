package clientportal.access.records;

import clientportal.access.ids.FirmId;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A firm: the tenant.
 *
 * @param slug the web address of its first site, fixed once chosen
 * @param administrators how many enabled administrators it has; never less than one
 */
public record Firm(
    FirmId id,
    String name,
    String slug,
    Settings settings,
    Instant createdAt,
    long administrators,
    long revision) {

  /**
   * What a firm's administrator sets.
   *
   * @param digestMinutes how long notices are collected for one mail, 0 to 1440; 0 is at once
   * @param selfRegistration what becomes of an address that registers and is not known: {@code
   *     create}, {@code review} or {@code off}
   * @param timeZone in which mails tell times
   */
  public record Settings(long digestMinutes, String selfRegistration, ZoneId timeZone) {
    public static final Settings DEFAULT = new Settings(5, "create", ZoneId.of("UTC"));

    private Fields toFields() {
      return Fields.of()
          .with("digestMinutes", digestMinutes)
          .with("selfRegistration", selfRegistration)
          .with("timeZone", timeZone.getId())
          .build();
    }
  }

  /** Gives the firm another name and other settings. */
  public Firm withDetails(String otherName, Settings otherSettings) {
    return new Firm(id, otherName, slug, otherSettings, createdAt, administrators, revision + 1);
  }

  /** Writes name and settings over those of the firm that this was made from, and nothing else. */
  public Write saveDetails() {
    return Write.update(TableKeys.firm(id))
        .set(
            Fields.of()
                .with("name", name)
                .withAll(settings.toFields())
                .with(Item.REVISION, revision)
                .build())
        .when(Condition.revision(revision - 1));
  }

  /** The attribute that counts the enabled administrators. */
  public static final String ADMINISTRATORS = "administrators";

  /** Counts enabled administrators who came or went. */
  public static Write countAdministrators(FirmId firm, long difference, Condition condition) {
    return Write.update(TableKeys.firm(firm))
        .add(ADMINISTRATORS, difference)
        .add(Item.REVISION, 1)
        .when(condition);
  }

  public Item toItem() {
    return Fields.of()
        .with("name", name)
        .with("slug", slug)
        .withAll(settings.toFields())
        .with("createdAt", createdAt)
        .with(ADMINISTRATORS, administrators)
        .with(Item.REVISION, revision)
        .at(TableKeys.firm(id));
  }

  public static Firm fromItem(Item item) {
    Fields fields = item.fields();
    return new Firm(
        TableKeys.firmOf(item.key()),
        fields.text("name"),
        fields.text("slug"),
        new Settings(
            fields.number("digestMinutes"),
            fields.text("selfRegistration"),
            ZoneId.of(fields.text("timeZone"))),
        fields.instant("createdAt"),
        fields.number(ADMINISTRATORS),
        fields.number(Item.REVISION));
  }
}
