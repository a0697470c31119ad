package clientportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.TestFirm;
import clientportal.access.decision.AccessLevel;
import clientportal.access.decision.Capacity;
import clientportal.access.decision.Grant;
import clientportal.access.decision.Grants;
import clientportal.access.decision.Membership;
import clientportal.access.decision.Recipient;
import clientportal.access.decision.Role;
import clientportal.access.events.Event;
import clientportal.access.events.EventData.UploadRejected;
import clientportal.access.events.RejectionCode;
import clientportal.access.ids.ContactId;
import clientportal.access.ids.PersonId;
import clientportal.access.keys.DocumentPath;
import clientportal.access.keys.FolderPath;
import clientportal.access.keys.TableKeys;
import clientportal.access.records.Affiliations;
import clientportal.access.records.Details;
import clientportal.access.records.Folder;
import clientportal.access.records.Links;
import clientportal.documents.ConfirmUpload.Outcome;
import clientportal.platform.table.Item;
import clientportal.platform.table.Items;
import clientportal.platform.table.Key;
import clientportal.platform.table.Write;
import clientportal.uploads.InMemoryFiles;
import clientportal.uploads.Rejection;
import clientportal.uploads.ScanResult;
import clientportal.uploads.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A URL outlives the permission for which it was signed: what its bytes become then. */
final class EndedPermissionsTest {
  private static final byte[] BYTES = TestDocuments.ascii("some text");

  private final TestDocuments documents = new TestDocuments();
  private final TestFirm firm = documents.firm;
  private final FolderPath open =
      firm.folder(
              documents.client, AccessLevel.VIEW_UPLOAD, Recipient.CLIENT, Recipient.ALL_AUTHORIZED)
          .path();
  private final FolderPath closed = firm.folder(documents.client, AccessLevel.VIEW).path();
  private final ContactId contactId = new ContactId(firm.ids.next());
  private final Recipient.Contact contact = new Recipient.Contact(contactId);
  private final PersonId client = firm.link(documents.client);
  private final PersonId brother = firm.linkContact(documents.client, contactId, true);
  private final PersonId publisher = firm.staff(Role.STAFF, true);
  private final PersonId member = firm.staff(Role.STAFF, false);

  /** Every way in which the permission to upload ends, and who uploads into which folder. */
  enum Ending {
    THE_CLIENTS_ACCOUNT_IS_REVOKED,
    THE_CONTACTS_ACCOUNT_IS_REVOKED,
    THE_CONTACT_LOSES_THE_PORTAL,
    THE_RELATIONSHIP_ENDS,
    THE_FOLDER_IS_CLOSED,
    THE_FOLDER_IS_OPEN_FOR_READING_ONLY,
    THE_GRANT_EXPIRES,
    THE_MEMBER_IS_DISABLED,
    THE_PUBLISHER_IS_DISABLED,
    THE_PUBLISHER_LOSES_THE_PORTAL,
    THE_CLOSED_FOLDER_IS_OPENED_TO_SOMEBODY
  }

  private PersonId uploader(Ending ending) {
    return switch (ending) {
      case THE_CLIENTS_ACCOUNT_IS_REVOKED,
          THE_FOLDER_IS_CLOSED,
          THE_FOLDER_IS_OPEN_FOR_READING_ONLY,
          THE_GRANT_EXPIRES ->
          client;
      case THE_CONTACTS_ACCOUNT_IS_REVOKED, THE_CONTACT_LOSES_THE_PORTAL, THE_RELATIONSHIP_ENDS ->
          brother;
      case THE_PUBLISHER_IS_DISABLED, THE_PUBLISHER_LOSES_THE_PORTAL -> publisher;
      case THE_MEMBER_IS_DISABLED, THE_CLOSED_FOLDER_IS_OPENED_TO_SOMEBODY -> member;
    };
  }

  private FolderPath folder(Ending ending) {
    return uploader(ending).equals(member) ? closed : open;
  }

