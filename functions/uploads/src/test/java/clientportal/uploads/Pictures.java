package clientportal.uploads;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures that programs show, for tests. */
public final class Pictures {
  /** Of a chunk's length, type and checksum. */
  private static final int AROUND_DATA = 12;

  /** Of a comment in a JPEG: its marker and its length. */
  private static final int AROUND_COMMENT = 4;

  private static final int LONGEST_COMMENT = 65_533;

  private Pictures() {}

  /** Returns how a PNG begins. */
  public static byte[] signature() {
    return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  }

  /** Returns a white PNG. */
  public static byte[] png(int width, int height) {
    return join(
        signature(), header(width, height), pixels(width, height), chunk("IEND", new byte[0]));
  }

  /** Returns a white PNG of a size in bytes. */
  public static byte[] png(int width, int height, int size) {
    byte[] bare = png(width, height);
    int end = bare.length - AROUND_DATA;
    return join(
        Arrays.copyOf(bare, end),
        chunk("juNk", new byte[size - bare.length - AROUND_DATA]),
        Arrays.copyOfRange(bare, end, bare.length));
  }

  /** Returns the chunk that says how large a gray PNG is. */
  public static byte[] header(int width, int height) {
    return chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {1, 0, 0, 0, 0})
            .array());
  }

  /** Returns the chunk with the pixels of a white PNG, one bit each. */
  public static byte[] pixels(int width, int height) {
    byte[] rows = new byte[height * (1 + (width + 7) / 8)];
    Arrays.fill(rows, (byte) 0xFF);
    for (int row = 0; row < height; row++) {
      rows[row * (1 + (width + 7) / 8)] = 0;
    }
    Deflater deflater = new Deflater();
    deflater.setInput(rows);
    deflater.finish();
    byte[] compressed = new byte[rows.length + 100];
    int length = deflater.deflate(compressed);
    deflater.end();
    return chunk("IDAT", Arrays.copyOf(compressed, length));
  }

  /** Returns a chunk of a PNG. */
  public static byte[] chunk(String type, byte[] data) {
    byte[] typed = join(type.getBytes(StandardCharsets.ISO_8859_1), data);
    CRC32 checksum = new CRC32();
    checksum.update(typed);
    return ByteBuffer.allocate(typed.length + 8)
        .putInt(data.length)
        .put(typed)
        .putInt((int) checksum.getValue())
        .array();
  }

  /** Returns a black JPEG. */
  public static byte[] jpeg(int width, int height) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(
          new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out)) {
        throw new IllegalStateException("nothing writes JPEG");
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns a black JPEG of a size in bytes. */
  public static byte[] jpeg(int width, int height, int size) {
    byte[] bare = jpeg(width, height);
    ByteArrayOutputStream comments = new ByteArrayOutputStream();
    int left = size - bare.length;
    while (left > 0) {
      // What is left for the last comment must have room for its marker and its length.
      int comment = Math.min(left, AROUND_COMMENT + LONGEST_COMMENT);
      if (left - comment > 0 && left - comment < AROUND_COMMENT) {
        comment -= AROUND_COMMENT;
      }
      comments.writeBytes(segment(0xFE, new byte[comment - AROUND_COMMENT]));
      left -= comment;
    }
    return join(
        Arrays.copyOf(bare, 2), comments.toByteArray(), Arrays.copyOfRange(bare, 2, bare.length));
  }

  /** Returns a segment of a JPEG. */
  public static byte[] segment(int marker, byte[] data) {
    return ByteBuffer.allocate(data.length + AROUND_COMMENT)
        .put((byte) 0xFF)
        .put((byte) marker)
        .putShort((short) (data.length + 2))
        .put(data)
        .array();
  }

  /** Returns parts one after another. */
  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
