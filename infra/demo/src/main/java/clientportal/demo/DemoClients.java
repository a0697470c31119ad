package clientportal.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The demo's clients, one after the other, and what the firm and they share. */
final class DemoClients {
  private final LocalPortal portal;
  private final Consumer<String> progress;
  private final String firm;
  private final Colleague ingrid;
  private final Colleague daniel;
  private final Colleague marta;
  private final DemoRequests requests;
  private final List<ClientFile> files = new ArrayList<>();
  private final List<Upload> uploads = new ArrayList<>();

  DemoClients(
      LocalPortal portal,
      Consumer<String> progress,
      String firm,
      Colleague ingrid,
      Colleague daniel,
      Colleague marta) {
    this.portal = portal;
    this.progress = progress;
    this.firm = firm;
    this.ingrid = ingrid;
    this.daniel = daniel;
    this.marta = marta;
    requests = new DemoRequests(firm, daniel.session());
  }

  void serve() throws InterruptedException {
    ClientFile jose = serveJose();
    serveTaro();
    ClientFile olena = serveOlena();
    serveMeera();
    addThoseWithoutAccount();
    progress.accept(
        "a portal of two clients, with " + Cast.GRACE.name() + " and " + Cast.TOMAS.name());
    uploads.add(new DemoPortal(portal, firm, daniel.session()).open(jose, olena));
    writeToAll();
    progress.accept("their documents: " + uploads.size() + " uploads are checked");
    for (Upload upload : uploads) {
      upload.awaitAvailable();
    }
  }

  /** A family: what the firm shares is open to husband and wife; two staff members are notified. */
  private ClientFile serveJose() throws InterruptedException {
    ClientFile file = add(Cast.JOSE, "client");
    file.assign(ingrid.session(), daniel, marta);
    file.addContact(
        ingrid.session(),
        Map.of(
            "name",
            "Lucía Álvarez",
            "email",
            "lucia.alvarez@example.test",
            "relationship",
            "Wife",
            "webPortal",
            true));
    Session jose = invited(file, Cast.JOSE);

    Folder taxes = file.addFolder(ingrid.session(), "Tax return 2025");
    upload(
        ingrid,
        taxes,
        SampleFile.pdf(
            "Tax return 2025.pdf",
            "Tax return 2025",
            "",
            "Taxpayer: José Álvarez Núñez",
            "Prepared by Harbour Street Accountants",
            "",
            "Taxable income           48,250.00",
            "Tax due                   9,114.00",
            "Paid in advance           9,600.00",
            "Refund                      486.00"));
    taxes.share(ingrid.session(), "all-authorized", "view");

    Folder receipts = file.addFolder(daniel.session(), "Receipts");
    receipts.share(daniel.session(), "client", "view-upload");
    upload(
        daniel,
        receipts,
        SampleFile.text(
            "What we still need.txt",
            "Dear José,\n\nplease add here what you paid for the office in 2025.\n\nDaniel\n"));
    uploads.add(receipts.upload(jose, SampleFile.png("Receipt desk.png")));
    uploads.add(
        file.clientUploads(jose)
            .upload(
                jose,
                SampleFile.csv(
                    "Bank 2025-12.csv",
                    "date,text,amount",
                    "2025-12-03,Café Sol,-14.20",
                    "2025-12-15,Salary,3120.00",
                    "2025-12-29,\"Desk, oak\",-389.00")));

    Folder papers = file.addFolder(marta.session(), "Working papers");
    upload(
        marta,
        papers,
        SampleFile.csv("Checks.csv", "check,by,done", "Income,Marta,yes", "Receipts,Marta,no"));

    file.addNote(
        marta.session(),
        "Call about the desk",
        """
        José called: he bought the desk for his room at home.
        Daniel, may we depreciate it over 13 years?
        """);
    file.shareNote(
        daniel.session(),
        "When the refund comes",
        """
        Dear José and Lucía,

        your return is with the tax office. The refund of 486.00 usually comes
        within eight weeks. You need not do anything until then.

        Daniel
        """,
        "all-authorized");
    progress.accept("what " + Cast.JOSE.name() + " is asked for");
    requests.completeTaxes(file, jose);
    requests.askForLoan(file, jose);
    return file;
  }

