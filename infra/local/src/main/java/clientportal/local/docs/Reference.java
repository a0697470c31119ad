package clientportal.local.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The contract as one page of plain HTML, which any browser and screen reader reads without a
 * script: an introduction, the operations of each tag, and the schemas.
 */
final class Reference {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final Map<?, ?> contract;

  private Reference(Map<?, ?> contract) {
    this.contract = contract;
  }

  static String of(Path openapi) throws IOException {
    Load yaml = new Load(LoadSettings.builder().build());
    return new Reference((Map<?, ?>) yaml.loadFromString(Files.readString(openapi))).page();
  }

  private record Operation(String method, String path, Map<?, ?> of, Map<?, ?> shared) {
    String id() {
      return text(of, "operationId");
    }

    boolean isTagged(String tag) {
      return list(of, "tags").contains(tag);
    }
  }

  private String page() {
    Map<?, ?> info = map(contract, "info");
    List<Operation> operations = operations();
    List<? extends Map<?, ?>> tags =
        list(contract, "tags").stream().map(tag -> (Map<?, ?>) tag).toList();
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s: API</title>
    <link rel="stylesheet" href="/docs/page.css">
    </head>
    <body>
    <a class="skip" href="#content">To the content</a>
    <nav aria-label="Operations">%2$s<p><a href="#schemas">Schemas</a></p>
    <p><a href="/openapi.yaml">openapi.yaml</a></p></nav>
    <main id="content">
    <h1>%1$s: API</h1>
    %3$s%4$s<section aria-labelledby="schemas"><h2 id="schemas">Schemas</h2>
    %5$s</section>
    </main>
    </body>
    </html>
    """
        .formatted(
            escape(text(info, "title")),
            tags.stream().map(tag -> contents(tag, operations)).collect(joining()),
            markdown(text(info, "description")),
            tags.stream().map(tag -> section(tag, operations)).collect(joining()),
            map(map(contract, "components"), "schemas").entrySet().stream()
                .map(entry -> named(entry.getKey().toString(), (Map<?, ?>) entry.getValue()))
                .collect(joining()));
  }

  private List<Operation> operations() {
    return map(contract, "paths").entrySet().stream()
        .flatMap(path -> {
          Map<?, ?> item = (Map<?, ?>) path.getValue();
          return item.entrySet().stream()
              .filter(entry -> METHODS.contains(entry.getKey().toString()))
              .map(entry ->
                  new Operation(
                      entry.getKey().toString().toUpperCase(Locale.ROOT),
                      path.getKey().toString(),
                      (Map<?, ?>) entry.getValue(),
                      item));
        })
        .toList();
  }

  private static String contents(Map<?, ?> of, List<Operation> operations) {
    String tag = text(of, "name");
    return "<p>%s</p><ul>%s</ul>"
        .formatted(
            escape(tag),
            operations.stream()
                .filter(operation -> operation.isTagged(tag))
                .map(operation ->
                    "<li><a href=\"#%1$s\">%1$s</a></li>".formatted(escape(operation.id())))
                .collect(joining()));
  }

  private String section(Map<?, ?> of, List<Operation> operations) {
    String tag = text(of, "name");
    return "<section aria-labelledby=\"tag-%1$s\"><h2 id=\"tag-%1$s\">%1$s</h2>\n%2$s%3$s</section>\n"
        .formatted(
            escape(tag),
            markdown(text(of, "description")),
            operations.stream()
                .filter(operation -> operation.isTagged(tag))
                .map(this::operation)
                .collect(joining()));
  }

  private String operation(Operation operation) {
    return """
    <article aria-labelledby="%1$s">
    <h3 id="%1$s">%2$s</h3>
    <p><code>%3$s %4$s</code> (%1$s)</p>
    %5$s%6$s%7$s<table><caption>Answers</caption>
    <thead><tr><th scope="col">Status</th><th scope="col">Meaning</th><th scope="col">Body</th></tr></thead>
    <tbody>%8$s</tbody></table>
    </article>
    """
        .formatted(
            escape(operation.id()),
            escape(text(operation.of(), "summary")),
            operation.method(),
            escape(operation.path()),
            markdown(text(operation.of(), "description")),
            parameters(operation),
            body(operation),
            map(operation.of(), "responses").entrySet().stream()
                .map(answer -> answer(answer.getKey().toString(), resolved(answer.getValue())))
                .collect(joining()));
  }

  private String parameters(Operation operation) {
    String rows =
        Stream.concat(
                list(operation.shared(), "parameters").stream(),
                list(operation.of(), "parameters").stream())
            .map(this::resolved)
            .map(parameter ->
                row(
                    text(parameter, "name") + " (" + text(parameter, "in") + ")",
                    type(map(parameter, "schema")),
                    isTrue(parameter, "required"),
                    text(parameter, "description")))
            .collect(joining());
    return table("Parameters", rows);
  }

  private String body(Operation operation) {
    Map<?, ?> body = resolved(map(operation.of(), "requestBody"));
    return body.isEmpty() ? "" : "<p>Body: " + content(body) + "</p>\n";
  }

  private String answer(String status, Map<?, ?> answer) {
    return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td></tr>"
        .formatted(escape(status), markdown(text(answer, "description")), content(answer));
  }

  /** The schemas of a body, each once: the media types of a body differ in name alone. */
  private String content(Map<?, ?> of) {
    Set<String> schemas = new TreeSet<>();
    map(of, "content")
        .values()
        .forEach(media -> schemas.add(type(map((Map<?, ?>) media, "schema"))));
    return String.join(" or ", schemas);
  }

  private String named(String name, Map<?, ?> schema) {
    return "<article aria-labelledby=\"schema-%1$s\"><h3 id=\"schema-%1$s\">%1$s</h3>\n%2$s%3$s%4$s</article>\n"
        .formatted(
            escape(name),
            markdown(text(schema, "description")),
            schema.containsKey("properties") ? "" : "<p>" + type(schema) + "</p>\n",
            properties(schema));
  }

  private String properties(Map<?, ?> schema) {
    List<?> required = list(schema, "required");
    return table(
        "Fields",
        map(schema, "properties").entrySet().stream()
            .map(field -> {
              Map<?, ?> of = (Map<?, ?>) field.getValue();
              return row(
                  field.getKey().toString(),
                  type(of),
                  required.contains(field.getKey()),
                  text(of, "description"));
            })
            .collect(joining()));
  }

  private static String table(String caption, String rows) {
    return rows.isEmpty()
        ? ""
        : """
        <table><caption>%s</caption>
        <thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Required</th><th scope="col">Meaning</th></tr></thead>
        <tbody>%s</tbody></table>
        """
            .formatted(caption, rows);
  }

  private static String row(String name, String type, boolean required, String description) {
    return "<tr><th scope=\"row\"><code>%s</code></th><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(escape(name), type, required ? "yes" : "no", markdown(description));
  }

  /** A schema in a few words: a link to one with a name, or what it is and how it is limited. */
  private static String type(Map<?, ?> schema) {
    if (schema.get("$ref") instanceof String reference) {
      String name = escape(reference.substring(reference.lastIndexOf('/') + 1));
      return "<a href=\"#schema-" + name + "\">" + name + "</a>";
    }
    for (String choice : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.containsKey(choice)) {
        return list(schema, choice).stream()
            .map(each -> type((Map<?, ?>) each))
            .collect(joining(choice.equals("allOf") ? " and " : " or "));
      }
    }
    if (schema.containsKey("enum")) {
      return list(schema, "enum").stream()
          .map(each -> "<code>" + escape(String.valueOf(each)) + "</code>")
          .collect(joining(", "));
    }
    String limits =
        Stream.of("format", "pattern", "minLength", "maxLength", "minimum", "maximum", "maxItems")
            .filter(schema::containsKey)
            .map(limit -> limit + " <code>" + escape(text(schema, limit)) + "</code>")
            .collect(joining(", "));
    String kind =
        schema.containsKey("items")
            ? "list of " + type(map(schema, "items"))
            : escape(text(schema, "type"));
    return Stream.of(kind, limits).filter(part -> !part.isEmpty()).collect(joining(", "));
  }

  /** What a reference stands for, or the value itself. */
  private Map<?, ?> resolved(@Nullable Object value) {
    Map<?, ?> found = value instanceof Map<?, ?> map ? map : Map.of();
    if (found.get("$ref") instanceof String reference) {
      found = contract;
      for (String name : reference.substring("#/".length()).split("/", -1)) {
        found = map(found, name);
      }
    }
    return found;
  }

  private static String markdown(String text) {
    return text.isEmpty() ? "" : RENDERER.render(PARSER.parse(text));
  }

  private static Map<?, ?> map(Map<?, ?> of, String name) {
    return of.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Map<?, ?> of, String name) {
    return of.get(name) instanceof List<?> list ? list : List.of();
  }

  private static String text(Map<?, ?> of, String name) {
    Object value = of.get(name);
    return value == null ? "" : value.toString();
  }

  private static boolean isTrue(Map<?, ?> of, String name) {
    return Boolean.TRUE.equals(of.get(name));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
