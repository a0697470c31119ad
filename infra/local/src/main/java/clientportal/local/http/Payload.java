package clientportal.local.http;

import clientportal.local.template.Application;
import clientportal.local.template.Place;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request as the HTTP API passes it to a function, in payload format 2.0. */
final class Payload {
  static final String SOURCE_IP = "x-local-source-ip";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Pattern TEXT =
      Pattern.compile(
          "(text/.*|application/(json|javascript|xml|[^;]*\\+json|[^;]*\\+xml))(\\s*;.*)?",
          Pattern.CASE_INSENSITIVE);

  private final HttpExchange exchange;
  private final Routes.Match match;
  private final Place place;
  private final Application.HttpApi api;

  Payload(HttpExchange exchange, Routes.Match match, Place place, Application.HttpApi api) {
    this.exchange = exchange;
    this.match = match;
    this.place = place;
    this.api = api;
  }

  Map<String, Object> event(
      byte[] body, Map<String, Object> authorizer, String requestId, Instant now) {
    Map<String, String> headers = headers();
    String sourceIp =
        exchange.getRequestHeaders().containsKey(SOURCE_IP)
            ? String.valueOf(exchange.getRequestHeaders().getFirst(SOURCE_IP))
            : exchange.getRemoteAddress().getAddress().getHostAddress();
    headers.putIfAbsent("x-forwarded-for", sourceIp);
    headers.put("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    String routeKey = match.route().method() + " " + match.route().path();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", routeKey);
    event.put("rawPath", exchange.getRequestURI().getRawPath());
    String query = exchange.getRequestURI().getRawQuery();
    event.put("rawQueryString", query == null ? "" : query);
    List<String> cookies = exchange.getRequestHeaders().get("Cookie");
    if (cookies != null) {
      event.put("cookies", cookies.stream().flatMap(each -> split(each, ";")).toList());
    }
    event.put("headers", headers);
    if (query != null && !query.isEmpty()) {
      event.put("queryStringParameters", query(query));
    }
    event.put("requestContext", context(routeKey, sourceIp, authorizer, requestId, now));
    if (!match.parameters().isEmpty()) {
      event.put("pathParameters", match.parameters());
    }
    if (!api.stageVariables().isEmpty()) {
      event.put("stageVariables", api.stageVariables());
    }
    addBody(event, body, headers.getOrDefault("content-type", ""));
    return event;
  }

  private static Stream<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator)).map(String::trim);
  }

  private static void addBody(Map<String, Object> event, byte[] body, String contentType) {
    boolean text = TEXT.matcher(contentType).matches();
    if (body.length > 0) {
      event.put(
          "body",
          text
              ? new String(body, StandardCharsets.UTF_8)
              : Base64.getEncoder().encodeToString(body));
    }
    event.put("isBase64Encoded", body.length > 0 && !text);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          String key = name.toLowerCase(Locale.ROOT);
          if (!key.equals("cookie") && !key.equals(SOURCE_IP)) {
            headers.put(key, String.join(",", values));
          }
        });
    return headers;
  }

  private static Map<String, String> query(String rawQuery) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        values
            .computeIfAbsent(decode(parts[0]), key -> new ArrayList<>())
            .add(parts.length > 1 ? decode(parts[1]) : "");
      }
    }
    Map<String, String> joined = new LinkedHashMap<>();
    values.forEach((name, all) -> joined.put(name, String.join(",", all)));
    return joined;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Map<String, Object> context(
      String routeKey,
      String sourceIp,
      Map<String, Object> authorizer,
      String requestId,
      Instant now) {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", exchange.getRequestMethod());
    http.put("path", exchange.getRequestURI().getRawPath());
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", sourceIp);
    String agent = exchange.getRequestHeaders().getFirst("User-Agent");
    http.put("userAgent", agent == null ? "" : agent);
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", place.accountId());
    context.put("apiId", api.id());
    if (!authorizer.isEmpty()) {
      context.put("authorizer", authorizer);
    }
    String host = exchange.getRequestHeaders().getFirst("Host");
    // On AWS there is no port: an API is at 443.
    context.put("domainName", host == null ? "" : host);
    context.put("domainPrefix", api.id());
    context.put("http", http);
    context.put("requestId", requestId);
    context.put("routeKey", routeKey);
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  /** The token's claims as the authorizer passes them on, with every value as a string. */
  static Map<String, Object> authorizer(JwtAuthorizer.Allowed allowed) {
    Map<String, String> claims = new TreeMap<>();
    allowed.claims().forEach((name, value) -> claims.put(name, claim(value)));
    Map<String, Object> jwt = new LinkedHashMap<>();
    jwt.put("claims", claims);
    jwt.put("scopes", allowed.scopes());
    return Map.of("jwt", jwt);
  }

  private static String claim(Object value) {
    return switch (value) {
      case Date date -> Long.toString(date.toInstant().getEpochSecond());
      case Collection<?> several ->
          several.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
      default -> String.valueOf(value);
    };
  }
}
