package clientportal.demo;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a PDF of one A4 page with a heading and lines of Western European text. */
final class PdfPage {
  /** What the font's {@code WinAnsiEncoding} is called here. */
  private static final Charset WIN_ANSI = Charset.forName("windows-1252");

  private PdfPage() {}

  static byte[] of(String... lines) {
    String text = drawn(lines);
    List<String> objects =
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length %d >>\nstream\n%sendstream".formatted(text.length(), text),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    // One byte a character, so that lengths and offsets in characters are those in bytes.
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      offsets.add(pdf.length());
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    offsets.forEach(offset -> pdf.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    pdf.append("trailer\n<< /Size ")
        .append(objects.size() + 1)
        .append(" /Root 1 0 R >>\nstartxref\n")
        .append(table)
        .append("\n%%EOF\n");
    return pdf.toString().getBytes(WIN_ANSI);
  }

  private static String drawn(String... lines) {
    StringBuilder text = new StringBuilder("BT\n72 760 Td\n18 TL\n/F1 18 Tf\n");
    for (String line : lines) {
      text.append('(').append(escaped(line)).append(") Tj\nT*\n/F1 11 Tf\n");
    }
    return text.append("ET\n").toString();
  }

  private static String escaped(String line) {
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }
}
