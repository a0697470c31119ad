package clientportal.demo;

/** Draws a receipt, gray on white, as PNG. */
final class ReceiptPicture {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 160;

  private ReceiptPicture() {}

  static byte[] png() {
    return Png.gray(WIDTH, HEIGHT, ReceiptPicture::gray);
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
}
