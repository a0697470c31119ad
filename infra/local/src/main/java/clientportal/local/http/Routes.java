package clientportal.local.http;

import clientportal.local.template.Application;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request; a fixed segment takes precedence over a parameter. */
final class Routes {
  private final List<Candidate> candidates;

  private record Candidate(Application.Route route, List<String> segments) {
    long parameters() {
      return segments.stream().filter(Routes::isParameter).count();
    }
  }

  /** A route and the decoded values of its parameters. */
  record Match(Application.Route route, Map<String, String> parameters) {}

  Routes(List<Application.Route> routes) {
    candidates =
        routes.stream()
            .map(route -> new Candidate(route, segments(route.path())))
            .sorted(Comparator.comparingLong(Candidate::parameters))
            .toList();
  }

  Optional<Match> find(String method, String rawPath) {
    List<String> segments = segments(rawPath);
    for (Candidate candidate : candidates) {
      if (candidate.route().method().equals(method)) {
        Optional<Map<String, String>> parameters = match(candidate.segments(), segments);
        if (parameters.isPresent()) {
          return Optional.of(new Match(candidate.route(), parameters.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> match(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String expected = template.get(i);
      String actual = path.get(i);
      if (isParameter(expected) && !actual.isEmpty()) {
        parameters.put(expected.substring(1, expected.length() - 1), decode(actual));
      } else if (!expected.equals(actual)) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
