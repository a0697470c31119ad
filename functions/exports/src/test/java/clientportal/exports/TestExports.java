package clientportal.exports;

import clientportal.access.Access;
import clientportal.access.TestFirm;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Actor;
import clientportal.access.ids.DocumentId;
import clientportal.access.ids.EngagementId;
import clientportal.access.ids.FolderId;
import clientportal.access.ids.ItemId;
import clientportal.access.ids.Language;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.EngagementPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.RequestKeys;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.By;
import clientportal.access.records.Client;
import clientportal.access.records.Contact;
import clientportal.access.records.Engagement;
import clientportal.access.records.Firm;
import clientportal.access.records.GrantFields;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Wanted;
import clientportal.access.records.UploadedBy;
import clientportal.access.requests.ItemAction;
import clientportal.access.requests.Outcome;
import clientportal.access.requests.RequestWrites;
import clientportal.access.requests.WholeEngagement;
import clientportal.platform.http.Exchange;
import clientportal.platform.table.Fields;
import clientportal.platform.table.Item;
import clientportal.platform.table.Key;
import clientportal.platform.table.Table;
import clientportal.platform.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** An engagement of a client, in which things happen a day after each other, without I/O. */
final class TestExports {
  static final Instant BEGUN = Instant.parse("2026-01-10T08:15:00Z");

  final TestFirm firm = new TestFirm();
  final Client client = firm.client(Client.Kind.CLIENT, Optional.empty());
  final Contact contact = firm.contact(client.path(), Optional.empty(), true);
  final PersonId staff = firm.staff(Role.STAFF, false);
  final PersonId carla = firm.link(client.path());
  final EngagementPath path = new EngagementPath(client.path(), new EngagementId(firm.ids.next()));
  final FolderPath folder = new FolderPath(client.path(), new FolderId(firm.ids.next()));
  final Actor ada = new Actor(Optional.of(staff), Actor.As.STAFF, "ada", "Ada Staff");
  final Actor theClient = new Actor(Optional.of(carla), Actor.As.CLIENT, "client", "Carla Client");
  private Instant now = BEGUN;

  TestExports(String name) {
    firm.table.write(
        List.of(
            Write.create(
                Engagement.create(
                        path,
                        name,
                        folder.folder(),
                        Optional.of(LocalDate.parse("2026-03-14")),
                        Optional.empty(),
                        new By(ada, now))
                    .toItem())));
  }

  /** Gives the firm another name, language and time zone. */
  TestExports of(String name, Language language, String zone) {
    Firm.Settings settings = firm.firm.settings();
    firm.table.write(
        List.of(
            firm.firm
                .withDetails(
                    name,
                    new Firm.Settings(
                        settings.digestMinutes(),
                        settings.selfRegistration(),
                        ZoneId.of(zone),
                        language,
                        settings.passwordClasses(),
                        settings.secondFactor(),
                        settings.notes(),
                        settings.replyTo(),
                        settings.mailTimes(),
                        settings.reminders(),
                        settings.deliveries()))
                .saveDetails()));
    return this;
  }

  By by(Actor actor) {
    now = now.plus(Duration.ofDays(1));
    return new By(actor, now);
  }

  private WholeEngagement whole() {
    return WholeEngagement.read(
        Engagement.fromItem(firm.table.require(RequestKeys.engagement(path))), firm.table);
  }

  private void write(Outcome outcome) {
    if (!(outcome instanceof Outcome.Changed changed)) {
      throw new AssertionError(outcome);
    }
    firm.table.write(RequestWrites.of(changed, now));
  }

  static Wanted wanted(String name, String description, Kind kind, boolean required) {
    return new Wanted(
        name,
        Optional.of(description),
        kind,
        required,
        List.of(),
        kind == Kind.CHOICE ? List.of("Married", "Single") : List.of(),
        kind == Kind.DOCUMENT ? Optional.of("2025-12") : Optional.empty(),
        Optional.empty());
  }

