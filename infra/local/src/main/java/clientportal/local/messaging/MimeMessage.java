package clientportal.local.messaging;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A raw mail, with the parts that people see: headers, text and HTML. */
record MimeMessage(Map<String, String> headers, @Nullable String text, @Nullable String html) {
  private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");

  /** The parts that were found first. */
  private static final class Found {
    private @Nullable String text;
    private @Nullable String html;
  }

  /** Parses a mail; refuses one without a blank line between headers and body. */
  static MimeMessage parse(byte[] raw) {
    if (!BLANK_LINE.matcher(new String(raw, StandardCharsets.ISO_8859_1)).find()) {
      throw refused("The raw message must have a header and a body, separated by a blank line.");
    }
    Properties utf8 = new Properties();
    utf8.setProperty("mail.mime.allowutf8", "true");
    try {
      Part mail =
          new jakarta.mail.internet.MimeMessage(
              Session.getInstance(utf8), new ByteArrayInputStream(raw));
      Found found = new Found();
      find(mail, found);
      return new MimeMessage(headers(mail), found.text, found.html);
    } catch (MessagingException | IOException e) { // such as an unknown character set
      throw refused("The raw message cannot be decoded.");
    }
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Leaves a word that cannot be decoded unchanged. */
  static String decodeWords(String header) {
    try {
      return MimeUtility.decodeText(header);
    } catch (UnsupportedEncodingException e) {
      return header;
    }
  }

  private static void find(Part part, Found found) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*")) {
      if (new ContentType(part.getContentType()).getParameter("boundary") == null) {
        throw refused("Missing multipart boundary");
      }
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        find(inner, found);
      }
    } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      if (part.isMimeType("text/plain") && found.text == null) {
        found.text = (String) part.getContent();
      } else if (part.isMimeType("text/html") && found.html == null) {
        found.html = (String) part.getContent();
      }
    }
  }

  private static Map<String, String> headers(Part mail) throws MessagingException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : Collections.list(mail.getAllHeaders())) {
      if (header.getValue() == null || header.getName().isBlank()) {
        throw refused("Empty header names are illegal.");
      }
      headers.merge(
          header.getName(),
          MimeUtility.unfold(header.getValue()).strip(),
          (first, next) -> first + ", " + next);
    }
    return headers;
  }

  private static Refusal refused(String reason) {
    return new Refusal(400, "BadRequestException", reason);
  }
}
