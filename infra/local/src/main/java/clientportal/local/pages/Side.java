package clientportal.local.pages;

/** Whose pages a site has; each side has an origin of its own. */
public enum Side {
  PORTAL("portal"),
  STAFF("staff");

  private final String folder;

  Side(String folder) {
    this.folder = folder;
  }

  /** The folder of the side's own files. */
  String folder() {
    return folder;
  }
}