  ItemId draft(Wanted wanted, Recipient.Party assignee) {
    WholeEngagement whole = whole();
    ItemId id = new ItemId(firm.ids.next());
    write(
        whole.add(
            List.of(
                RequestItem.draft(
                    path.item(id),
                    wanted,
                    assignee,
                    Optional.of(LocalDate.parse("2026-02-20")),
                    whole.ranksAtTheEnd(1).getFirst()))));
    return id;
  }

  ItemId ask(Wanted wanted) {
    ItemId id = draft(wanted, Recipient.CLIENT);
    then(id, ada, new ItemAction.Ask());
    return id;
  }

  void then(ItemId item, Actor actor, ItemAction action) {
    write(whole().apply(List.of(new WholeEngagement.Step(item, action)), by(actor)));
  }

  void answer(ItemId item, String text) {
    then(item, theClient, new ItemAction.Answer(Optional.of(text)));
    then(item, theClient, new ItemAction.Submit());
  }

  /** A file arrives for the item's present round; returns its document. */
  DocumentPath file(ItemId item, String name, String sha256, boolean late) {
    DocumentPath document = new DocumentPath(folder, new DocumentId(firm.ids.next()));
    RequestItem asked =
        RequestItem.fromItem(firm.table.require(RequestKeys.requestItem(path.item(item))));
    By by = by(theClient);
    firm.table.write(
        List.of(
            Write.create(
                Fields.of()
                    .with("version", 1)
                    .with("name", name)
                    .with("size", 48_213)
                    .with("sha256", sha256)
                    .with("contentType", "application/pdf")
                    .with(UploadedBy.ATTRIBUTE, theClient.toFields())
                    .with("createdAt", by.at())
                    .withMaps(GrantFields.ATTRIBUTE, GrantFields.toFields(Grants.NONE))
                    .with(Item.REVISION, 1)
                    .at(TableKeys.document(folder, document.document()))),
            Write.create(
                new ItemFile(path.item(item), document, asked.state().round(), late, false, by)
                    .toItem())));
    if (!late) {
      if (whole()
              .apply(
                  List.of(
                      new WholeEngagement.Step(item, new ItemAction.Arrive(asked.state().round()))),
                  by)
          instanceof Outcome.Changed changed) {
        firm.table.write(RequestWrites.of(changed, now));
      }
    }
    return document;
  }

  void archive(DocumentPath document) {
    List<Key> keys = TableKeys.documentKeys(document);
    Item live = firm.table.require(keys.getFirst());
    firm.table.write(
        List.of(
            Write.delete(live.key()),
            Write.put(Fields.of().withAll(live.fields()).at(keys.getLast()))));
  }

  void complete() {
    end(whole().complete(true));
  }

  /** Ends it as before who did that was noted. */
  void completeWithoutNote() {
    write(whole().complete(true));
  }

  void cancel() {
    end(whole().cancel());
  }

  void reopen() {
    write(whole().reopen());
  }

  private void end(Outcome outcome) {
    if (!(outcome instanceof Outcome.Changed changed)) {
      throw new AssertionError(outcome);
    }
    write(changed.endedBy(by(ada)));
  }

  Exchange.Answer export(Table through, PersonId caller, String accept) {
    return Exchange.of("GET", path + "/export")
        .as(caller.value())
        .path("firmId", client.path().firm())
        .path("clientId", client.path().client())
        .path("engagementId", path.engagement())
        .header("accept", accept)
        .send(
            new ExportEngagementHandler(
                new ExportsModule(new Access(through, firm.clock), through).exportEngagement()));
  }

  Exchange.Answer json() {
    return export(firm.table, staff, "application/json");
  }

  byte[] pdf() {
    Exchange.Answer answer = export(firm.table, staff, "application/pdf");
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return (byte[]) answer.body().orElseThrow();
  }
}