  private void end(Ending ending) {
    switch (ending) {
      case THE_CLIENTS_ACCOUNT_IS_REVOKED -> revoke(client, Recipient.CLIENT);
      case THE_CONTACTS_ACCOUNT_IS_REVOKED -> revoke(brother, contact);
      case THE_CONTACT_LOSES_THE_PORTAL ->
          documents.write(
              Links.change(
                  documents.client, brother, contact, is -> is.permitted(false), link(brother)));
      case THE_RELATIONSHIP_ENDS ->
          documents.write(
              Links.change(
                  documents.client,
                  brother,
                  contact,
                  is ->
                      new Capacity(
                          is.party(),
                          is.name(),
                          true,
                          is.from(),
                          Optional.of(TestFirm.NOW),
                          is.role()),
                  link(brother)));
      case THE_FOLDER_IS_CLOSED -> share(open);
      case THE_FOLDER_IS_OPEN_FOR_READING_ONLY ->
          share(open, grant(Recipient.CLIENT, AccessLevel.VIEW, Optional.empty()));
      case THE_GRANT_EXPIRES ->
          share(open, grant(Recipient.CLIENT, AccessLevel.VIEW_UPLOAD, Optional.of(TestFirm.NOW)));
      case THE_MEMBER_IS_DISABLED -> change(member, is -> with(is, is.webPortal(), false));
      case THE_PUBLISHER_IS_DISABLED -> change(publisher, is -> with(is, true, false));
      case THE_PUBLISHER_LOSES_THE_PORTAL -> change(publisher, is -> with(is, false, true));
      case THE_CLOSED_FOLDER_IS_OPENED_TO_SOMEBODY ->
          share(closed, grant(contact, AccessLevel.VIEW, Optional.empty()));
    }
  }

  private Item link(PersonId person) {
    return item(TableKeys.link(documents.client, person));
  }

  private Item item(Key key) {
    return firm.table.read(List.of(key)).require(key);
  }

  private void revoke(PersonId person, Recipient.Party party) {
    documents.write(
        Links.remove(documents.client, person, party, Optional.of(link(person)))
            .toArray(Write[]::new));
  }

  private static Grant grant(Recipient to, AccessLevel access, Optional<Instant> expiresAt) {
    return new Grant(to, access, TestFirm.NOW, expiresAt);
  }

  private void share(FolderPath path, Grant... grants) {
    Folder folder = Folder.fromItem(item(TableKeys.folder(path)));
    documents.write(folder.withGrants(new Grants(List.of(grants))).saveGrants());
  }

  private static Membership with(Membership is, boolean webPortal, boolean enabled) {
    return new Membership(is.staff(), is.name(), is.role(), webPortal, enabled);
  }

  private void change(PersonId person, UnaryOperator<Membership> change) {
    Items items = firm.table.read(List.of(TableKeys.affiliation(firm.id, person)));
    Membership before = Affiliations.staff(firm.id, person, items).orElseThrow();
    documents.write(Affiliations.put(firm.id, person, change.apply(before)));
  }

  private DocumentPath declare(FolderPath folder, PersonId caller) {
    return documents.declare(folder, caller, "a.txt", "text/plain", BYTES);
  }

  private Outcome arrive(DocumentPath path, int version) {
    documents.store(path, version, "text/plain", BYTES);
    return documents.confirm(path, version);
  }

  private void assertRejected(DocumentPath path, int version) {
    Upload upload = Upload.fromItem(item(Upload.key(path, version)));
    assertThat(upload.rejection().map(Rejection::code)).contains(RejectionCode.PERMISSION_ENDED);
  }

  @ParameterizedTest
  @EnumSource
  void whatArrivesAfterwards_isRejected_keptForStaff_andToldToTheTeam(Ending ending) {
    PersonId uploader = uploader(ending);
    DocumentPath path = declare(folder(ending), uploader);
    end(ending);

    assertThat(arrive(path, 1)).isEqualTo(Outcome.REJECTED);

    assertRejected(path, 1);
    assertThat(documents.files.calls).containsExactly("head");
    PersonId administrator = firm.staff(Role.ADMINISTRATOR, false);
    assertThat(documents.get(path, administrator).get("status")).isEqualTo("rejected");
    assertThat(documents.get(path, administrator).get("rejection").toString())
        .contains("permission-ended");
    Event event = documents.events().getFirst();
    assertThat(documents.events()).hasSize(1);
    assertThat(event.audience()).containsExactly(documents.teamMember.value());
    assertThat(event.data())
        .isInstanceOfSatisfying(
            UploadRejected.class,
            it -> {
              assertThat(it.reason()).isEqualTo(RejectionCode.PERMISSION_ENDED);
              assertThat(it.uploadedBy().person()).contains(uploader);
              assertThat(it.document().name()).isEqualTo("a.txt");
            });
    assertThat(documents.confirm(path)).isEqualTo(Outcome.SETTLED_BEFORE);
  }

  @ParameterizedTest
  @EnumSource
  void whatArrivedBefore_staysAvailable(Ending ending) {
    DocumentPath path = declare(folder(ending), uploader(ending));
    assertThat(arrive(path, 1)).isEqualTo(Outcome.AVAILABLE);
    end(ending);

    assertThat(documents.confirm(path)).isEqualTo(Outcome.SETTLED_BEFORE);
    assertThat(documents.get(path, firm.staff(Role.STAFF, false)).get("status"))
        .isEqualTo("available");
  }