  /** A company's owner; the bookkeeper is a contact to whom nothing is open. */
  private void serveTaro() throws InterruptedException {
    ClientFile file = add(Cast.TARO, "client");
    file.assign(ingrid.session(), daniel);
    file.addContact(
        daniel.session(),
        Map.of(
            "name",
            "鈴木 花子",
            "email",
            "hanako.suzuki@example.test",
            "phone",
            "+81312345678",
            "relationship",
            "Bookkeeper"));
    Session taro = invited(file, Cast.TARO);

    Folder statements = file.addFolder(daniel.session(), "決算書 2025");
    statements.share(daniel.session(), "client", "view");
    upload(
        daniel,
        statements,
        SampleFile.pdf(
            "決算書 2025.pdf", "Annual statement 2025", "", "Yamada Trading", "Result 1,204,000 JPY"));
    uploads.add(
        file.clientUploads(taro).upload(taro, SampleFile.text("質問.txt", "来週お電話いただけますか。\n山田\n")));
    requests.prepareStatement(file);
  }

  /** An individual who has uploaded something and has no shares yet. */
  private ClientFile serveOlena() throws InterruptedException {
    ClientFile file = add(Cast.OLENA, "individual");
    Session olena = invited(file, Cast.OLENA);
    uploads.add(
        file.clientUploads(olena)
            .upload(
                olena,
                SampleFile.pdf(
                    "Довідка про доходи.pdf", "Statement of income", "", "2025: 310,500 UAH")));
    requests.cancelRegistration(file);
    return file;
  }

  /** A client who is only invited; what is shared can be read after the sign-in. */
  private void serveMeera() throws InterruptedException {
    ClientFile file = add(Cast.MEERA, "client");
    file.invite(daniel.session(), Cast.MEERA);
    progress.accept("a client: " + Cast.MEERA.name() + " is invited");
    Folder welcome = file.addFolder(daniel.session(), "आपका स्वागत है");
    welcome.share(daniel.session(), "client", "view-upload");
    upload(
        daniel,
        welcome,
        SampleFile.text("Welcome.txt", "Welcome to Harbour Street Accountants.\n"));
  }

  private void addThoseWithoutAccount() throws InterruptedException {
    progress.accept("clients without account: " + Cast.TAX_OFFICE + ", " + Cast.ELENI);
    ClientFile.add(
        marta.session(),
        firm,
        Map.of("kind", "other", "name", Cast.TAX_OFFICE, "email", Cast.TAX_OFFICE_EMAIL));
    ClientFile.add(
        marta.session(),
        firm,
        Map.of("kind", "client", "name", Cast.ELENI, "phone", Cast.ELENI_PHONE));
  }

  /** A note about all who are served; each of them reads it as one about themselves. */
  private void writeToAll() throws InterruptedException {
    progress.accept("a note that " + files.size() + " clients can read");
    Answer note =
        daniel
            .session()
            .post(
                firm + "/group-notes",
                Map.of(
                    "title",
                    "Our office in August",
                    "text",
                    """
                    We are on holiday from 3 to 14 August. Please send us by the end of July
                    what has to be done before. Uploads are welcome at any time.

                    Daniel
                    """,
                    "clientIds",
                    files.stream().map(ClientFile::clientId).toList()));
    daniel
        .session()
        .put(
            firm + "/group-notes/" + note.require("noteId") + "/shares",
            Map.of("recipients", List.of(Map.of("recipient", "all-authorized"))));
  }

  private ClientFile add(Visitor client, String kind) throws InterruptedException {
    ClientFile file =
        ClientFile.add(
            daniel.session(),
            firm,
            Map.of("kind", kind, "name", client.name(), "email", client.email()));
    files.add(file);
    return file;
  }

  private Session invited(ClientFile file, Visitor client) throws InterruptedException {
    progress.accept("a client: " + client.name() + " is invited and signs in");
    Inbox mail = Inbox.of(portal, client);
    file.invite(daniel.session(), client);
    return Session.acceptInvitation(portal, client, mail);
  }

  private void upload(Colleague colleague, Folder folder, SampleFile file)
      throws InterruptedException {
    uploads.add(folder.upload(colleague.session(), file));
  }
}
