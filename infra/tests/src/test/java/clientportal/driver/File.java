package clientportal.driver;

import static clientportal.driver.Portal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A file as a browser declares, uploads and downloads it. */
@SuppressWarnings("ArrayRecordComponent")
public record File(String name, String contentType, byte[] bytes) {

  public static File text(String name, String text) {
    return new File(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  public static File pdf(String name) {
    return new File(name, "application/pdf", "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.UTF_8));
  }

  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Declares the upload. */
  public Answer declare(Person person, String folderPath) {
    return person.post(folderPath + "/documents", declaration());
  }

  /** Returns the body that declares the upload. */
  public ObjectNode declaration() {
    return json()
        .put("name", name)
        .put("size", bytes.length)
        .put("contentType", contentType)
        .put("sha256", sha256());
  }

  /** Puts bytes to a declared upload's URL with the headers that it names. */
  public static Answer put(Answer declared, byte[] bytes) {
    Call call =
        new Call(declared.text("upload/url")).method("PUT").body(bytes).outsideTheContract();
    for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> header :
        declared.at("upload/headers").properties()) {
      call.header(header.getKey(), header.getValue().asText());
    }
    return call.send();
  }

  /** Declares and uploads, and waits until it is confirmed; returns the document's id. */
  public String upload(Person person, String folderPath) {
    Answer declared = declare(person, folderPath).is(201);
    put(declared, bytes).is(200);
    Portal.settle();
    return declared.text("documentId");
  }

  /** Declares and uploads a new version of a document, and waits until it is confirmed. */
  public void uploadVersion(Person person, String documentPath) {
    Answer declared = person.post(documentPath + "/versions", declaration()).is(201);
    put(declared, bytes).is(200);
    Portal.settle();
  }

  /** Downloads a document as a browser does. */
  public static Answer download(Person person, String documentPath) {
    String url = person.post(documentPath + "/download").is(200).text("url");
    return new Call(url).outsideTheContract().send();
  }
}
