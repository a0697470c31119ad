package clientportal.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML and JSON; short forms such as {@code !Ref x} become the long ones. */
final class Yaml {
  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private Yaml() {}

  static Map<String, Object> read(Path file) {
    try {
      Optional<Node> root = new Compose(SETTINGS).composeString(Files.readString(file));
      if (root.isPresent() && convert(root.get()) instanceof Map<?, ?> map) {
        return Tree.asMap(map, file.getFileName().toString());
      }
      throw new TemplateException(file + " is not a template: no mapping at its top");
    } catch (IOException e) {
      throw new TemplateException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (YamlEngineException e) {
      throw new TemplateException(file + " is not YAML: " + e.getMessage(), e);
    }
  }

  private static Object convert(Node node) {
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain(node);
    }
    String name = tag.substring(1);
    Object value = node instanceof ScalarNode scalar ? scalar.getValue() : plain(node);
    return switch (name) {
      case "Ref", "Condition" -> Map.of(name, value);
      case "GetAtt" ->
          Map.of("Fn::GetAtt", value instanceof String s ? List.of(s.split("\\.", 2)) : value);
      default -> Map.of("Fn::" + name, value);
    };
  }

  private static Object plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
          String key = ((ScalarNode) tuple.getKeyNode()).getValue();
          if (map.put(key, convert(tuple.getValueNode())) != null) {
            throw new TemplateException(
                "'" + key + "' is repeated" + node.getStartMark().map(m -> "\n" + m).orElse(""));
          }
        }
        yield map;
      }
      case SequenceNode sequence -> {
        List<Object> list = new ArrayList<>();
        sequence.getValue().forEach(each -> list.add(convert(each)));
        yield list;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new TemplateException("no aliases in a template: " + node);
    };
  }

  private static Object scalar(ScalarNode node) {
    if (node.getTag().equals(Tag.STR)) {
      return node.getValue();
    }
    if (node.getTag().equals(Tag.NULL)) {
      return "";
    }
    return new StandardConstructor(SETTINGS).constructSingleDocument(Optional.of(node));
  }
}