  @ParameterizedTest
  @EnumSource
  void theSweepDecidesTheSame(Ending ending) {
    DocumentPath path = declare(folder(ending), uploader(ending));
    end(ending);
    documents.store(path, "text/plain", BYTES);

    documents.sweep(Duration.ofMinutes(20));

    assertRejected(path, 1);
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsDuringTheScan_isRejectedToo(Ending ending) {
    DocumentPath path = declare(folder(ending), uploader(ending));
    documents.store(path, "text/plain", BYTES);
    assertThat(documents.scanningConfirmUpload.handle(TestDocuments.created(path, 1)))
        .isEqualTo(Outcome.SCANNING);
    end(ending);

    Verdict clean = new Verdict(InMemoryFiles.E_TAG, ScanResult.NO_THREATS_FOUND);
    assertThat(documents.scanningConfirmUpload.settle(new VersionKey(path, 1), clean))
        .isEqualTo(Outcome.REJECTED);

    assertRejected(path, 1);
  }

  @Test
  void aMembersNewVersion_isRejected_ifTheDocumentWasShared() {
    DocumentPath path = documents.available(closed, member, "a.txt");
    int version = documents.declareVersion(path, member, BYTES);
    Document before = Document.fromItem(item(Document.key(path)));
    Document shared =
        new Document(
            path,
            before.current(),
            before.versions(),
            before.createdAt(),
            false,
            Optional.empty(),
            new Grants(List.of(grant(contact, AccessLevel.VIEW, Optional.empty()))),
            Optional.empty(),
            before.revision() + 1);
    documents.write(Write.replace(shared.toItem(), before.revision()));

    assertThat(arrive(path, version)).isEqualTo(Outcome.REJECTED);

    assertRejected(path, version);
    assertThat(Document.fromItem(item(Document.key(path)))).isEqualTo(shared);
  }

  @Test
  void aReadersVersion_replacesNothingThatStaffUploadedMeanwhile() {
    DocumentPath path = documents.available(open, client, "a.txt");
    int staffs = documents.declareVersion(path, publisher, BYTES);
    int readers = documents.declareVersion(path, client, BYTES);
    assertThat(arrive(path, staffs)).isEqualTo(Outcome.AVAILABLE);

    assertThat(arrive(path, readers)).isEqualTo(Outcome.REJECTED);

    assertRejected(path, readers);
    assertThat(documents.get(path, client).get("version")).isEqualTo((long) staffs);
  }

  @Test
  void aReadersVersionThatStaffReplacedBeforeItArrived_isAnOldOne() {
    DocumentPath path = documents.available(open, client, "a.txt");
    int readers = documents.declareVersion(path, client, BYTES);
    int staffs = documents.declareVersion(path, publisher, BYTES);
    assertThat(arrive(path, staffs)).isEqualTo(Outcome.AVAILABLE);

    assertThat(arrive(path, readers)).isEqualTo(Outcome.AVAILABLE);

    assertThat(documents.get(path, client).get("version")).isEqualTo((long) staffs);
  }

  @Test
  void anArchivedFolderOrDocument_stillTakesWhatWasDeclaredBefore() {
    DocumentPath existing = documents.available(open, client, "a.txt");
    int version = documents.declareVersion(existing, client, BYTES);
    DocumentPath declared = declare(open, client);
    Document document = Document.fromItem(item(Document.key(existing)));
    Document archived = document.withDetails(new Details("a.txt", true), Optional.empty());
    documents.write(
        Write.delete(document.key()),
        Write.create(archived.toItem()),
        Write.replace(
            Folder.fromItem(item(TableKeys.folder(open))).withDetails("Taxes", true).toItem(), 1));

    assertThat(arrive(existing, version)).isEqualTo(Outcome.AVAILABLE);
    assertThat(arrive(declared, 1)).isEqualTo(Outcome.AVAILABLE);
  }

  @Test
  void aMemberWithoutThePortal_stillUploadsIntoWhatIsClosed_andAnotherCapacityCounts() {
    DocumentPath byPublisher = declare(closed, publisher);
    change(publisher, is -> with(is, false, true));
    documents.write(
        Links.add(
                documents.client,
                client,
                new Capacity(contact, "Carla", true, TestFirm.NOW, Optional.empty()),
                Optional.of(link(client)))
            .toArray(Write[]::new));
    DocumentPath byClient = declare(open, client);
    revoke(client, Recipient.CLIENT);

    assertThat(arrive(byPublisher, 1)).isEqualTo(Outcome.AVAILABLE);
    assertThat(arrive(byClient, 1)).isEqualTo(Outcome.AVAILABLE);
  }
}
