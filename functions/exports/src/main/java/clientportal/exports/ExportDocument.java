package clientportal.exports;

import static clientportal.exports.pdf.Style.BODY;
import static clientportal.exports.pdf.Style.HEADING;
import static clientportal.exports.pdf.Style.LABEL;
import static clientportal.exports.pdf.Style.NAME;
import static clientportal.exports.pdf.Style.SMALL;
import static clientportal.exports.pdf.Style.STRONG;
import static clientportal.exports.pdf.Style.TITLE;

import clientportal.access.records.By;
import clientportal.access.records.Engagement;
import clientportal.access.records.EngagementStatus;
import clientportal.access.records.ItemFile;
import clientportal.access.records.ItemState;
import clientportal.access.records.RequestItem;
import clientportal.access.records.RequestItem.Review;
import clientportal.exports.Export.ExportedFile;
import clientportal.exports.pdf.Column;
import clientportal.exports.pdf.PdfDocument;
import clientportal.exports.pdf.Text;
import java.util.ArrayList;
import java.util.List;

/** An export as a document to read and to print. */
final class ExportDocument {
  private static final List<Column> FACTS = List.of(Column.of("", 0.2), Column.of("", 0.8));
  private static final List<Column> NAMES = List.of(Column.of("", 0.66), Column.right("", 0.34));

  private final Export export;
  private final Wording wording;
  private final PdfDocument document;

  private ExportDocument(Export export, Wording wording, PdfDocument document) {
    this.export = export;
    this.wording = wording;
    this.document = document;
  }

  /** Returns the document in PDF. */
  static byte[] of(Export export) {
    Wording wording =
        new Wording(export.firm().settings().language(), export.firm().settings().timeZone());
    try (PdfDocument document =
        new PdfDocument(
            export.engagement().name(),
            export.firm().name(),
            wording.language().tag(),
            export.at())) {
      return new ExportDocument(export, wording, document).write();
    }
  }

  private byte[] write() {
    cover();
    document.gap(14);
    document.paragraph(HEADING.of(wording.of(Word.OVERVIEW)));
    document.gap(6);
    overview();
    if (!export.items().isEmpty()) {
      document.gap(18);
      document.keepTogether(120);
      document.paragraph(HEADING.of(wording.of(Word.DETAILS)));
    }
    for (int i = 0; i < export.items().size(); i++) {
      item(i + 1, export.items().get(i));
    }
    notes();
    return document.end(
        export.firm().name() + " · " + export.engagement().name(),
        number -> wording.of(Word.PAGE, number));
  }

  private void cover() {
    Engagement engagement = export.engagement();
    document.paragraph(LABEL.of(export.firm().name()));
    document.gap(6);
    document.paragraph(TITLE.of(engagement.name()));
    document.paragraph(LABEL.of(wording.of(Word.REQUEST_TO, export.names().client().name())));
    document.gap(10);
    document.rule();
    document.gap(8);
    Word ended =
        engagement.status() == EngagementStatus.COMPLETED
            ? Word.ENDED_COMPLETED
            : Word.ENDED_CANCELLED;
    fact(Word.CLIENT, export.names().client().name());
    fact(Word.STATUS, wording.of(ended));
    fact(Word.BEGUN, wording.of(new By(engagement.createdBy(), engagement.createdAt())));
    engagement.ended().ifPresent(by -> fact(ended, wording.of(by)));
    engagement.dueOn().ifPresent(due -> fact(Word.DUE, wording.of(due)));
    fact(Word.EXPORTED, wording.of(export.at()));
    fact(Word.REFERENCE, engagement.id().value());
  }

  private void fact(Word label, String value) {
    document.rows(
        FACTS, List.of(List.of(List.of(LABEL.of(wording.of(label))), List.of(BODY.of(value)))));
  }

  private void overview() {
    if (export.items().isEmpty()) {
      document.paragraph(BODY.of(wording.of(Word.NOTHING)));
      return;
    }
    List<List<List<Text>>> rows = new ArrayList<>();
    for (RequestItem item : export.items()) {
      rows.add(
          List.of(
              List.of(BODY.of(String.valueOf(rows.size() + 1))),
              List.of(BODY.of(name(item))),
              List.of(BODY.of(export.assignee(item))),
              List.of(BODY.of(status(item)))));
    }
    document.table(
        List.of(
            Column.of(wording.of(Word.NUMBER), 0.07),
            Column.of(wording.of(Word.ITEM), 0.45),
            Column.of(wording.of(Word.ASKED_OF), 0.24),
            Column.of(wording.of(Word.STATUS), 0.24)),
        rows);
  }

  private static String name(RequestItem item) {
    return item.wanted()
        .period()
        .map(of -> item.wanted().name() + ", " + of)
        .orElse(item.wanted().name());
  }

  private String status(RequestItem item) {
    return wording.of(item.state().hidden() ? Word.HIDDEN : Word.of(item.status()));
  }

