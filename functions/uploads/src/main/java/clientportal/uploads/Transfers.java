package clientportal.uploads;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands out the URLs with which declared bytes are sent, in one PUT or in parts. */
public record Transfers(MultipartUploads multipartUploads, FileUrls urls) {
  /** The most parts that one answer has URLs for: each takes 700 bytes of it. */
  private static final int MOST_PARTS = 100;

  /**
   * Begins a multi-part upload, if bytes come in parts. If nothing is written about it, the
   * bucket's rule for abandoned parts ends it.
   *
   * @param sha256s the SHA-256 of each part; none for one PUT
   */
  public Optional<Parts> begin(
      ObjectKey key, Declaration declared, List<String> sha256s, PartSizes sizes) {
    return sha256s.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Parts(
                multipartUploads.begin(key, declared.contentType()),
                sizes.partSize(declared.size()),
                sha256s));
  }

  /** Signs URLs for all bytes, or for the first parts if there are many. */
  public PendingTransfer all(
      ObjectKey key, Declaration declared, Optional<Parts> parts, Instant now) {
    return parts
        .map(all -> some(key, all, all.of(declared.size()), now))
        .orElseGet(() -> whole(key, declared, now));
  }

  /**
   * Signs URLs for the bytes that have not arrived. An upload that S3 does not know was completed
   * or aborted; completing it shows which.
   *
   * @param fromPart the number of the first part whose URL is wanted
   */
  public PendingTransfer missing(
      ObjectKey key, Declaration declared, Optional<Parts> parts, int fromPart, Instant now) {
    return parts
        .map(all -> some(key, all, missing(key, all, declared.size(), fromPart), now))
        .orElseGet(() -> whole(key, declared, now));
  }

  private List<Parts.Part> missing(ObjectKey key, Parts parts, long size, int fromPart) {
    Optional<Map<Integer, String>> arrived = multipartUploads.arrived(key, parts.uploadId());
    return parts.of(size).stream()
        .filter(part -> part.number() >= fromPart)
        .filter(part -> arrived.filter(tags -> !tags.containsKey(part.number())).isPresent())
        .toList();
  }

  private PendingTransfer whole(ObjectKey key, Declaration declared, Instant now) {
    return new PendingTransfer.Whole(urls.upload(key, declared, now));
  }

  private PendingTransfer some(ObjectKey key, Parts parts, List<Parts.Part> some, Instant now) {
    List<Parts.Part> page = some.subList(0, Math.min(MOST_PARTS, some.size()));
    Optional<Integer> next =
        some.size() > MOST_PARTS ? Optional.of(some.get(MOST_PARTS).number()) : Optional.empty();
    return new PendingTransfer.InParts(
        parts.uploadId(), parts.partSize(), urls.parts(key, parts.uploadId(), page, now), next);
  }
}
