package clientportal.local.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the permissions that the inline policies of a function's role grant. */
final class RoleReader {
  private RoleReader() {}

  /** Finds the role by its ARN, in the template that names it. */
  static List<Application.Permission> read(Stack stack, String arn, Place place) {
    Attributes attributes = new Attributes(place, stack.name());
    return stack.resources().stream()
        .filter(resource -> resource.type().equals(ResourceTypes.ROLE))
        .filter(role ->
            attributes
                .attribute(role.type(), stack.physicalName(role), "Arn")
                .equals(Optional.of(arn)))
        .findFirst()
        .map(role -> granted(stack.properties(role)))
        .orElseThrow(
            () -> new TemplateException(stack.file() + ": no role of a function is " + arn));
  }

  private static List<Application.Permission> granted(Tree role) {
    return role.trees("Policies").stream()
        .flatMap(policy -> policy.tree("PolicyDocument").trees("Statement").stream())
        .flatMap(RoleReader::allowed)
        .toList();
  }

  private static Stream<Application.Permission> allowed(Tree statement) {
    if (statement.get("NotResource").isPresent()) {
      return Stream.of(toPhoneNumbers(statement));
    }
    statement.only(Set.of("Effect", "Action", "Resource"), Set.of("Sid"));
    if (!statement.string("Effect").equals("Allow")) {
      throw new TemplateException(statement.where() + ": the local stack knows Allow alone");
    }
    return each(statement, "Action").stream()
        .flatMap(action ->
            each(statement, "Resource").stream()
                .map(resource -> new Application.Permission(action, resource)));
  }

  private static Application.Permission toPhoneNumbers(Tree statement) {
    statement.only(Set.of("Effect", "Action", "NotResource"), Set.of());
    if (!statement.string("Effect").equals("Allow")
        || !statement.string("Action").equals("sns:Publish")
        || !statement.string("NotResource").equals("arn:aws:sns:*:*:*")) {
      throw new TemplateException(
          statement.where() + ": the local stack knows NotResource for phone numbers alone");
    }
    return new Application.Permission("sns:Publish", Application.Permission.PHONE_NUMBERS);
  }

  /** IAM accepts a single value instead of a list. */
  private static List<String> each(Tree statement, String key) {
    return statement.get(key).orElse("") instanceof List<?>
        ? statement.strings(key)
        : List.of(statement.string(key));
  }
}
