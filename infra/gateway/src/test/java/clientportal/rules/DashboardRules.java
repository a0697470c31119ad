package clientportal.rules;

import static clientportal.rules.ObservabilityRules.isKnown;
import static clientportal.rules.ObservabilityRules.metric;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rules for the dashboard's body. To CloudFormation it is text: a fault shows only at the
 * deployment, and a wrong name never.
 */
final class DashboardRules {
  private static final int COLUMNS = 24;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KINDS = Set.of("alarm", "log", "metric");
  private static final Pattern SEARCH =
      Pattern.compile("SEARCH\\('\\{([^,}]+),([^}]+)} MetricName=\"([^\"]+)\".*");

  private DashboardRules() {}

  /** Returns the faults of the template's dashboards; a template without one is a fault. */
  static List<String> violations(Template template, Set<String> own, Set<String> logGroups) {
    List<String> bodies =
        template
            .resources("AWS::CloudWatch::Dashboard")
            .map(dashboard -> dashboard.own().at("DashboardBody", "Fn::Sub").text())
            .toList();
    if (bodies.isEmpty()) {
      return List.of("there is no dashboard");
    }
    return bodies.stream().flatMap(body -> violations(template, body, own, logGroups)).toList();
  }

  private static Stream<String> violations(
      Template template, String body, Set<String> own, Set<String> logGroups) {
    JsonNode widgets;
    try {
      widgets = JSON.readTree(body).path("widgets");
    } catch (JsonProcessingException malformed) {
      return Stream.of("the dashboard is not JSON: " + malformed.getOriginalMessage());
    }
    List<JsonNode> all = new ArrayList<>();
    widgets.forEach(all::add);
    return Stream.of(
            all.stream().flatMap(DashboardRules::form),
            overlaps(all),
            all.stream().flatMap(widget -> metrics(widget, own)),
            alarms(template, all),
            logs(all, logGroups))
        .flatMap(found -> found);
  }

  private static Stream<String> form(JsonNode widget) {
    String title = title(widget);
    int right = widget.path("x").asInt(COLUMNS) + widget.path("width").asInt(COLUMNS);
    String kind = widget.path("type").asText();
    return Stream.of(
            KINDS.contains(kind) ? "" : title + " has an unknown type: " + kind,
            right <= COLUMNS && widget.has("y") && widget.has("height")
                ? ""
                : title + " has no position",
            kind.equals("alarm") || widget.at("/properties/region").isTextual()
                ? ""
                : title + " has no region")
        .filter(fault -> !fault.isEmpty());
  }

  private static Stream<String> overlaps(List<JsonNode> widgets) {
    return IntStream.range(0, widgets.size())
        .boxed()
        .flatMap(i ->
            widgets.subList(i + 1, widgets.size()).stream()
                .filter(other ->
                    overlap(widgets.get(i), other, "x", "width")
                        && overlap(widgets.get(i), other, "y", "height"))
                .map(other -> title(widgets.get(i)) + " overlaps " + title(other)));
  }

  private static boolean overlap(JsonNode one, JsonNode other, String from, String size) {
    return one.path(from).asInt() < other.path(from).asInt() + other.path(size).asInt()
        && other.path(from).asInt() < one.path(from).asInt() + one.path(size).asInt();
  }

  private static Stream<String> metrics(JsonNode widget, Set<String> own) {
    List<String> found = new ArrayList<>();
    for (JsonNode line : widget.at("/properties/metrics")) {
      JsonNode last = line.path(line.size() - 1);
      found.add(last.has("expression") ? searched(last.path("expression").asText()) : named(line));
    }
    if (widget.path("type").asText().equals("metric") && found.isEmpty()) {
      return Stream.of(title(widget) + " shows no metric");
    }
    return found.stream()
        .filter(metric -> !isKnown(metric, own))
        .map(metric -> title(widget) + " shows an unknown metric: " + metric);
  }

  private static String searched(String expression) {
    Matcher search = SEARCH.matcher(expression);
    return search.matches()
        ? metric(search.group(1), search.group(3), search.group(2))
        : expression;
  }

  /** A line has a namespace, a name, pairs for dimensions, and perhaps options. */
  private static String named(JsonNode line) {
    Set<String> dimensions = new TreeSet<>();
    for (int i = 2; i + 1 < line.size() && line.path(i).isTextual(); i += 2) {
      dimensions.add(line.path(i).asText());
    }
    return metric(line.path(0).asText(), line.path(1).asText(), String.join(",", dimensions));
  }

  private static Stream<String> alarms(Template template, List<JsonNode> widgets) {
    Set<String> shown =
        widgets.stream()
            .flatMap(widget -> texts(widget.at("/properties/alarms")))
            .map(arn -> arn.replaceAll("^\\$\\{(\\w+)\\.Arn}$", "$1"))
            .collect(toSet());
    return template
        .resources(ObservabilityRules.ALARM)
        .filter(alarm -> !shown.contains(alarm.id()))
        .map(alarm -> alarm.violation("is not on the dashboard"));
  }

  private static Stream<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts.stream();
  }

  /** A query must cover the log of every module. */
  private static Stream<String> logs(List<JsonNode> widgets, Set<String> logGroups) {
    return widgets.stream()
        .filter(widget -> widget.path("type").asText().equals("log"))
        .flatMap(widget -> {
          Set<String> queried = new TreeSet<>();
          Pattern.compile("SOURCE '([^']+)'")
              .matcher(widget.at("/properties/query").asText())
              .results()
              .forEach(source -> queried.add(source.group(1)));
          return queried.equals(logGroups)
              ? Stream.empty()
              : Stream.of(title(widget) + " queries " + queried + ", the logs are " + logGroups);
        });
  }

  private static String title(JsonNode widget) {
    return "“" + widget.at("/properties/title").asText() + "”";
  }
}
