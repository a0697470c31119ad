package clientportal.exports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Liberation Sans, which comes with PDFBox: Latin, Greek, Cyrillic and Hebrew. A character that it
 * lacks is shown as a box.
 */
final class Typeface implements AutoCloseable {
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int BOX = 0x25A1;

  private final TrueTypeFont file;
  private final CmapLookup glyphs;
  private final PDFont font;
  private final Map<Integer, Float> widths = new HashMap<>();
  private boolean lacking;

  Typeface(PDDocument document) throws IOException {
    try (@Nullable InputStream bytes = PDDocument.class.getResourceAsStream(FILE)) {
      if (bytes == null) {
        throw new IOException("PDFBox has no " + FILE);
      }
      file = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    }
    // Ligatures would be other characters for who searches or copies the text.
    file.setEnableGsub(false);
    glyphs = file.getUnicodeCmapLookup();
    font = PDType0Font.load(document, file, true);
  }

  PDFont font() {
    return font;
  }

  /** Tells whether it was asked for a character that it lacks. */
  boolean wasLacking() {
    return lacking;
  }

  /** Returns the text as it can be shown: composed, and without control characters. */
  String shown(String text) {
    StringBuilder shown = new StringBuilder();
    Normalizer.normalize(text.replace("\t", "    "), Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> c == '\n' || !isInvisible(c))
        .forEach(c -> shown.appendCodePoint(c == '\n' ? c : shown(c)));
    return shown.toString();
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT -> true;
      default -> false;
    };
  }

  private int shown(int c) {
    if (glyphs.getGlyphId(c) != 0) {
      return c;
    }
    if (Character.isSpaceChar(c)) {
      return ' ';
    }
    lacking = true;
    return BOX;
  }

  float width(String shown, Style style) {
    float width = 0;
    for (int i = 0; i < shown.length(); i += Character.charCount(shown.codePointAt(i))) {
      width += width(shown.codePointAt(i));
    }
    return width * style.size;
  }

  /** Returns the width of a character, in parts of the size of the font. */
  private float width(int c) {
    return widths.computeIfAbsent(
        c,
        each -> {
          try {
            return (float) file.getAdvanceWidth(glyphs.getGlyphId(each)) / file.getUnitsPerEm();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Breaks text into lines, between words where that is possible. */
  List<String> lines(Text text, float width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : shown(text.content()).split("\n", -1)) {
      String left = paragraph.stripTrailing();
      int end = fitting(left, text.style(), width);
      while (end < left.length()) {
        lines.add(left.substring(0, end).stripTrailing());
        left = left.substring(end).stripLeading();
        end = fitting(left, text.style(), width);
      }
      lines.add(left);
    }
    return lines;
  }

  /**
   * Returns how much of a text fits in a line: up to a space, or if there is none any character.
   */
  private int fitting(String text, Style style, float width) {
    float used = 0;
    int space = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      used += width(c) * style.size;
      if (used > width && at > 0 && c != ' ') {
        return space > 0 ? space : at;
      }
      at += Character.charCount(c);
      if (c == ' ') {
        space = at;
      }
    }
    return at;
  }

  /** Returns a line in the order in which its characters stand from the left to the right. */
  static String fromLeftToRight(String line) {
    if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
      return line;
    }
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    Integer[] order = new Integer[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      order[i] = i;
    }
    Bidi.reorderVisually(levels, 0, order, 0, runs);
    StringBuilder visual = new StringBuilder();
    for (int i : order) {
      String run = line.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
      visual.append(levels[i] % 2 == 0 ? run : new StringBuilder(run).reverse());
    }
    return visual.toString();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
