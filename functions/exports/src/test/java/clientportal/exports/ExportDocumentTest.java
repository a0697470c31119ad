package clientportal.exports;

import static clientportal.exports.TestExports.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import clientportal.access.ids.ItemId;
import clientportal.access.ids.Language;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.RequestItem.Review;
import clientportal.access.requests.ItemAction;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The document, as its text is read back. */
final class ExportDocumentTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  /** Returns all text without spaces: lines are broken where there is no more room. */
  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return packed(new PDFTextStripper().getText(document));
    }
  }

  private static String packed(String text) {
    return text.replaceAll("\\s", "");
  }

  private static void has(String text, String... facts) {
    for (String fact : facts) {
      assertThat(text).contains(packed(fact));
    }
  }

  /** One of everything that can happen to an item. */
  private static TestExports eventful() {
    TestExports exports = new TestExports("Baufinanzierung Lindenstraße 5");
    ItemId question = exports.ask(wanted("Why?", "In short.", Kind.TEXT, true));
    exports.answer(question, "So.");
    exports.then(question, exports.ada, new ItemAction.Reject(Review.Code.INCOMPLETE, "Say more."));
    exports.answer(question, "Because of the house.\nAnd the garden.");
    exports.then(question, exports.ada, new ItemAction.Accept());
    ItemId choice = exports.ask(wanted("Family status", "As of today.", Kind.CHOICE, true));
    exports.answer(choice, "Married");
    ItemId files = exports.ask(wanted("Payslips", "The last three.", Kind.DOCUMENT, true));
    exports.file(files, "Gehalt März.pdf", HASH, false);
    exports.then(files, exports.theClient, new ItemAction.Submit());
    exports.then(
        files, exports.ada, new ItemAction.Reject(Review.Code.UNREADABLE, "Page 2 is blurred."));
    exports.file(files, "Gehalt März neu.pdf", "ab".repeat(32), false);
    exports.then(files, exports.theClient, new ItemAction.Submit());
    exports.then(files, exports.ada, new ItemAction.Accept());
    exports.file(files, "Nachzügler.pdf", "cd".repeat(32), true);
    ItemId deeds = exports.ask(wanted("Deeds", "Of the house.", Kind.DOCUMENT, false));
    exports.then(deeds, exports.theClient, new ItemAction.MarkNotApplicable("There is no house."));
    exports.then(deeds, exports.ada, new ItemAction.Accept());
    exports.complete();
    return exports;
  }

  @Test
  void document_hasEveryFact_inEnglish() throws IOException {
    String text = text(eventful().pdf());

    has(
        text,
        "Meyer & Søn",
        "Baufinanzierung Lindenstraße 5",
        "Document request to Carla Client",
        "Created 10 January 2026, 08:15, by Ada Staff (staff)",
        "Completed 1 February 2026, 08:15, by Ada Staff (staff)",
        "Due 14 March 2026",
        "Exported 1 March 2026, 09:30",
        "1 Why? Carla Client accepted",
        "2 Family status Carla Client cancelled",
        "3 Payslips, 2025-12 Carla Client accepted",
        "4 Deeds, 2025-12 Carla Client not applicable",
        "In short.",
        "Kind text",
        "Required yes",
        "Due 20 February 2026",
        "Asked 11 January 2026, 08:15",
        "Submitted 16 January 2026, 08:15, by Carla Client (client)",
        "1 So. Carla Client (client) 12 January 2026, 08:15",
        "2 Because of the house. And the garden. Carla Client (client) 15 January 2026, 08:15",
        "1 sent back incomplete Say more. Ada Staff (staff) 14 January 2026, 08:15",
        "2 accepted Ada Staff (staff) 17 January 2026, 08:15",
        "Choices Married Single",
        "1 Gehalt März.pdf 48,213 bytes, SHA-256: " + HASH + " sent back Carla Client (client)",
        "2 Gehalt März neu.pdf 48,213 bytes, SHA-256: " + "ab".repeat(32) + " accepted",
        "2 Nachzügler.pdf 48,213 bytes, SHA-256: " + "cd".repeat(32) + " not reviewed, late",
        "1 sent back unreadable Page 2 is blurred.",
        "Not applicable 30 January 2026, 08:15, by Carla Client (client)",
        "Reason There is no house.",
        "Accepted by the firm yes",
        "All times are in the time zone UTC.",
        "Page 1/");
    assertThat(text).doesNotContain("□").doesNotContain("2026,,");
  }

  @Test
  void document_speaksTheLanguageOfTheFirm_inItsTimeZone() throws IOException {
    String text = text(eventful().of("Kanzlei Groß", Language.GERMAN, "Europe/Berlin").pdf());

    has(
        text,
        "Kanzlei Groß",
        "Anfrage an Carla Client",
        "Abgeschlossen 1. Februar 2026, 09:15, von Ada Staff (Team)",
        "48.213 Byte, SHA-256:",
        "Gibt es nicht",
        "zurückgegeben unleserlich",
        "Alle Zeiten gelten in der Zeitzone Europe/Berlin.",
        "Seite 1/");
  }

  @Test
  void everyWord_isTranslated_andFillsTheSamePlaces() {
    for (Word word : Word.values()) {
      assertThat(word.in(Language.GERMAN)).isNotBlank();
      assertThat(word.in(Language.GERMAN).split("%s", -1))
          .as(word.name())
          .hasSameSizeAs(word.in(Language.ENGLISH).split("%s", -1));
    }
  }

  @Test
  void document_saysWhatItIs() throws IOException {
    byte[] pdf = eventful().pdf();

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Baufinanzierung Lindenstraße 5");
      assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Meyer & Søn");
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo("2026-03-01T09:30:00Z");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(document.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
          .isEqualTo("1  Why?");
      for (PDPage page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
    }
  }

  @Test
  void theSameExport_hasTheSameBytes() {
    TestExports exports = eventful();

    assertThat(exports.pdf()).isEqualTo(exports.pdf());
  }

  @Test
  void namesInOtherScripts_areShown_orBoxesInTheirPlace() throws IOException {
    TestExports exports =
        new TestExports("Договор Δάνειο Łódź e\u0301te\u0301")
            .of("株式会社 Tax", Language.ENGLISH, "UTC");
    exports.answer(
        exports.ask(wanted("שלום world", "\uD83C\uDFE0 house\u0000\u200B", Kind.TEXT, true)),
        "عقد");
    exports.complete();

    String text = text(exports.pdf());

    has(text, "Договор Δάνειο Łódź été", "□□□□ Tax", "שלום", "world", "□ house", "□□□");
    has(text, "□ stands for a character that this document cannot show.");
  }

  @Test
  void longTexts_goOnOverPages_andLoseNothing() throws IOException {
    TestExports exports = new TestExports("Long");
    List<String> words = new ArrayList<>();
    String description =
        IntStream.range(0, 800).mapToObj("d%04d"::formatted).collect(Collectors.joining(" "));
    ItemId item = exports.ask(wanted("Long", description, Kind.TEXT, true));
    for (int i = 0; i < 3000; i++) {
      words.add("w%04d".formatted(i));
    }
    exports.answer(item, String.join(" ", words) + "\n" + "x".repeat(500) + "end");
    exports.complete();

    byte[] pdf = exports.pdf();

    String text = text(pdf);
    assertThat(text).contains(words);
    assertThat(text).contains("d0799");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(3);
      PDFTextStripper stripper = new PDFTextStripper();
      for (int page = 1; page <= pages; page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document)).contains("Page " + page + "/" + pages);
      }
      // The headings of the table come again where it goes on.
      stripper.setStartPage(3);
      stripper.setEndPage(3);
      assertThat(packed(stripper.getText(document))).startsWith("RoundAnswerAnswered");
    }
  }

  @Test
  void theLargestEngagement_fitsInAnAnswer_andIsWrittenInTime() throws IOException {
    TestExports exports = new TestExports("Large");
    for (int i = 0; i < 80; i++) {
      String words =
          IntStream.range(0, 660).mapToObj("%05d"::formatted).collect(Collectors.joining(" "));
      ItemId item = exports.ask(wanted("Item " + i, words, Kind.TEXT, true));
      exports.answer(item, words + " " + i);
      exports.then(item, exports.ada, new ItemAction.Reject(Review.Code.OTHER, "Once more."));
      exports.answer(item, words + " " + i);
    }
    exports.complete();

    // Of the processor, so that it does not matter what else the machine does.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    byte[] pdf = exports.pdf();
    long millis = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;

    System.out.printf("the largest PDF: %d KB in %d ms%n", pdf.length / 1024, millis);
    assertThat(pdf.length).isLessThan(4_000_000);
    assertThat(millis).isLessThan(10_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(100);
    }
  }
}
