package clientportal.sites;

import clientportal.access.ids.LogoType;
import java.util.Optional;

/**
 * What a file says about the picture in it, read part by part from its first byte to its last. No
 * part is decompressed, so that a file costs no more than its bytes, whatever it claims to be.
 *
 * @param width in pixels, more than 0
 * @param height in pixels, more than 0
 * @param moves whether it is animated
 */
record Picture(LogoType type, int width, int height, boolean moves) {

  /** Reads a file; empty if it is not one whole picture, and nothing else. */
  static Optional<Picture> read(byte[] file) {
    return Png.isOne(file) ? Png.read(file) : Jpeg.read(file);
  }
}
