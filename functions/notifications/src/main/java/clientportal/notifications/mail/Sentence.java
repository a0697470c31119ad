package clientportal.notifications.mail;

import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlTemplateOutput;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence, or several, with names in it; the same in text and in HTML. Only the pattern, which
 * is ours, has marks: {@code {}} is the place of the next name, <code>*</code> begins and ends what
 * is strong, and {@code ~} is a space at which no line breaks.
 */
record Sentence(String pattern, List<String> names) implements HtmlContent {
  private static final Pattern MARK = Pattern.compile("\\{}|[*~]");

  static Sentence of(String pattern, String... names) {
    return new Sentence(pattern, List.of(names));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    Iterator<String> name = names.iterator();
    for (String piece : MARK.splitWithDelimiters(pattern, 0)) {
      text.append(
          switch (piece) {
            case "{}" -> MailText.name(name.next());
            case "*" -> "";
            case "~" -> " ";
            default -> piece;
          });
    }
    return text.toString();
  }

  @Override
  public void writeTo(HtmlTemplateOutput html) {
    Iterator<String> name = names.iterator();
    boolean strong = false;
    for (String piece : MARK.splitWithDelimiters(pattern, 0)) {
      switch (piece) {
        case "{}" -> {
          html.writeContent("<bdi>");
          html.writeUserContent(name.next());
          html.writeContent("</bdi>");
        }
        case "*" -> {
          html.writeContent(strong ? "</strong>" : "<strong>");
          strong = !strong;
        }
        case "~" -> html.writeContent("&nbsp;");
        default -> html.writeUserContent(piece);
      }
    }
  }
}
