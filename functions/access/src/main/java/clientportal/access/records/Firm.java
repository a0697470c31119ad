package clientportal.access.records;

import clientportal.access.decision.SecondFactor;
import clientportal.access.ids.Deliveries;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.FirmId;
import clientportal.access.ids.Language;
import clientportal.access.ids.MailTimes;
import clientportal.access.ids.ReminderSettings;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A firm: the tenant.
 *
 * @param slug the web address of its first site, fixed once chosen
 * @param administrators how many active administrators it has: none until the first has signed in,
 *     then never less than one
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
   * The settings that a firm's administrators change.
   *
   * @param digestMinutes how long notices are collected for one mail, 0 to 1440; 0 is at once
   * @param selfRegistration what happens when a person with an unknown address registers: {@code
   *     create}, {@code review} or {@code off}
   * @param timeZone of the times in mails, and of {@code mailTimes}
   * @param language of the mails to the firm's people
   * @param passwordClasses whether a password must have upper and lower case, a digit and a symbol
   * @param secondFactor who of the staff must sign in with a second factor
   * @param notes how people are notified when a note is shared with them
   * @param replyTo where answers to the firm's mails go
   * @param mailTimes when digests may be sent to clients and contacts
   * @param reminders when the assignees of engagements are reminded
   * @param deliveries of which notices mails are sent
   */
  public record Settings(
      long digestMinutes,
      String selfRegistration,
      ZoneId timeZone,
      Language language,
      boolean passwordClasses,
      SecondFactor secondFactor,
      NoteNotices notes,
      Optional<EmailAddress> replyTo,
      MailTimes mailTimes,
      ReminderSettings reminders,
      Deliveries deliveries) {
    public static final Settings DEFAULT =
        new Settings(
            5,
            "create",
            ZoneId.of("UTC"),
            Language.ENGLISH,
            false,
            SecondFactor.ADMINISTRATORS,
            new NoteNotices(true, false),
            Optional.empty(),
            MailTimes.ANY,
            ReminderSettings.DEFAULT,
            Deliveries.DEFAULT);
  }

  /**
   * How people are notified, besides the notices in the portal, that a note was shared with them.
   *
   * @param mails whether by mail
   * @param texts whether by a text message to the phone number on file; whoever cannot be reached
   *     by one gets a mail
   */
  public record NoteNotices(boolean mails, boolean texts) {
    /** Tells whether they are notified by mail or by text message. */
    public boolean any() {
      return mails || texts;
    }
  }

  /** Changes the name and the settings. */
  public Firm withDetails(String otherName, Settings otherSettings) {
    return new Firm(id, otherName, slug, otherSettings, createdAt, administrators, revision + 1);
  }

  /** Updates only name and settings of the stored firm, which must be the one before. */
  public Write saveDetails() {
    return Write.update(TableKeys.firm(id))
        .set(details().build(), REPLY_TO, MAIL_TIMES, REMINDERS, DELIVERIES)
        .when(Condition.revision(revision - 1));
  }

  private static final String REPLY_TO = "replyTo";
  private static final String MAIL_TIMES = "mailTimes";
  private static final String REMINDERS = "reminders";
  private static final String DELIVERIES = "deliveries";

  /** The attribute that counts the active administrators. */
  static final String ADMINISTRATORS = "administrators";

  /** Changes the number of active administrators by a difference. */
  static Write countAdministrators(FirmId firm, long difference, Condition condition) {
    return Write.update(TableKeys.firm(firm))
        .add(ADMINISTRATORS, difference)
        .add(Item.REVISION, 1)
        .when(condition);
  }

  private Fields.Builder details() {
    return Fields.of()
        .with("name", name)
        .with("digestMinutes", settings.digestMinutes())
        .with("selfRegistration", settings.selfRegistration())
        .with("timeZone", settings.timeZone().getId())
        .with("language", settings.language().tag())
        .with("passwordClasses", settings.passwordClasses())
        .with("secondFactor", settings.secondFactor().text())
        .with("noteMails", settings.notes().mails())
        .with("noteTexts", settings.notes().texts())
        .with(REPLY_TO, settings.replyTo().map(EmailAddress::value))
        .with(MAIL_TIMES, settings.mailTimes().toFields())
        .with(REMINDERS, settings.reminders().toFields())
        .with(DELIVERIES, settings.deliveries().toFields())
        .with(Item.REVISION, revision);
  }

  public Item toItem() {
    return details()
        .with("slug", slug)
        .with("createdAt", createdAt)
        .with(ADMINISTRATORS, administrators)
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
            ZoneId.of(fields.text("timeZone")),
            fields.optionalText("language").map(Language::of).orElse(Settings.DEFAULT.language()),
            fields.flag("passwordClasses"),
            fields
                .optionalText("secondFactor")
                .map(SecondFactor::of)
                .orElse(Settings.DEFAULT.secondFactor()),
            new NoteNotices(
                !fields.has("noteMails") || fields.flag("noteMails"),
                fields.has("noteTexts") && fields.flag("noteTexts")),
            fields.optionalText(REPLY_TO).map(EmailAddress::new),
            MailTimes.of(fields.optionalMap(MAIL_TIMES)),
            ReminderSettings.of(fields.optionalMap(REMINDERS)),
            Deliveries.of(fields.optionalMap(DELIVERIES))),
        fields.instant("createdAt"),
        fields.number(ADMINISTRATORS),
        fields.number(Item.REVISION));
  }
}
