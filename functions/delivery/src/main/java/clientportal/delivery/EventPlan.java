package clientportal.delivery;

import clientportal.access.decision.Recipient;
import clientportal.access.events.Event;
import clientportal.access.events.EventData;
import clientportal.access.events.EventData.DocumentsRequested;
import clientportal.access.events.EventData.Joined;
import clientportal.access.events.EventData.Shared;
import clientportal.access.events.EventData.Subscription;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.ClientPath;
import clientportal.access.keys.Holder;
import clientportal.access.keys.PortalKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Account;
import clientportal.access.records.AccountStatus;
import clientportal.access.records.Holders;
import clientportal.platform.table.DryRunTable;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What one event sends, and who is not notified of it. */
record EventPlan(List<PlannedDelivery> deliveries, List<Withheld> withheld) {

  /**
   * Decides it as those do who send.
   *
   * @param table that has the event and what was written with it, and may be written to
   */
  static EventPlan of(Event event, Instant now, DryRunTable table) {
    return new Planning(event, now, table).plan();
  }

  private static final class Planning {
    private final Event event;
    private final Instant now;
    private final DryRunTable table;
    private final List<PlannedNotice> notices = new ArrayList<>();
    private final Set<Holder> invited = new LinkedHashSet<>();
    private final Set<Holder> concerned = new LinkedHashSet<>();
    private final List<PlannedDelivery> deliveries = new ArrayList<>();
    private final List<Withheld> withheld = new ArrayList<>();

    Planning(Event event, Instant now, DryRunTable table) {
      this.event = event;
      this.now = now;
      this.table = table;
    }

    EventPlan plan() {
      if (event.data() instanceof Subscription.Invitations data) {
        invited.addAll(Invited.of(data, Optional.empty()));
        invited.forEach(holder -> Invited.createMissingAccount(holder, event.at(), table));
      }
      if (event.data() instanceof Subscription.Notices) {
        for (EventMessage message : EventMessage.of(event.key(), event.audience().size())) {
          notices.addAll(new Deliveries(table).notices(event, message.part()));
        }
      }
      concerned.addAll(concerned());
      Items items = table.read(keys());
      invited.stream()
          .filter(holder -> isInvited(holder, items))
          .map(holder -> PlannedDelivery.invitation(named(holder, items), now))
          .forEach(deliveries::add);
      notices.forEach(notice -> add(notice, items));
      concerned.forEach(holder -> explain(holder, items));
      return new EventPlan(deliveries, withheld);
    }

    private List<Key> keys() {
      List<Key> keys = new ArrayList<>();
      Stream.of(invited, concerned)
          .flatMap(Collection::stream)
          .forEach(holder -> keys.addAll(Account.keys(holder)));
      for (PlannedNotice planned : notices) {
        keys.addAll(Account.keys(planned.holder()));
        keys.addAll(planned.notice().keys());
        keys.addAll(DigestAddressee.keys(planned.holder(), planned.notice().subject()));
      }
      return keys;
    }

    private NamedHolder named(Holder holder, Items items) {
      return new NamedHolder(
          holder,
          Holders.name(holder, items).orElseThrow(),
          table.creates(TableKeys.holder(holder)));
    }

    private boolean isInvited(Holder holder, Items items) {
      return items
          .at(TableKeys.account(holder))
          .map(Account::fromItem)
          .filter(account -> Invited.isStill(account, event.at(), items))
          .isPresent();
    }

    private void add(PlannedNotice planned, Items items) {
      switch (new Deliveries(table).channel(planned)) {
        case Channel.PortalOnly _ -> addInPortal(planned, Withheld.Reason.PORTAL_ONLY, items);
        case Channel.InDigest(DigestWindow window, boolean joins) -> {
          DigestTimes times = new DigestTimes(table);
          Instant at =
              joins
                  ? times.ofOpened(planned.holder(), planned.settings(), latest(window))
                  : window.dueAt().orElseThrow();
          if (isMailed(planned, items, at)) {
            deliveries.add(
                new PlannedDelivery(
                    named(planned.holder(), items),
                    PlannedDelivery.By.DIGEST,
                    at,
                    Optional.of(joins ? collected(window) : 0L),
                    times.ofDay(planned.holder(), planned.settings(), at)));
          } else {
            addInPortal(planned, Withheld.Reason.EXPIRES, items);
          }
        }
      }
    }

