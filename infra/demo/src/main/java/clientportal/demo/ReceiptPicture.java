package clientportal.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Draws a receipt, gray on white, as PNG. */
final class ReceiptPicture {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 160;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private ReceiptPicture() {}

  static byte[] png() {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT);
    // 8 bits of gray; the only compression, filters and order that most pictures use.
    header.put((byte) 8).put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    png.writeBytes(chunk("IHDR", header.array()));
    png.writeBytes(chunk("IDAT", deflated(pixels())));
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /** Each row begins with its filter: none. */
  private static byte[] pixels() {
    byte[] pixels = new byte[(WIDTH + 1) * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        pixels[y * (WIDTH + 1) + 1 + x] = (byte) gray(x, y);
      }
    }
    return pixels;
  }

  /** A frame, a heading, then lines with an article at the left and a price at the right. */
  private static int gray(int x, int y) {
    if (x < 2 || y < 2 || x >= WIDTH - 2 || y >= HEIGHT - 2) {
      return 0x90;
    }
    if (y >= 14 && y < 22) {
      return x >= 30 && x < 90 ? 0x30 : 0xff;
    }
    boolean line = y >= 36 && y < 140 && y % 12 < 4;
    boolean article = x >= 14 && x < 50 + y * 7 % 24;
    boolean price = x >= 88 && x < 106;
    return line && (article || price) ? 0x60 : 0xff;
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
