package clientportal.requests;

import clientportal.access.records.ItemTemplate;
import clientportal.access.records.ItemTemplate.Kind;
import clientportal.access.records.ItemTemplate.ShowIf;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the items of a body, in which an item may depend on the answer to one before it. */
final class NewItems {
  /** The most items of a checklist. */
  static final int MOST = 80;

  private static final int MOST_MEDIA_TYPES = 10;
  private static final int FEWEST_CHOICES = 2;
  private static final int MOST_CHOICES = 20;

  static final Shape<String> NAME = Shape.name(120);
  static final Shape<String> DESCRIPTION = Shape.lines(1_000);
  private static final Shape<String> CHOICE = Shape.name(120);
  private static final Shape<String> REF =
      matching("[a-z0-9-]{1,40}", "must have 1 to 40 characters of a-z, 0-9 and hyphens");
  private static final Shape<String> MEDIA_TYPE =
      matching(
          "%1$s/(?:\\*|%1$s)".formatted("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}"),
          "must be a media type in lower case without parameters, such as application/pdf or"
              + " image/*");

  private static final Shape<String> KINDS =
      Shape.oneOf(
          Arrays.stream(Kind.values()).map(Kind::text).collect(Collectors.toUnmodifiableSet()));
  private static final Shape<Kind> KIND = json -> Kind.of(KINDS.read(json));

  /**
   * What a condition must know of an earlier item.
   *
   * @param answers empty if the item has faults, so that they are not known
   */
  private record Question(Optional<List<String>> answers, boolean perPeriod) {}

  private final Map<String, Question> earlier = new HashMap<>();

  private NewItems() {}

  /** Reads a required list of 1 to {@link #MOST} items. */
  static Field<List<ItemTemplate>> read(Input input, String name) {
    NewItems items = new NewItems();
    Field<List<ItemTemplate>> all = input.objects(name, MOST, items::read);
    if (!all.isFaulty() && all.get().isEmpty()) {
      input.fault(name, Fault.Code.LENGTH, "must have at least one item");
    }
    return all;
  }

  private ItemTemplate read(Input input) {
    Field<String> name = input.required("name", NAME);
    Field<Optional<String>> description = input.optional("description", DESCRIPTION);
    Field<Optional<Kind>> kind = input.optional("kind", KIND);
    Field<Optional<Boolean>> required = input.optional("required", Shape.flag());
    Field<List<String>> accepts = accepts(input);
    Field<List<String>> choices = list(input, "choices", MOST_CHOICES, CHOICE);
    Field<Optional<Boolean>> perPeriod = input.optional("perPeriod", Shape.flag());
    Field<Optional<String>> ref = input.optional("ref", REF);
    Field<Optional<ShowIf>> showIf = input.optionalObject("showIf", this::showIf);
    if (!kind.isFaulty()) {
      requireOfKind(kind(kind), input, choices);
    }
    if (!ref.isFaulty() && ref.get().isPresent()) {
      Question question =
          new Question(answers(kind, choices), !perPeriod.isFaulty() && isSet(perPeriod, false));
      if (earlier.putIfAbsent(ref.get().get(), question) != null) {
        input.fault("ref", Fault.Code.DUPLICATE, "is that of an earlier item");
      }
    }
    return input.build(() ->
        new ItemTemplate(
            name.get(),
            description.get(),
            kind(kind),
            isSet(required, true),
            accepts.get(),
            choices.get(),
            isSet(perPeriod, false),
            ref.get(),
            showIf.get()));
  }

  private static Kind kind(Field<Optional<Kind>> kind) {
    return kind.get().orElse(Kind.DOCUMENT);
  }

  private static boolean isSet(Field<Optional<Boolean>> flag, boolean otherwise) {
    return flag.get().orElse(otherwise);
  }

  /** Reads the media types that files may have; none if they are left out. */
  static Field<List<String>> accepts(Input input) {
    return list(input, "accepts", MOST_MEDIA_TYPES, MEDIA_TYPE);
  }

  private static Field<List<String>> list(
      Input input, String name, int longest, Shape<String> shape) {
    return input.has(name) ? input.values(name, longest, distinct(shape)) : Field.of(List.of());
  }

  /** Requires media types only of documents, and the choices of a choice. */
  private static void requireOfKind(Kind kind, Input input, Field<List<String>> choices) {
    if (kind != Kind.DOCUMENT && input.has("accepts")) {
      input.fault("accepts", Fault.Code.UNKNOWN, "is only for items of kind document");
    }
    if (kind != Kind.CHOICE && input.has("choices")) {
      input.fault("choices", Fault.Code.UNKNOWN, "is only for items of kind choice");
    }
    if (kind == Kind.CHOICE && !input.has("choices")) {
      input.fault("choices", Fault.Code.REQUIRED, "is required for items of kind choice");
    } else if (kind == Kind.CHOICE
        && !choices.isFaulty()
        && choices.get().size() < FEWEST_CHOICES) {
      input.fault(
          "choices", Fault.Code.LENGTH, "must have at least %d choices".formatted(FEWEST_CHOICES));
    }
  }

  private static Optional<List<String>> answers(
      Field<Optional<Kind>> kind, Field<List<String>> choices) {
    return kind.isFaulty() || choices.isFaulty()
        ? Optional.empty()
        : Optional.of(kind(kind).answers(choices.get()));
  }

  private ShowIf showIf(Input input) {
    Field<String> ref = input.required("ref", REF);
    Field<String> is = input.required("is", CHOICE);
    if (!ref.isFaulty()) {
      requireAnswerable(ref.get(), is, input);
    }
    return input.build(() -> new ShowIf(ref.get(), is.get()));
  }

  private void requireAnswerable(String ref, Field<String> is, Input input) {
    Question question = earlier.getOrDefault(ref, new Question(Optional.of(List.of()), false));
    if (question.answers().filter(List::isEmpty).isPresent()) {
      input.fault(
          "ref", Fault.Code.ENUM, "must be that of an earlier item of kind choice or yes-no");
    } else if (question.perPeriod()) {
      input.fault("ref", Fault.Code.ENUM, "must not be that of an item per period");
    } else if (!is.isFaulty()
        && question.answers().filter(answers -> !answers.contains(is.get())).isPresent()) {
      input.fault("is", Fault.Code.ENUM, "must be an answer that the earlier item can have");
    }
  }

  private static Shape<String> distinct(Shape<String> shape) {
    Set<String> seen = new HashSet<>();
    return json -> {
      String text = shape.read(json);
      if (!seen.add(text)) {
        throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
      }
      return text;
    };
  }

  private static Shape<String> matching(String form, String detail) {
    Pattern pattern = Pattern.compile(form);
    Shape<String> text = Shape.text(1, 255);
    return json -> {
      String value = text.read(json);
      if (!pattern.matcher(value).matches()) {
        throw new Shape.Mismatch(Fault.Code.FORMAT, detail);
      }
      return value;
    };
  }
}
