package clientportal.sites;

import clientportal.access.ids.LogoType;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the segments of a JPEG.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">the format, annex B</a>
 */
final class Jpeg {
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;

  /** The frames that browsers show: baseline, extended and progressive. */
  private static final Set<Integer> FRAMES = Set.of(0xC0, 0xC1, 0xC2);

  /**
   * What may stand between frame and scans besides: tables, restart intervals, comments and what
   * applications add. Frames of other kinds, and what changes a frame later, may not.
   */
  private static final Set<Integer> OTHERS = Set.of(0xC4, 0xDB, 0xDD, 0xFE);

  private static final int FIRST_OF_APPLICATIONS = 0xE0;
  private static final int LAST_OF_APPLICATIONS = 0xEF;

  /** Each scan of a progressive picture goes over all of it again. */
  private static final int MOST_SCANS = 100;

  private final ByteBuffer bytes;
  private Optional<Picture> frame = Optional.empty();
  private int scans;

  private Jpeg(byte[] file) {
    this.bytes = ByteBuffer.wrap(file);
  }

  /** Reads a file; empty if it is not a whole JPEG, and nothing else. */
  static Optional<Picture> read(byte[] file) {
    Jpeg jpeg = new Jpeg(file);
    return jpeg.marker() == START && jpeg.endsWell() ? jpeg.frame : Optional.empty();
  }

  /** Reads all segments; tells whether the last one ends both picture and file. */
  private boolean endsWell() {
    while (true) {
      int marker = marker();
      if (marker == END) {
        return scans > 0 && !bytes.hasRemaining();
      }
      Optional<ByteBuffer> segment = segment();
      if (segment.isEmpty() || !accepts(marker, segment.get())) {
        return false;
      }
    }
  }

  private boolean accepts(int marker, ByteBuffer segment) {
    if (FRAMES.contains(marker)) {
      boolean isFirst = frame.isEmpty();
      frame = frame(segment);
      return isFirst && frame.isPresent();
    }
    if (marker == SCAN) {
      skipPixels();
      return frame.isPresent() && ++scans <= MOST_SCANS;
    }
    return OTHERS.contains(marker)
        || (marker >= FIRST_OF_APPLICATIONS && marker <= LAST_OF_APPLICATIONS);
  }

  /** Reads a marker, before which there may be any number of 0xFF; 0 if there is none. */
  private int marker() {
    if (!bytes.hasRemaining() || next() != 0xFF) {
      return 0;
    }
    int marker = 0xFF;
    while (marker == 0xFF && bytes.hasRemaining()) {
      marker = next();
    }
    return marker;
  }

  private int next() {
    return Byte.toUnsignedInt(bytes.get());
  }

  /** Reads the rest of a segment, which begins with its length; empty if there is less. */
  private Optional<ByteBuffer> segment() {
    if (bytes.remaining() < 2) {
      return Optional.empty();
    }
    int length = Short.toUnsignedInt(bytes.getShort()) - 2;
    if (length < 0 || length > bytes.remaining()) {
      return Optional.empty();
    }
    ByteBuffer segment = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return Optional.of(segment);
  }

  private static Optional<Picture> frame(ByteBuffer segment) {
    if (segment.remaining() < 6) {
      return Optional.empty();
    }
    int depth = segment.get();
    int height = Short.toUnsignedInt(segment.getShort());
    int width = Short.toUnsignedInt(segment.getShort());
    int components = segment.get();
    boolean isKnown =
        depth == 8 && Set.of(1, 3, 4).contains(components) && segment.remaining() == 3 * components;
    return width > 0 && height > 0 && isKnown
        ? Optional.of(new Picture(LogoType.JPEG, width, height, false))
        : Optional.empty();
  }

  /** Skips the pixels of a scan, up to the next marker that is not one of theirs. */
  private void skipPixels() {
    while (bytes.hasRemaining()) {
      if (next() == 0xFF && bytes.hasRemaining()) {
        int marker = bytes.get(bytes.position()) & 0xFF;
        boolean isOfPixels = marker == 0 || (marker >= 0xD0 && marker <= 0xD7);
        if (!isOfPixels) {
          bytes.position(bytes.position() - 1);
          return;
        }
      }
    }
  }
}
