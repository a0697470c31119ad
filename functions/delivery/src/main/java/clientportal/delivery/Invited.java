package clientportal.delivery;

import clientportal.access.decision.Recipient;
import clientportal.access.decision.Recipient.Party;
import clientportal.access.events.EventData.AccountInvited;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.Joined;
import clientportal.access.events.EventData.Shared;
import clientportal.access.events.EventData.StaffInvited;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.Contact;
import clientportal.access.records.ContactInvitation;
import clientportal.access.records.Member;
import clientportal.access.records.MemberInvitation;
import clientportal.platform.table.Items;
import clientportal.platform.table.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is invited by an event, and whether the invitation is still to be sent. */
public final class Invited {
  private Invited() {}

  /**
   * Returns the holders that an event invites.
   *
   * @param part of the audience, if it is large
   */
  public static List<Holder> of(Subscription.Invitations data, Optional<AudiencePart> part) {
    return switch (data) {
      case StaffInvited invited -> List.of(invited.holder());
      case AccountInvited invited -> List.of(invited.holder());
      case Shared shared ->
          of(
              shared.client(),
              AudiencePart.of(shared.audience(), part),
              shared.recipients().invited());
      case DocumentsRequested asked ->
          of(asked.client(), AudiencePart.of(asked.audience(), part), asked.invited());
      case Joined joined ->
          joined.invited().stream()
              .<Holder>map(member -> new Holder.Member(joined.firm(), member))
              .toList();
    };
  }

  private static List<Holder> of(ClientPath client, List<Recipient> audience, List<Party> invited) {
    return audience.stream()
        .filter(Party.class::isInstance)
        .map(Party.class::cast)
        .filter(invited::contains)
        .<Holder>map(party -> Holder.of(client, party))
        .toList();
  }

  /**
   * Tells whether an account still waits for the invitation of an event.
   *
   * @param items read with {@link Account#keys}
   */
  public static boolean isStill(Account account, Instant invitedAt, Items items) {
    return account.isOpen()
        && !account.invitedAt().isAfter(invitedAt)
        && account.isPermitted(items);
  }

  /** Creates the account of somebody who is invited, if the transaction had no room for it. */
  public static void createMissingAccount(Holder holder, Instant at, Table table) {
    Items items = table.read(Account.keys(holder));
    if (items.at(TableKeys.account(holder)).isPresent()) {
      return;
    }
    switch (holder) {
      case Holder.Staff _ -> {}
      case Holder.Party _ ->
          items
              .at(TableKeys.holder(holder))
              .map(Contact::fromItem)
              .filter(contact -> contact.webPortal() && contact.email().isPresent())
              .ifPresent(contact -> table.write(ContactInvitation.of(contact, at)));
      case Holder.Member _ ->
          items
              .at(TableKeys.holder(holder))
              .map(Member::fromItem)
              .ifPresent(member -> table.write(MemberInvitation.of(member, at)));
    }
  }
}
