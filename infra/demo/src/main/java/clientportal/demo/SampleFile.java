package clientportal.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** A small valid file that is made here. */
final class SampleFile {
  private final String name;
  private final String contentType;
  private final byte[] bytes;

  private SampleFile(String name, String contentType, byte[] bytes) {
    this.name = name;
    this.contentType = contentType;
    this.bytes = bytes;
  }

  static SampleFile text(String name, String text) {
    return new SampleFile(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  static SampleFile csv(String name, String... lines) {
    // The line ends of RFC 4180.
    String text = String.join("\r\n", lines) + "\r\n";
    return new SampleFile(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  static SampleFile pdf(String name, String... lines) {
    return new SampleFile(name, "application/pdf", PdfPage.of(lines));
  }

  static SampleFile png(String name) {
    return new SampleFile(name, "image/png", ReceiptPicture.png());
  }

  /** The logo of the firm. */
  static SampleFile logo() {
    return new SampleFile("Logo.png", "image/png", LogoPicture.png());
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Returns the body that declares its upload as a document. */
  Map<String, Object> declaration() {
    Map<String, Object> declaration = new HashMap<>(content());
    declaration.put("name", name);
    return declaration;
  }

  /** Returns the body that declares its upload where it has no name. */
  Map<String, Object> content() {
    return Map.of("size", bytes.length, "contentType", contentType, "sha256", sha256());
  }

  private String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
