package clientportal.rules;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML value whose scalars are all text. Short forms are read as long ones: {@code !Sub x} as
 * {@code {Fn::Sub: x}}. A missing value is {@link #NONE}, so that a path can always be followed.
 */
record Tree(Map<String, Tree> fields, List<Tree> items, String text) {
  static final Tree NONE = new Tree(Map.of(), List.of(), "");

  static Tree parse(String yaml) {
    return new Compose(LoadSettings.builder().build())
        .composeString(yaml)
        .map(Tree::of)
        .orElse(NONE);
  }

  private static Tree of(Node node) {
    Tree value =
        switch (node) {
          case MappingNode mapping -> {
            Map<String, Tree> fields = new LinkedHashMap<>();
            mapping
                .getValue()
                .forEach(e ->
                    fields.put(((ScalarNode) e.getKeyNode()).getValue(), of(e.getValueNode())));
            yield new Tree(fields, List.of(), "");
          }
          case SequenceNode sequence ->
              new Tree(Map.of(), sequence.getValue().stream().map(Tree::of).toList(), "");
          case ScalarNode scalar -> new Tree(Map.of(), List.of(), scalar.getValue());
          default ->
              throw new IllegalArgumentException("aliases are not used in templates: " + node);
        };
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return value;
    }
    String name = tag.substring(1);
    return new Tree(
        Map.of(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, value),
        List.of(),
        "");
  }

  Tree at(String... path) {
    Tree found = this;
    for (String name : path) {
      found = found.fields.getOrDefault(name, NONE);
    }
    return found;
  }

  boolean isAbsent() {
    return equals(NONE);
  }

  boolean is(String expected) {
    return text.equals(expected);
  }

  /** The value as a whole number of up to nine digits, or else 0. */
  int number() {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** The items of a list, or the value itself: CloudFormation accepts one value as a list. */
  List<Tree> each() {
    return items.isEmpty() && !isAbsent() ? List.of(this) : items;
  }

  /** This value and all values in it, at any depth. */
  Stream<Tree> all() {
    return Stream.concat(
        Stream.of(this),
        Stream.concat(fields.values().stream(), items.stream()).flatMap(Tree::all));
  }

  Stream<String> texts() {
    return all().map(Tree::text).filter(text -> !text.isEmpty());
  }

  /** The logical id in {@code !Ref} or {@code !GetAtt x.y}, or an empty text. */
  String target() {
    Tree reference = fields.containsKey("Ref") ? at("Ref") : at("Fn::GetAtt");
    int dot = reference.text.indexOf('.');
    return dot < 0 ? reference.text : reference.text.substring(0, dot);
  }

  /**
   * Merges a function's properties over {@code Globals} as SAM does: maps are merged, others
   * replace.
   */
  Tree over(Tree base) {
    if (fields.isEmpty() || base.fields.isEmpty()) {
      return isAbsent() ? base : this;
    }
    Map<String, Tree> merged =
        Stream.of(base, this)
            .flatMap(tree -> tree.fields.entrySet().stream())
            .collect(
                toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (below, above) -> above.over(below),
                    LinkedHashMap::new));
    return new Tree(merged, List.of(), "");
  }
}
