package clientportal.uploads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs the URLs with which browsers upload and download bytes. */
public interface FileUrls {

  /**
   * A URL that accepts exactly the declared bytes, once.
   *
   * @param headers the headers that the browser must send, without those that it sets itself
   */
  record UploadUrl(String url, Map<String, String> headers, Instant expiresAt) {}

  /**
   * A URL that accepts exactly the declared bytes of one part.
   *
   * @param headers the headers that the browser must send, without those that it sets itself
   */
  record PartUrl(int number, String url, Map<String, String> headers) {}

  /** URLs of parts, all valid until the same instant. */
  record PartUrls(List<PartUrl> parts, Instant expiresAt) {}

  /** A URL of the bytes of exactly one object. */
  record DownloadUrl(String url, Instant expiresAt) {}

  /** Signs a PUT that is valid for 15 minutes. */
  UploadUrl upload(ObjectKey key, Declaration declared, Instant now);

  /** Signs a PUT of each part, valid for 15 minutes. */
  PartUrls parts(ObjectKey key, String uploadId, List<Parts.Part> parts, Instant now);

  /**
   * Signs a GET that is valid for 60 seconds and saves the file under its declared name.
   *
   * @param detected the type that the first bytes are of, where it is not the declared one
   */
  DownloadUrl download(
      ObjectKey key, Declaration declared, Optional<ContentType> detected, Instant now);
}
