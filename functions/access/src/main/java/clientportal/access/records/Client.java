package clientportal.access.records;

import clientportal.access.ids.ClientId;
import clientportal.access.ids.EmailAddress;
import clientportal.access.ids.StaffId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.TableKeys;
import clientportal.platform.table.Condition;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Write;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A client of the firm.
 *
 * @param emailConfirmedAt when staff with {@code webPortal} set the email address or confirmed it;
 *     only then does whoever registers with it get the account without staff's decision
 * @param phone E.164
 * @param team the staff members who are notified of the client's uploads, at most 40
 */
public record Client(
    ClientPath path,
    Kind kind,
    String name,
    Optional<EmailAddress> email,
    Optional<Instant> emailConfirmedAt,
    Optional<String> phone,
    Instant createdAt,
    List<StaffId> team,
    AccountStatus account,
    long revision) {

  private static final String TEAM = "team";

  /** The kind of a client; {@code other} can have no account. */
  public enum Kind {
    CLIENT,
    INDIVIDUAL,
    OTHER;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Tells whether clients of this kind can have an account. */
    public boolean hasAccounts() {
      return this != OTHER;
    }
  }

  public Client {
    team = List.copyOf(team);
  }

  public ClientId id() {
    return path.client();
  }

  /** Assigns another team. */
  public Client withTeam(List<StaffId> members) {
    return new Client(
        path,
        kind,
        name,
        email,
        emailConfirmedAt,
        phone,
        createdAt,
        members,
        account,
        revision + 1);
  }

  /** Changes the details, and the account's status that follows from them. */
  public Client withDetails(
      String otherName,
      Optional<EmailAddress> otherEmail,
      Optional<Instant> confirmedAt,
      Optional<String> otherPhone,
      AccountStatus status) {
    return new Client(
        path,
        kind,
        otherName,
        otherEmail,
        confirmedAt,
        otherPhone,
        createdAt,
        team,
        status,
        revision + 1);
  }

  /** Updates only the details of the stored client, which must be the one before. */
  public Write saveDetails() {
    return Write.update(TableKeys.client(path))
        .set(details().build(), "email", Account.EMAIL_CONFIRMED_AT, "phone")
        .when(Condition.revision(revision - 1));
  }

  /**
   * Updates only the team of the stored client, which must be the one before; the item also carries
   * a copy of the account's status.
   */
  public Write saveTeam() {
    return Write.update(TableKeys.client(path))
        .set(
            Fields.of()
                .withTexts(TEAM, team.stream().map(StaffId::value).toList())
                .with(Item.REVISION, revision)
                .build())
        .when(Condition.revision(revision - 1));
  }

  private Fields.Builder details() {
    return Fields.of()
        .with("name", name)
        .with("email", email.map(EmailAddress::value))
        .with(Account.EMAIL_CONFIRMED_AT, emailConfirmedAt)
        .with("phone", phone)
        .with(Account.ACCOUNT_STATUS, account.text())
        .with(Item.REVISION, revision)
        .with("namesSort", TableKeys.nameSort(name, id().value()));
  }

  public Item toItem() {
    return details()
        .with("kind", kind.text())
        .with("createdAt", createdAt)
        .withTexts(TEAM, team.stream().map(StaffId::value).toList())
        .with("namesPartition", TableKeys.clientNames(path.firm()))
        .at(TableKeys.client(path));
  }

  public static Client fromItem(Item item) {
    Fields fields = item.fields();
    return new Client(
        TableKeys.clientOf(item.key()),
        Kind.of(fields.text("kind")),
        fields.text("name"),
        fields.optionalText("email").map(EmailAddress::new),
        fields.optionalInstant(Account.EMAIL_CONFIRMED_AT),
        fields.optionalText("phone"),
        fields.instant("createdAt"),
        fields.texts(TEAM).stream().map(StaffId::new).toList(),
        Account.statusOf(fields),
        fields.number(Item.REVISION));
  }
}
