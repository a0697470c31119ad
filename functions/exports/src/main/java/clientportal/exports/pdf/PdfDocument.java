package clientportal.exports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A document that is written from top to bottom, on pages of A4. The same content makes the same
 * bytes.
 */
public final class PdfDocument implements AutoCloseable {
  private static final float MARGIN = 54;
  private static final float FOOT = 36;
  private static final float GAP = 8;
  private static final float PADDING = 3;

  /** A row that has so few lines does not go on on another page. */
  private static final int UNDIVIDED = 6;

  /** How thick the outlines of bold text are, in parts of its size. */
  private static final float BOLD = 0.028f;

  private final PDDocument document = new PDDocument();
  private final PDDocumentOutline outline = new PDDocumentOutline();
  private final Typeface typeface;
  private PDPageContentStream content;
  private float y;

  /**
   * Begins a document.
   *
   * @param language a language tag (BCP 47)
   * @param at when it was made
   */
  public PdfDocument(String title, String author, String language, Instant at) {
    try {
      typeface = new Typeface(document);
      document.setDocumentId(at.toEpochMilli());
      document.getDocumentInformation().setTitle(title);
      document.getDocumentInformation().setAuthor(author);
      document
          .getDocumentInformation()
          .setCreationDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
      document.getDocumentCatalog().setLanguage(language);
      document.getDocumentCatalog().setDocumentOutline(outline);
      PDViewerPreferences preferences =
          new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
      preferences.setDisplayDocTitle(true);
      document.getDocumentCatalog().setViewerPreferences(preferences);
      content = newPage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDPageContentStream newPage() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  private void turn() {
    try {
      content.close();
      content = newPage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  private boolean isRoomFor(float height) {
    return y - height >= MARGIN;
  }

  /** Tells whether there was a character that the document shows as a box. */
  public boolean isLacking() {
    return typeface.wasLacking();
  }

  /** Leaves some room. */
  public void gap(float height) {
    y -= height;
  }

  /** Goes on on the next page if there is less room than this on this one, in points. */
  public void keepTogether(float height) {
    if (!isRoomFor(height)) {
      turn();
    }
  }

  /** Adds a bookmark for what follows, which viewers show beside the pages. */
  public void bookmark(String title) {
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(document.getPage(document.getNumberOfPages() - 1));
    destination.setTop((int) y);
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(title);
    item.setDestination(destination);
    outline.addLast(item);
  }

  /** Writes text over the whole width. */
  public void paragraph(Text text) {
    row(List.of(Column.of("", 1)), List.of(List.of(text)), Optional.empty());
  }

  /** Draws a thin line over the whole width. */
  public void rule() {
    try {
      content.setStrokingColor(0.80f, 0.83f, 0.86f);
      content.setLineWidth(0.5f);
      content.moveTo(MARGIN, y);
      content.lineTo(MARGIN + width(), y);
      content.stroke();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes rows without headings and lines.
   *
   * @param rows each with the texts of each column
   */
  public void rows(List<Column> columns, List<List<List<Text>>> rows) {
    rows.forEach(row -> row(columns, row, Optional.empty()));
  }

  /**
   * Writes a table. Its headings come again on every page.
   *
   * @param rows each with the texts of each column
   */
  public void table(List<Column> columns, List<List<List<Text>>> rows) {
    keepTogether(4 * Style.BODY.lineHeight());
    Runnable headings =
        () -> {
          row(
              columns,
              columns.stream().map(column -> List.of(Style.LABEL.of(column.heading()))).toList(),
              Optional.empty());
          y -= PADDING;
          rule();
        };
    headings.run();
    for (List<List<Text>> row : rows) {
      y -= PADDING;
      row(columns, row, Optional.of(headings));
      y -= PADDING;
      rule();
    }
  }

  /** One line of a cell. */
  private record Line(String text, Style style) {}

  private void row(List<Column> columns, List<List<Text>> cells, Optional<Runnable> headings) {
    List<List<Line>> lines = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      lines.add(lines(cells.get(i), columns.get(i).share() * width() - GAP));
    }
    int count = lines.stream().mapToInt(List::size).max().orElse(0);
    if (count <= UNDIVIDED && !isRoomFor(height(lines, 0, count))) {
      turn(headings);
    }
    int from = 0;
    while (from < count) {
      int to = from;
      while (to < count && isRoomFor(height(lines, from, to + 1))) {
        to++;
      }
      if (to == from) {
        turn(headings);
      } else {
        write(columns, lines, from, to);
        from = to;
      }
    }
  }

  private void turn(Optional<Runnable> headings) {
    turn();
    headings.ifPresent(each -> {
      each.run();
      y -= PADDING;
    });
  }

  /** Writes some lines of all cells, one cell after the other, as one reads or copies them. */
  private void write(List<Column> columns, List<List<Line>> cells, int from, int to) {
    float x = MARGIN;
    for (int column = 0; column < columns.size(); column++) {
      List<Line> cell = cells.get(column);
      float width = columns.get(column).share() * width();
      float top = y;
      for (int i = from; i < Math.min(to, cell.size()); i++) {
        Line line = cell.get(i);
        float left =
            columns.get(column).toTheRight()
                ? x + width - typeface.width(line.text(), line.style())
                : x;
        write(line, left, top - line.style().size);
        top -= line.style().lineHeight();
      }
      x += width;
    }
    y -= height(cells, from, to);
  }

  private List<Line> lines(List<Text> texts, float width) {
    return texts.stream()
        .flatMap(
            text -> typeface.lines(text, width).stream().map(line -> new Line(line, text.style())))
        .toList();
  }

  private static float height(List<List<Line>> cells, int from, int to) {
    float height = 0;
    for (int i = from; i < to; i++) {
      float highest = 0;
      for (List<Line> cell : cells) {
        if (i < cell.size()) {
          highest = Math.max(highest, cell.get(i).style().lineHeight());
        }
      }
      height += highest;
    }
    return height;
  }

  private void write(Line line, float x, float baseline) {
    if (line.text().isEmpty()) {
      return;
    }
    try {
      write(line, x, baseline, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bold is text with an outline: PDFBox comes with the regular weight alone. */
  private void write(Line line, float x, float baseline, PDPageContentStream on)
      throws IOException {
    Style style = line.style();
    on.beginText();
    on.setFont(typeface.font(), style.size);
    on.setNonStrokingColor(style.ink.red, style.ink.green, style.ink.blue);
    if (style.bold) {
      on.setStrokingColor(style.ink.red, style.ink.green, style.ink.blue);
      on.setLineWidth(style.size * BOLD);
    }
    on.setRenderingMode(style.bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    on.newLineAtOffset(x, baseline);
    on.showText(Typeface.fromLeftToRight(line.text()));
    on.endText();
  }

  /**
   * Ends the document.
   *
   * @param foot what stands at the foot of each page, on the left
   * @param number says the number of a page, by "1/2" for the first of two
   */
  public byte[] end(String foot, UnaryOperator<String> number) {
    try {
      content.close();
      int pages = document.getNumberOfPages();
      for (int i = 0; i < pages; i++) {
        Line right = new Line(number.apply((i + 1) + "/" + pages), Style.SMALL);
        float width = typeface.width(right.text(), Style.SMALL);
        Line left =
            new Line(
                typeface.lines(Style.SMALL.of(foot), width() - width - GAP).getFirst(),
                Style.SMALL);
        try (PDPageContentStream at =
            new PDPageContentStream(
                document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
          write(left, MARGIN, FOOT, at);
          write(right, MARGIN + width() - width, FOOT, at);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
      typeface.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
