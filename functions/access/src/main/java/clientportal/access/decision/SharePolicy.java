package clientportal.access.decision;

import clientportal.access.ids.DocumentTypeId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which document types of a firm may be open to readers. What it keeps closed is closed to them,
 * whatever is granted; the grants stay, and hold again once it opens.
 *
 * @param types which the mode names; none if it is {@link Mode#ALL}
 * @param untyped whether the mode also names what has no type
 */
public record SharePolicy(Mode mode, List<DocumentTypeId> types, boolean untyped) {
  public static final SharePolicy ALL = new SharePolicy(Mode.ALL, List.of(), false);

  /** How texts name what has no type. */
  public static final String NONE = "none";

  /** What the types are for. */
  public enum Mode {
    /** Everything may be open. */
    ALL,
    /** All types may be open but these. */
    ALL_BUT,
    /** Only these types may be open. */
    ONLY;

    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Mode of(String text) {
      return Arrays.stream(values())
          .filter(mode -> mode.text().equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no mode: " + text));
    }
  }

  public SharePolicy {
    types = List.copyOf(types);
    if (mode == Mode.ALL && (untyped || !types.isEmpty())) {
      throw new IllegalArgumentException("a policy that names types but closes none");
    }
  }

  /** Returns the policy that names types by their ids, and what has no type as {@link #NONE}. */
  public static SharePolicy of(Mode mode, List<String> texts) {
    return new SharePolicy(
        mode,
        texts.stream().filter(text -> !text.equals(NONE)).map(DocumentTypeId::new).toList(),
        texts.contains(NONE));
  }

  /** Tells whether a document or note of this type, or without one, is closed to readers. */
  public boolean closes(Optional<DocumentTypeId> type) {
    boolean named = type.map(types::contains).orElse(untyped);
    return switch (mode) {
      case ALL -> false;
      case ALL_BUT -> named;
      case ONLY -> !named;
    };
  }

  /** Returns what the mode names: ids of types, and {@link #NONE} for what has no type. */
  public List<String> texts() {
    return Stream.concat(
            types.stream().map(DocumentTypeId::value), untyped ? Stream.of(NONE) : Stream.of())
        .toList();
  }
}