    /** A digest that is due is sent within the next minute. */
    private Instant latest(DigestWindow window) {
      return window.dueAt().filter(now::isBefore).orElse(now);
    }

    private void addInPortal(PlannedNotice planned, Withheld.Reason otherwise, Items items) {
      NamedHolder holder = named(planned.holder(), items);
      if (planned.addressee().person().isPresent()) {
        deliveries.add(PlannedDelivery.inPortal(holder, now));
      } else {
        withheld.add(new Withheld(holder, otherwise));
      }
    }

    /** Tells whether the digest still has the notice when it is sent. */
    private boolean isMailed(PlannedNotice planned, Items items, Instant at) {
      Holder holder = planned.holder();
      Predicate<DigestAddressee> isNotified =
          reader -> reader.isNotifiedOf(planned.notice(), holder, items, at);
      return DigestAddressee.alone(holder, items).filter(isNotified).isPresent()
          || DigestAddressee.of(holder, items, table).filter(isNotified).isPresent();
    }

    private long collected(DigestWindow window) {
      Query notices =
          Query.of(Query.Index.TABLE, TableKeys.notified(window.addressee()))
              .prefix(TableKeys.notifiedPrefix(window.key()))
              .consistently();
      return table.all(notices).size();
    }

    /** Returns all that the event is about something new for. */
    private Set<Holder> concerned() {
      return switch (event.data()) {
        case Shared shared -> parties(shared.client(), shared.recipients());
        case DocumentsRequested asked -> parties(asked.client(), asked.audience());
        case Joined joined -> {
          Set<Holder> members = new LinkedHashSet<>();
          joined.members().forEach(member -> members.add(new Holder.Member(joined.firm(), member)));
          yield members;
        }
        case EventData _ -> Set.of();
      };
    }

    private Set<Holder> parties(ClientPath client, EventData.Recipients recipients) {
      if (!recipients.published()) {
        return parties(client, recipients.gained());
      }
      Items portals = table.read(List.of(PortalKeys.of(client)));
      return parties(
          client, Audience.withFullAccess(client, recipients.gained(), portals, Optional.empty()));
    }

    private Set<Holder> parties(ClientPath client, List<Recipient> recipients) {
      Set<Holder> holders = new LinkedHashSet<>();
      new Audience(table)
          .parties(client, recipients)
          .forEach(party -> holders.add(Holder.of(client, party)));
      return holders;
    }

    private void explain(Holder holder, Items items) {
      boolean known =
          Stream.concat(
                  deliveries.stream().map(PlannedDelivery::addressee),
                  withheld.stream().map(Withheld::holder))
              .map(NamedHolder::holder)
              .anyMatch(holder::equals);
      if (!known && items.at(TableKeys.holder(holder)).isPresent()) {
        withheld.add(new Withheld(named(holder, items), reason(holder, items)));
      }
    }

    private Withheld.Reason reason(Holder holder, Items items) {
      Optional<Account> account = items.at(TableKeys.account(holder)).map(Account::fromItem);
      Optional<PersonId> person = account.flatMap(Account::person);
      if (person.isPresent() && person.equals(event.actor().person())) {
        return Withheld.Reason.YOURSELF;
      }
      if (account.filter(is -> is.status() == AccountStatus.BOUNCED).isPresent()) {
        return Withheld.Reason.BOUNCED;
      }
      if (account.filter(is -> is.status().counts() && is.isPermitted(items)).isEmpty()) {
        return Withheld.Reason.NO_ACCOUNT;
      }
      return person.isPresent() && notices.stream().anyMatch(is -> is.isOf(person.get()))
          ? Withheld.Reason.SAME_PERSON
          : Withheld.Reason.ALREADY_OPEN;
    }
  }
}