  private void item(int number, RequestItem item) {
    document.gap(12);
    document.keepTogether(96);
    document.bookmark(number + "  " + name(item));
    document.rows(
        NAMES,
        List.of(
            List.of(
                List.of(NAME.of(number + "  " + name(item))), List.of(STRONG.of(status(item))))));
    document.gap(3);
    document.rule();
    document.gap(5);
    item.wanted()
        .description()
        .ifPresent(text -> {
          document.paragraph(BODY.of(text));
          document.gap(5);
        });
    facts(item);
    answers(item);
    files(item);
    reviews(item);
  }

  private void facts(RequestItem item) {
    ItemState state = item.state();
    fact(Word.ASKED_OF, export.assignee(item));
    fact(Word.KIND, wording.of(Word.of(item.wanted().kind())));
    if (!item.wanted().choices().isEmpty()) {
      fact(Word.CHOICES, String.join("\n", item.wanted().choices()));
    }
    fact(Word.REQUIRED, wording.of(item.wanted().required()));
    item.wanted().period().ifPresent(period -> fact(Word.PERIOD, period));
    item.dueOn().ifPresent(due -> fact(Word.DUE, wording.of(due)));
    state.askedAt().ifPresent(at -> fact(Word.ASKED, wording.of(at)));
    state.submitted().ifPresent(by -> fact(Word.SUBMITTED_BY, wording.of(by)));
    state
        .notApplicable()
        .ifPresent(said -> {
          fact(Word.NOT_APPLICABLE_BY, wording.of(said.by()));
          fact(Word.REASON, said.reason());
          fact(Word.CONFIRMED, wording.of(said.confirmed()));
        });
  }

  private void answers(RequestItem item) {
    table(
        Word.ANSWERS,
        List.of(
            Column.of(wording.of(Word.ROUND), 0.09),
            Column.of(wording.of(Word.ANSWER), 0.61),
            Column.of(wording.of(Word.ANSWERED), 0.3)),
        item.answers().stream()
            .map(answer ->
                List.of(number(answer.round()), List.of(BODY.of(answer.text())), by(answer.by())))
            .toList());
  }

  private void files(RequestItem item) {
    table(
        Word.FILES,
        List.of(
            Column.of(wording.of(Word.ROUND), 0.075),
            Column.of(wording.of(Word.FILE), 0.57),
            Column.of(wording.of(Word.VERDICT), 0.155),
            Column.of(wording.of(Word.UPLOADED), 0.2)),
        export.filesOf(item.id()).stream()
            .map(file ->
                List.of(
                    number(file.file().round()),
                    described(file),
                    List.of(BODY.of(verdict(file.file(), item))),
                    by(file.file().by())))
            .toList());
  }

  private List<Text> described(ExportedFile file) {
    return List.of(
        BODY.of(file.document().shared().name()),
        SMALL.of(wording.of(Word.SIZE_AND_HASH, wording.number(file.document().size()))),
        SMALL.of(file.document().sha256()));
  }

  private String verdict(ItemFile file, RequestItem item) {
    String verdict = wording.of(Word.of(file.verdict(item)));
    return file.late() ? verdict + ", " + wording.of(Word.LATE) : verdict;
  }

  private void reviews(RequestItem item) {
    table(
        Word.REVIEWS,
        List.of(
            Column.of(wording.of(Word.ROUND), 0.09),
            Column.of(wording.of(Word.VERDICT), 0.2),
            Column.of(wording.of(Word.REASON), 0.41),
            Column.of(wording.of(Word.REVIEWED), 0.3)),
        item.reviews().stream()
            .map(review ->
                List.of(
                    number(review.round()),
                    List.of(BODY.of(wording.of(Word.of(review.verdict())))),
                    reason(review),
                    by(review.by())))
            .toList());
  }

  private List<Text> reason(Review review) {
    List<Text> reason = new ArrayList<>();
    review.code().ifPresent(code -> reason.add(STRONG.of(wording.of(Word.of(code)))));
    review.reason().ifPresent(text -> reason.add(BODY.of(text)));
    return reason;
  }

  private static List<Text> number(int round) {
    return List.of(BODY.of(String.valueOf(round)));
  }

  private List<Text> by(By by) {
    return List.of(BODY.of(wording.of(by.actor())), SMALL.of(wording.of(by.at())));
  }

  private void table(Word heading, List<Column> columns, List<List<List<Text>>> rows) {
    if (!rows.isEmpty()) {
      document.gap(8);
      document.keepTogether(80);
      document.paragraph(STRONG.of(wording.of(heading)));
      document.gap(3);
      document.table(columns, rows);
    }
  }

  private void notes() {
    document.gap(18);
    document.paragraph(SMALL.of(wording.of(Word.TIMES, export.firm().settings().timeZone())));
    if (document.isLacking()) {
      document.paragraph(SMALL.of(wording.of(Word.BOXES)));
    }
  }
}
