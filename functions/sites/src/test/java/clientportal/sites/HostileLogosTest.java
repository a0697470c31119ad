package clientportal.sites;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.uploads.ObjectKey;
import clientportal.uploads.Pictures;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Files that are no logo, in whichever way: none is shown, and none costs more than its bytes. The
 * seed is printed, and in the message of a failure.
 */
final class HostileLogosTest {
  private static final int FILES = 300;

  /** What is allocated for each byte of a file at most, and for any file besides. */
  private static final long OF_A_BYTE = 64;

  private static final long OF_A_FILE = 200_000;

  private static final byte[] END = Pictures.chunk("IEND", new byte[0]);

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /** A file, and the type that is declared for it. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Hostile(String contentType, byte[] bytes) {}

  /** Ways to make one. */
  private final Map<String, Function<HostileLogosTest, Hostile>> kinds = new TreeMap<>();

  HostileLogosTest() {
    kinds.put("truncated PNG", it -> it.png(it.truncated(Pictures.png(it.upTo(900), it.upTo(50)))));
    kinds.put(
        "truncated JPEG", it -> it.jpeg(it.truncated(Pictures.jpeg(it.upTo(900), it.upTo(50)))));
    kinds.put("PNG and more", it -> it.png(Pictures.join(Pictures.png(9, 9), it.more())));
    kinds.put("JPEG and more", it -> it.jpeg(Pictures.join(Pictures.jpeg(9, 9), it.more())));
    kinds.put("more and PNG", it -> it.png(Pictures.join(it.more(), Pictures.png(9, 9))));
    kinds.put("more and JPEG", it -> it.jpeg(Pictures.join(it.more(), Pictures.jpeg(9, 9))));
    kinds.put("another format", it -> it.either(it.more()));
    kinds.put("JPEG as PNG", it -> it.png(Pictures.jpeg(it.upTo(99), it.upTo(99))));
    kinds.put("PNG as JPEG", it -> it.jpeg(Pictures.png(it.upTo(99), it.upTo(99))));
    kinds.put("huge PNG", it -> it.png(it.ofHeader(it.huge(), it.huge())));
    kinds.put("huge JPEG", it -> it.jpeg(it.ofFrame(65_535 - it.upTo(99), 65_535 - it.upTo(99))));
    kinds.put("high PNG", it -> it.png(it.ofHeader(it.upTo(1000), 4000 + it.upTo(1_000_000))));
    kinds.put("wide PNG", it -> it.png(Pictures.png(1000 + it.upTo(5), it.upTo(5))));
    kinds.put("wide JPEG", it -> it.jpeg(Pictures.jpeg(1000 + it.upTo(5), it.upTo(5))));
    kinds.put("empty PNG", it -> it.png(it.ofHeader(0, it.random.nextInt(2))));
    kinds.put("flat PNG", it -> it.png(it.ofHeader(it.upTo(9), 0)));
    kinds.put("negative PNG", it -> it.png(it.ofHeader(-it.upTo(9), it.upTo(9))));
    kinds.put("empty JPEG", it -> it.jpeg(it.ofFrame(0, it.random.nextInt(9))));
    kinds.put("flat JPEG", it -> it.jpeg(it.ofFrame(it.upTo(9), 0)));
    kinds.put("animated PNG", it -> it.png(it.with("acTL", 8)));
    kinds.put("frames without animation", it -> it.png(it.with("fdAT", it.upTo(99))));
    kinds.put("altered PNG", it -> it.png(it.altered(Pictures.png(it.upTo(99), it.upTo(99)))));
    kinds.put("unknown critical chunk", it -> it.png(it.with("ABCD", it.upTo(99))));
    kinds.put("chunk without letters", it -> it.png(it.with("a\0b1", it.upTo(99))));
    kinds.put("chunk beyond the end", it -> it.png(it.overlong()));
    kinds.put("two headers", it -> it.png(it.parts(Pictures.header(9, 9), Pictures.header(9, 9))));
    kinds.put("no header", it -> it.png(it.parts()));
    kinds.put("late header", it -> it.png(it.parts(it.junk(), Pictures.header(9, 9))));
    kinds.put("no pixels", it -> it.png(it.withoutPixels()));
    kinds.put("odd header", it -> it.png(it.oddHeader()));
    kinds.put("no end", it -> it.png(it.withoutEnd()));
    kinds.put("two frames", it -> it.jpeg(it.before(0xDA, it.frame(0xC0, 9, 9))));
    kinds.put("frame after the scan", it -> it.jpeg(it.before(0xD9, it.frame(0xC0, 9, 9))));
    kinds.put("frame of another kind", it -> it.jpeg(it.otherFrame()));
    kinds.put("no frame", it -> it.jpeg(it.withoutFrame()));
    kinds.put("odd frame", it -> it.jpeg(it.oddFrame()));
    kinds.put("another height later", it -> it.jpeg(it.before(0xD9, it.segment(0xDC, 2))));
    kinds.put("garbage between segments", it -> it.jpeg(it.before(0xDB, it.noise(it.upTo(9)))));
    kinds.put("segment beyond the end", it -> it.jpeg(it.before(0xDB, it.overlongSegment())));
    kinds.put("segment shorter than itself", it -> it.jpeg(it.before(0xDB, it.tooShort())));
    kinds.put("picture within the picture", it -> it.jpeg(it.before(0xDB, Pictures.jpeg(1, 1))));
    kinds.put("endless scans", it -> it.jpeg(it.scans(101 + it.upTo(500))));
    kinds.put("no scan", it -> it.jpeg(it.scans(0)));
    kinds.put("noise", it -> it.either(it.noise(it.upTo(5000))));
    kinds.put("noise after a start", it -> it.jpeg(it.begun(0xFF, 0xD8)));
    kinds.put("noise after a signature", it -> it.png(it.begunAsPng()));
  }

