package clientportal.demo;

/** Draws the logo of the firm: a sail on two waves in a disc, on transparent ground, as PNG. */
final class LogoPicture {
  static final String COLOR = "#0b5f7a";

  private static final int SIZE = 256;

  /** In each direction; the mean of the points makes smooth edges. */
  private static final int POINTS = 4;

  private static final int INK = Integer.parseInt(COLOR.substring(1), 16) << 8;
  private static final int WHITE = 0xffffff00;

  private LogoPicture() {}

  static byte[] png() {
    return Png.colored(SIZE, SIZE, LogoPicture::pixel);
  }

  private static int pixel(int x, int y) {
    int inside = 0;
    int white = 0;
    for (int i = 0; i < POINTS; i++) {
      for (int j = 0; j < POINTS; j++) {
        double px = (x + (i + 0.5) / POINTS) / SIZE - 0.5;
        double py = (y + (j + 0.5) / POINTS) / SIZE - 0.5;
        if (Math.hypot(px, py) < 0.48) {
          inside++;
          white += isSail(px, py) || isWave(px, py) ? 1 : 0;
        }
      }
    }
    int opacity = 255 * inside / (POINTS * POINTS);
    return inside == 0 ? 0 : mixed((double) white / inside) | opacity;
  }

  private static boolean isSail(double x, double y) {
    boolean right = x > 0.02 && y > -0.32 && y < 0.1 && x - 0.02 < (y + 0.32) * 0.62;
    boolean left = x < -0.02 && y > -0.2 && y < 0.1 && -x - 0.02 < (y + 0.2) * 0.72;
    return right || left;
  }

  private static boolean isWave(double x, double y) {
    double wave = 0.02 * Math.sin(x * 22);
    return Math.abs(x) < 0.34
        && (Math.abs(y - 0.17 - wave) < 0.022 || Math.abs(y - 0.26 - wave) < 0.022);
  }

  private static int mixed(double white) {
    int mixed = 0;
    for (int shift = 8; shift < 32; shift += 8) {
      int ink = INK >>> shift & 0xff;
      int light = WHITE >>> shift & 0xff;
      mixed |= (int) Math.round(ink + (light - ink) * white) << shift;
    }
    return mixed;
  }
}
