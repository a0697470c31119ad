package clientportal.driver;

import clientportal.uploads.Pictures;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A logo as an administrator declares and uploads it. */
public final class Logo {
  private Logo() {}

  public static File png(int width, int height) {
    return png(Pictures.png(width, height));
  }

  /** Returns bytes that are declared as a PNG. */
  public static File png(byte[] bytes) {
    return new File("logo.png", "image/png", bytes);
  }

  /** Returns bytes that are declared as a JPEG. */
  public static File jpeg(byte[] bytes) {
    return new File("logo.jpg", "image/jpeg", bytes);
  }

  /** Returns the body that declares the upload. */
  public static ObjectNode declaration(File file) {
    ObjectNode declaration = file.declaration();
    declaration.remove("name");
    return declaration;
  }

  /** Declares the logo of a site. */
  public static Answer declare(Person administrator, String site, File file) {
    return administrator.post(site + "/logo", declaration(file));
  }

  /**
   * Declares and uploads the logo of a site, and waits until it is checked; returns its version.
   */
  public static String upload(Person administrator, String site, File file) {
    Answer declared = declare(administrator, site, file).is(201);
    File.put(declared, file.bytes()).is(200);
    Portal.settle();
    return declared.text("version");
  }
}
