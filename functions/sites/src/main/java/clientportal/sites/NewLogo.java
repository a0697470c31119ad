package clientportal.sites;

import clientportal.access.ids.LogoType;
import clientportal.access.ids.LogoVersion;
import clientportal.access.records.Logo;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.uploads.ContentType;
import clientportal.uploads.Declaration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The body of {@code requestLogo}.
 *
 * @param size in bytes
 * @param sha256 in hexadecimal, lower case
 */
record NewLogo(long size, LogoType type, String sha256) {
  private static final Shape<String> TYPES =
      Shape.oneOf(
          Arrays.stream(LogoType.values())
              .map(LogoType::mediaType)
              .collect(Collectors.toUnmodifiableSet()));

  static NewLogo read(Input input) {
    Field<Long> size = input.required("size", Shape.number(1, LogoCheck.LARGEST));
    Field<LogoType> type = input.required("contentType", json -> LogoType.of(TYPES.read(json)));
    Field<String> sha256 = input.required("sha256", Declaration::sha256);
    return input.build(() -> new NewLogo(size.get(), type.get(), sha256.get()));
  }

  /**
   * Returns what is declared.
   *
   * @param origin scheme and host by which the API was called
   */
  Logo logo(LogoVersion version, String origin) {
    return new Logo(version, type, size, origin);
  }

  /** Returns what is declared of the bytes. */
  Declaration declaration() {
    return new Declaration("", size, new ContentType(type.mediaType()), sha256);
  }
}
