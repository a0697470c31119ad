package clientportal.access.ids;

import java.util.Arrays;

/** What a logo may be. */
public enum LogoType {
  PNG("image/png"),
  JPEG("image/jpeg");

  private final String mediaType;

  LogoType(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Returns the type with a media type. */
  public static LogoType of(String mediaType) {
    return Arrays.stream(values())
        .filter(each -> each.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow();
  }
}
