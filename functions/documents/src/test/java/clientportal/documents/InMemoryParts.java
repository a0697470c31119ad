package clientportal.documents;

import static java.util.Objects.requireNonNull;

import clientportal.platform.Hashes;
import clientportal.uploads.ContentType;
import clientportal.uploads.InMemoryFiles;
import clientportal.uploads.MultipartUploads;
import clientportal.uploads.ObjectKey;
import clientportal.uploads.Parts;
import clientportal.uploads.StoredFiles;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Multi-part uploads in memory, for tests without S3; what is complete is stored. */
final class InMemoryParts implements MultipartUploads {
  private final InMemoryFiles files;
  private final Map<String, Begun> begun = new HashMap<>();
  final List<String> calls = new ArrayList<>();
  private int number;

  InMemoryParts(InMemoryFiles files) {
    this.files = files;
  }

  private record Begun(ObjectKey key, ContentType contentType, TreeMap<Integer, byte[]> parts) {}

  /** Returns the ids of uploads that have begun, and are neither completed nor aborted. */
  List<String> open() {
    return List.copyOf(begun.keySet());
  }

  /** Stores a part as S3 would have it from a PUT. */
  void put(String uploadId, int part, byte[] bytes) {
    requireNonNull(begun.get(uploadId), uploadId).parts().put(part, bytes);
  }

  @Override
  public String begin(ObjectKey key, ContentType contentType) {
    calls.add("begin");
    String id = "upload-" + ++number;
    begun.put(id, new Begun(key, contentType, new TreeMap<>()));
    return id;
  }

  @Override
  public Optional<Map<Integer, String>> arrived(ObjectKey key, String uploadId) {
    calls.add("list");
    return Optional.ofNullable(begun.get(uploadId))
        .map(upload -> {
          Map<Integer, String> tags = new HashMap<>();
          upload.parts().keySet().forEach(part -> tags.put(part, "tag-" + part));
          return tags;
        });
  }

  @Override
  public boolean complete(ObjectKey key, Parts parts, Map<Integer, String> tags) {
    calls.add("complete");
    Begun upload = begun.remove(parts.uploadId());
    if (upload == null) {
      return false;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    StringBuilder hashes = new StringBuilder();
    for (byte[] part : upload.parts().values()) {
      all.writeBytes(part);
      hashes.append(Hashes.sha256(part));
    }
    String checksum = Hashes.sha256(HexFormat.of().parseHex(hashes)) + "-" + upload.parts().size();
    files.put(
        key,
        new StoredFiles.Stored(
            all.size(),
            upload.contentType().text(),
            Optional.of(checksum),
            InMemoryFiles.E_TAG,
            List.of()),
        all.toByteArray());
    return true;
  }

  @Override
  public void abort(ObjectKey key, String uploadId) {
    calls.add("abort");
    begun.remove(uploadId);
  }
}
