package clientportal.access.records;

import clientportal.platform.table.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a client is asked for, as a checklist has it and as it is when it is asked.
 *
 * @param required whether the request is complete only with it
 * @param accepts the media types that an answer may have, such as {@code application/pdf} or {@code
 *     image/*}; empty for any
 * @param choices the answers to choose from; empty unless the item is a choice
 * @param perPeriod whether it becomes one item for each period when it is asked
 * @param ref by which conditions of later items name it
 */
public record ItemTemplate(
    String name,
    Optional<String> description,
    Kind kind,
    boolean required,
    List<String> accepts,
    List<String> choices,
    boolean perPeriod,
    Optional<String> ref,
    Optional<ShowIf> showIf) {

  /** What an answer is. */
  public enum Kind {
    DOCUMENT("document"),
    TEXT("text"),
    CHOICE("choice"),
    DATE("date"),
    YES_NO("yes-no");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /** Returns the kind with this text, which must be one. */
    public static Kind of(String text) {
      return Arrays.stream(values())
          .filter(kind -> kind.text.equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no kind of item: " + text));
    }

    /**
     * Returns the answers that an item of this kind can have, of which a condition may name one;
     * empty if they are not a few that are known before.
     *
     * @param choices those of the item
     */
    public List<String> answers(List<String> choices) {
      return switch (this) {
        case CHOICE -> choices;
        case YES_NO -> List.of("yes", "no");
        case DOCUMENT, TEXT, DATE -> List.of();
      };
    }
  }

  /**
   * A condition: the item is asked only if an earlier one has this answer.
   *
   * @param ref that of the earlier item
   */
  public record ShowIf(String ref, String is) {
    private Fields toFields() {
      return Fields.of().with("ref", ref).with("is", is).build();
    }

    private static ShowIf fromFields(Fields fields) {
      return new ShowIf(fields.text("ref"), fields.text("is"));
    }
  }

  public ItemTemplate {
    accepts = List.copyOf(accepts);
    choices = List.copyOf(choices);
  }

  public Fields toFields() {
    return Fields.of()
        .with("name", name)
        .with("description", description)
        .with("kind", kind.text())
        .with("required", required)
        .withTexts("accepts", accepts)
        .withTexts("choices", choices)
        .with("perPeriod", perPeriod)
        .with("ref", ref)
        .with("showIf", showIf.map(ShowIf::toFields))
        .build();
  }

  public static ItemTemplate fromFields(Fields fields) {
    return new ItemTemplate(
        fields.text("name"),
        fields.optionalText("description"),
        Kind.of(fields.text("kind")),
        fields.flag("required"),
        fields.texts("accepts"),
        fields.texts("choices"),
        fields.flag("perPeriod"),
        fields.optionalText("ref"),
        fields.optionalMap("showIf").map(ShowIf::fromFields));
  }
}