  /** Returns a number from 1. */
  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  private int huge() {
    return List.of(1001, 65_536, 1 << 24, Integer.MAX_VALUE).get(random.nextInt(4));
  }

  private Hostile png(byte[] bytes) {
    return new Hostile("image/png", bytes);
  }

  private Hostile jpeg(byte[] bytes) {
    return new Hostile("image/jpeg", bytes);
  }

  private Hostile either(byte[] bytes) {
    return random.nextBoolean() ? png(bytes) : jpeg(bytes);
  }

  private byte[] truncated(byte[] whole) {
    return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
  }

  private byte[] altered(byte[] whole) {
    byte[] other = whole.clone();
    other[random.nextInt(other.length)] ^= (byte) upTo(255);
    return other;
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    noise[0] = 'x';
    return noise;
  }

  /** Returns the beginning of a file of another format. */
  private byte[] more() {
    List<String> formats =
        List.of(
            "<!DOCTYPE html><script>alert(1)</script>",
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "GIF89a\1\0\1\0\0\0\0,",
            "GIF89a=1;/*",
            "RIFF\20\0\0\0WEBPVP8 ",
            "%PDF-1.7\n1 0 obj\n",
            "BM6\0\0\0",
            "PK\3\4\24\0\0\0",
            "\0\0\1\0\1\0",
            "\0\0\0\34ftypavif",
            "II*\0",
            "\0");
    return formats.get(random.nextInt(formats.size())).getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] ofHeader(int width, int height) {
    return Pictures.join(
        Pictures.signature(), Pictures.header(width, height), Pictures.pixels(9, 9), END);
  }

  private byte[] junk() {
    return Pictures.chunk("juNk", new byte[upTo(9)]);
  }

  /** Returns a PNG of these chunks, pixels and end. */
  private byte[] parts(byte[]... chunks) {
    return Pictures.join(Pictures.signature(), Pictures.join(chunks), Pictures.pixels(9, 9), END);
  }

  private byte[] with(String type, int length) {
    return parts(Pictures.header(9, 9), Pictures.chunk(type, new byte[length]));
  }

  private byte[] withoutPixels() {
    return Pictures.join(Pictures.signature(), Pictures.header(9, 9), junk(), END);
  }

  private byte[] withoutEnd() {
    byte[] whole = Pictures.png(9, 9);
    return Arrays.copyOf(whole, whole.length - END.length);
  }

  private byte[] oddHeader() {
    byte[] header = new byte[random.nextBoolean() ? 13 : 12 + random.nextInt(3)];
    ByteBuffer.wrap(header).putInt(9).putInt(9).put((byte) (3 + 4 * random.nextInt(9)));
    return parts(Pictures.chunk("IHDR", header));
  }

  private byte[] overlong() {
    byte[] chunk = junk();
    ByteBuffer.wrap(chunk).putInt(random.nextBoolean() ? Integer.MAX_VALUE : -upTo(99));
    return parts(Pictures.header(9, 9), chunk);
  }

  private byte[] begunAsPng() {
    return Pictures.join(Pictures.signature(), noise(upTo(999)));
  }

  private byte[] begun(int... first) {
    byte[] bytes = noise(first.length + upTo(999));
    for (int i = 0; i < first.length; i++) {
      bytes[i] = (byte) first[i];
    }
    return bytes;
  }

  /** Returns a JPEG with this before the first segment with a marker. */
  private byte[] before(int marker, byte[] more) {
    byte[] whole = Pictures.jpeg(9, 9);
    int at = at(whole, marker);
    return Pictures.join(
        Arrays.copyOf(whole, at), more, Arrays.copyOfRange(whole, at, whole.length));
  }

  private static int at(byte[] whole, int marker) {
    for (int i = 2; i < whole.length - 1; i++) {
      if (whole[i] == (byte) 0xFF && whole[i + 1] == (byte) marker) {
        return i;
      }
    }
    throw new IllegalStateException("no such marker");
  }

  private byte[] segment(int marker, int length) {
    return Pictures.segment(marker, new byte[length]);
  }

