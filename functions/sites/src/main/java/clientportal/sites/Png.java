package clientportal.sites;

import clientportal.access.ids.LogoType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Reads the chunks of a PNG.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#5DataRep">the format</a>
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** The bytes of a chunk's length, type and checksum. */
  private static final int AROUND_DATA = 12;

  private static final int HEADER = 13;

  /** The bit depths that each color type may have. */
  private static final Map<Integer, Set<Integer>> DEPTHS =
      Map.of(
          0, Set.of(1, 2, 4, 8, 16),
          2, Set.of(8, 16),
          3, Set.of(1, 2, 4, 8),
          4, Set.of(8, 16),
          6, Set.of(8, 16));

  /** Chunks without which a picture cannot be shown. */
  private static final Set<String> CRITICAL = Set.of("PLTE", "IDAT", "IEND");

  /** Chunks that may be left out begin with a small letter. */
  private static final Pattern ANCILLARY = Pattern.compile("[a-z][A-Za-z]{3}");

  /** Chunks of an animation. */
  private static final Set<String> MOVING = Set.of("acTL", "fcTL", "fdAT");

  private final byte[] file;
  private final ByteBuffer bytes;
  private boolean hasPixels;
  private boolean moves;

  private Png(byte[] file) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(file).position(SIGNATURE.length);
  }

  /** Tells whether a file begins as a PNG. */
  static boolean isOne(byte[] file) {
    return file.length > SIGNATURE.length
        && Arrays.equals(SIGNATURE, 0, SIGNATURE.length, file, 0, SIGNATURE.length);
  }

  /** Reads a file that begins as a PNG; empty if it is not a whole one, and nothing else. */
  static Optional<Picture> read(byte[] file) {
    Png png = new Png(file);
    return png.chunk("IHDR").flatMap(Png::header).filter(_ -> png.endsWell()).map(png::ofHeader);
  }

  private Picture ofHeader(Picture header) {
    return new Picture(header.type(), header.width(), header.height(), moves);
  }

  private static Optional<Picture> header(ByteBuffer data) {
    if (data.remaining() != HEADER) {
      return Optional.empty();
    }
    int width = data.getInt();
    int height = data.getInt();
    int depth = data.get();
    int color = data.get();
    boolean isKnown =
        DEPTHS.getOrDefault(color, Set.of()).contains(depth)
            && data.get() == 0
            && data.get() == 0
            && (data.get() & ~1) == 0;
    return width > 0 && height > 0 && isKnown
        ? Optional.of(new Picture(LogoType.PNG, width, height, false))
        : Optional.empty();
  }

  /** Reads all chunks after the header; tells whether the last one ends both picture and file. */
  private boolean endsWell() {
    while (bytes.remaining() >= AROUND_DATA) {
      String type = typeOfNext();
      Optional<ByteBuffer> data = chunk(type);
      if (data.isEmpty() || !isKnown(type)) {
        return false;
      }
      if (type.equals("IEND")) {
        return hasPixels && !data.get().hasRemaining() && !bytes.hasRemaining();
      }
      hasPixels |= type.equals("IDAT");
      moves |= MOVING.contains(type);
    }
    return false;
  }

  private static boolean isKnown(String type) {
    return CRITICAL.contains(type) || ANCILLARY.matcher(type).matches();
  }

  private String typeOfNext() {
    return new String(file, bytes.position() + 4, 4, StandardCharsets.ISO_8859_1);
  }

  /** Reads the next chunk if it has this type, fits into the file and has its checksum. */
  private Optional<ByteBuffer> chunk(String type) {
    if (bytes.remaining() < AROUND_DATA || !typeOfNext().equals(type)) {
      return Optional.empty();
    }
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining() - 8) {
      return Optional.empty();
    }
    CRC32 checksum = new CRC32();
    checksum.update(file, bytes.position(), 4 + length);
    ByteBuffer data = bytes.slice(bytes.position() + 4, length);
    bytes.position(bytes.position() + 4 + length);
    return bytes.getInt() == (int) checksum.getValue() ? Optional.of(data) : Optional.empty();
  }
}
