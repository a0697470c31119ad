package clientportal.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes pictures as PNG, of which each pixel is computed. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int GRAY = 0;
  private static final int RED_GREEN_BLUE_ALPHA = 6;

  private Png() {}

  /** Returns a picture in grays from 0 to 255. */
  static byte[] gray(int width, int height, IntBinaryOperator pixel) {
    ByteBuffer rows = ByteBuffer.allocate((width + 1) * height);
    for (int y = 0; y < height; y++) {
      noFilter(rows);
      for (int x = 0; x < width; x++) {
        rows.put((byte) pixel.applyAsInt(x, y));
      }
    }
    return png(width, height, GRAY, rows.array());
  }

  /** Returns a picture in colors, each with red, green, blue and opacity in 8 bits. */
  static byte[] colored(int width, int height, IntBinaryOperator pixel) {
    ByteBuffer rows = ByteBuffer.allocate((4 * width + 1) * height);
    for (int y = 0; y < height; y++) {
      noFilter(rows);
      for (int x = 0; x < width; x++) {
        rows.putInt(pixel.applyAsInt(x, y));
      }
    }
    return png(width, height, RED_GREEN_BLUE_ALPHA, rows.array());
  }

  /** Each row begins with its filter. */
  private static void noFilter(ByteBuffer rows) {
    rows.put((byte) 0);
  }

  private static byte[] png(int width, int height, int colors, byte[] rows) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    // 8 bits of each color; the only compression, filters and order that most pictures use.
    header.put((byte) 8).put((byte) colors).put((byte) 0).put((byte) 0).put((byte) 0);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk("IHDR", header.array()));
    png.writeBytes(chunk("IDAT", deflated(rows)));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream deflated = new ByteArrayOutputStream();
      byte[] buffer = new byte[1024];
      while (!deflater.finished()) {
        deflated.write(buffer, 0, deflater.deflate(buffer));
      }
      return deflated.toByteArray();
    }
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) checksum.getValue())
        .array();
  }
}