  private byte[] frame(int marker, int width, int height) {
    return Pictures.segment(
        marker,
        ByteBuffer.allocate(9)
            .put((byte) 8)
            .putShort((short) height)
            .putShort((short) width)
            .put((byte) 1)
            .put(new byte[] {1, 0x11, 0})
            .array());
  }

  /** Returns a JPEG whose frame has another size. */
  private byte[] ofFrame(int width, int height) {
    byte[] whole = Pictures.jpeg(9, 9);
    ByteBuffer.wrap(whole, at(whole, 0xC0) + 5, 4).putShort((short) height).putShort((short) width);
    return whole;
  }

  private byte[] otherFrame() {
    byte[] whole = Pictures.jpeg(9, 9);
    List<Integer> others = List.of(0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF);
    whole[at(whole, 0xC0) + 1] = (byte) (int) others.get(random.nextInt(others.size()));
    return whole;
  }

  private byte[] withoutFrame() {
    byte[] whole = Pictures.jpeg(9, 9);
    whole[at(whole, 0xC0) + 1] = (byte) 0xE1;
    return whole;
  }

  private byte[] oddFrame() {
    byte[] whole = Pictures.jpeg(9, 9);
    // Precision, or the number of components.
    whole[at(whole, 0xC0) + (random.nextBoolean() ? 4 : 9)] = (byte) (12 + random.nextInt(99));
    return whole;
  }

  private byte[] overlongSegment() {
    return new byte[] {(byte) 0xFF, (byte) 0xE0, (byte) 0xFF, (byte) (0xFF - random.nextInt(9))};
  }

  private byte[] tooShort() {
    return new byte[] {(byte) 0xFF, (byte) 0xE0, 0, (byte) random.nextInt(2)};
  }

  private byte[] scans(int number) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(new byte[] {(byte) 0xFF, (byte) 0xD8});
    parts.add(frame(0xC2, 9, 9));
    for (int i = 0; i < number; i++) {
      parts.add(segment(0xDA, 6));
      parts.add(new byte[] {1, 2, 3});
    }
    parts.add(new byte[] {(byte) 0xFF, (byte) 0xD9});
    return Pictures.join(parts.toArray(byte[][]::new));
  }

  @Test
  void noneIsShown_andEachIsReadOnceAndDeleted() {
    System.out.println("HostileLogosTest: seed " + seed);
    List<String> names = List.copyOf(kinds.keySet());
    assertThat(FILES).isGreaterThan(6 * names.size());
    for (int i = 0; i < FILES; i++) {
      String name = names.get(i % names.size());
      Hostile file = Objects.requireNonNull(kinds.get(name)).apply(this);
      TestSites sites = new TestSites();
      String key = sites.declare(file.contentType(), file.bytes());
      sites.put(key, file.bytes());
      String what = "%s, %d bytes, seed %d".formatted(name, file.bytes().length, seed);

      assertThat(sites.confirm(key)).as(what).isEqualTo(ConfirmLogo.Outcome.REJECTED);
      assertThat(sites.files.calls).as(what).containsExactly("range", "delete");
      assertThat(sites.files.firstBytes(new ObjectKey(key), 1)).as(what).isEmpty();
      assertThat(sites.logo(key).problem()).as(what).isEqualTo("not-found");
      assertThat(sites.site().has("logoUrl")).as(what).isFalse();
      assertThat(allocated(file.bytes()))
          .as(what)
          .isLessThan(OF_A_FILE + OF_A_BYTE * file.bytes().length);
    }
  }

  /** Returns how many bytes of memory reading a file takes, all in all. */
  private static long allocated(byte[] file) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Picture.read(file);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** Files of the largest size that consist of the smallest parts. */
  @Test
  void theLargestFiles_takeTimeAndMemoryForTheirBytes() {
    byte[] start = {(byte) 0xFF, (byte) 0xD8};
    List<byte[]> largest =
        List.of(
            filled(start, new byte[] {(byte) 0xFF, (byte) 0xE0, 0, 2}),
            filled(start, new byte[] {(byte) 0xFF}),
            filled(Pictures.join(start, frame(0xC2, 9, 9), segment(0xDA, 6)), new byte[] {-1, 0}),
            filled(
                Pictures.join(start, frame(0xC2, 9, 9), segment(0xDA, 6)),
                new byte[] {-1, (byte) 0xD0}),
            filled(
                Pictures.join(Pictures.signature(), Pictures.header(9, 9)),
                Pictures.chunk("juNk", new byte[0])));
    for (byte[] file : largest) {
      long began = System.nanoTime();

      assertThat(Picture.read(file)).isEmpty();

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThat(allocated(file)).isLessThan(OF_A_FILE + OF_A_BYTE * file.length);
    }
  }

  private static byte[] filled(byte[] beginning, byte[] part) {
    ByteBuffer file = ByteBuffer.allocate(LogoCheck.LARGEST).put(beginning);
    while (file.remaining() >= part.length) {
      file.put(part);
    }
    return file.array();
  }
}
