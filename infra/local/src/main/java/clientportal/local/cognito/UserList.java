package clientportal.local.cognito;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** {@code ListUsers}: filters by one attribute, in pages of at most 60 users. */
final class UserList {
  private static final int LONGEST_PAGE = 60;
  private static final Pattern FILTER =
      Pattern.compile("\\s*\"?([\\w:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");
  private static final Set<String> SEARCHABLE =
      Set.of(
          "username",
          "email",
          "phone_number",
          "name",
          "given_name",
          "family_name",
          "preferred_username",
          "cognito:user_status",
          "status",
          "sub");

  private final CognitoSettings settings;
  private final UserPool pool;

  UserList(CognitoSettings settings, UserPool pool) {
    this.settings = settings;
    this.pool = pool;
  }

  Map<String, Function<Parameters, ObjectNode>> operations() {
    return Map.of("ListUsers", this::listUsers);
  }

  private ObjectNode listUsers(Parameters request) {
    AdminUsers.requirePool(settings, request);
    int limit = request.number("Limit").orElse(LONGEST_PAGE);
    if (limit < 0 || limit > LONGEST_PAGE) {
      throw CognitoFault.constraint(
          "'" + limit + "'", "limit", "have value less than or equal to " + LONGEST_PAGE);
    }
    Predicate<PoolUser> wanted =
        request
            .text("Filter")
            .filter(text -> !text.isBlank())
            .map(UserList::filter)
            .orElse(_ -> true);
    List<PoolUser> users = pool.users().stream().filter(wanted).toList();
    int start = request.text("PaginationToken").map(token -> position(token, users)).orElse(0);
    int end = Math.min(users.size(), start + (limit == 0 ? LONGEST_PAGE : limit));
    ObjectNode answer = Answers.empty();
    ArrayNode page = answer.putArray("Users");
    users.subList(start, end).stream()
        .map(user -> Answers.withState(Answers.user(user, "Attributes"), user))
        .forEach(page::add);
    if (end < users.size()) {
      answer.put("PaginationToken", token(users.get(end - 1)));
    }
    return answer;
  }

  private static Predicate<PoolUser> filter(String text) {
    Matcher filter = FILTER.matcher(text);
    if (!filter.matches()) {
      throw CognitoFault.invalidParameter("Error while parsing filter");
    }
    String attribute = filter.group(1);
    if (!SEARCHABLE.contains(attribute)) {
      throw CognitoFault.invalidParameter("Cannot search on attribute " + attribute);
    }
    boolean prefix = filter.group(2).equals("^=");
    String wanted = lower(filter.group(3).replaceAll("\\\\(.)", "$1"));
    return user -> {
      String value = lower(value(user, attribute));
      return prefix ? value.startsWith(wanted) : value.equals(wanted);
    };
  }

  private static String value(PoolUser user, String attribute) {
    return switch (attribute) {
      case "username" -> user.sub();
      case "status" -> user.enabled() ? "Enabled" : "Disabled";
      case "cognito:user_status" -> user.status();
      default -> user.attributes().getOrDefault(attribute, "");
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String token(PoolUser last) {
    byte[] bytes = last.sub().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static int position(String token, List<PoolUser> users) {
    return IntStream.range(0, users.size())
            .filter(i -> token(users.get(i)).equals(token))
            .findFirst()
            .orElseThrow(() -> CognitoFault.invalidParameter("Invalid pagination token"))
        + 1;
  }
}
