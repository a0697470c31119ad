package clientportal.driver;

import static clientportal.driver.Portal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A file that is uploaded in parts. Its bytes are made when needed; no two parts are the same.
 *
 * @param seed other bytes for each file
 */
public record LargeFile(String name, long size, int seed) {

  /** The size of parts on a stack whose limit of one PUT is 5 MiB. */
  public static final int PART = 5 << 20;

  private static final byte[] NOISE = noise();

  private static byte[] noise() {
    byte[] bytes = new byte[PART];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  public static LargeFile of(String name, long size) {
    return new LargeFile(name, size, name.hashCode());
  }

  public int parts() {
    return Math.toIntExact(Math.ceilDiv(size, PART));
  }

  /** Returns a part's bytes; parts are numbered from 1 on. */
  public byte[] part(int number) {
    int length = (int) Math.min(PART, size - (long) (number - 1) * PART);
    byte[] bytes = Arrays.copyOf(NOISE, length);
    ByteBuffer.wrap(bytes).putInt(seed).putInt(number);
    return bytes;
  }

  /** Returns the body that declares the upload. */
  public ObjectNode declaration() {
    MessageDigest whole = sha256();
    List<String> sums = new ArrayList<>();
    for (int number = 1; number <= parts(); number++) {
      byte[] bytes = part(number);
      whole.update(bytes);
      sums.add(HexFormat.of().formatHex(sha256().digest(bytes)));
    }
    ObjectNode body =
        json()
            .put("name", name)
            .put("size", size)
            .put("contentType", "application/octet-stream")
            .put("sha256", HexFormat.of().formatHex(whole.digest()));
    sums.forEach(body.putArray("parts")::add);
    return body;
  }

  /** Puts bytes to one of the parts that an answer has a URL for. */
  public static Answer put(JsonNode part, byte[] bytes) {
    Call call = new Call(part.path("url").asText()).method("PUT").body(bytes).outsideTheContract();
    part.path("headers")
        .properties()
        .forEach(header -> call.header(header.getKey(), header.getValue().asText()));
    return call.send();
  }

  /** Puts those parts that an answer has URLs for. */
  public void putAll(Answer uploading) {
    for (JsonNode part : uploading.at("upload/parts")) {
      put(part, part(part.path("number").asInt())).is(200);
    }
  }

  /** Compares a download with this file, without having either in memory as a whole. */
  public boolean isEqualTo(byte[] bytes) {
    if (bytes.length != size) {
      return false;
    }
    for (int number = 1; number <= parts(); number++) {
      byte[] part = part(number);
      int from = (number - 1) * PART;
      if (!Arrays.equals(part, 0, part.length, bytes, from, from + part.length)) {
        return false;
      }
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
