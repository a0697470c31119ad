package clientportal.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules against secrets in files, parameters and environments. */
final class SecretRules {
  private static final Pattern NAME =
      Pattern.compile("(?i).*(secret|password|passwd|credential|api_?key|private_?key|token).*");

  private static final List<Pattern> VALUES =
      List.of(
          Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
          Pattern.compile("(?i)aws_(secret_access_key|session_token)"),
          Pattern.compile("(?i)(secret|password)\"?[ \\t]*[=:][ \\t]*[\"']?[^\\s\"'{\\[!$]{8,}"),
          Pattern.compile("(?i)token=[^\\s\"'$]{8,}"));

  private SecretRules() {}

  /** {@code text} is a template or {@code samconfig.toml}. */
  static List<String> containsNoSecrets(String text) {
    return VALUES.stream()
        .flatMap(value -> value.matcher(text).results())
        .map(found -> "looks like a secret: " + found.group())
        .toList();
  }

  /** Everybody who may describe a stack can read its parameters, except hidden ones. */
  static List<String> secretParametersAreHidden(Template template) {
    return named(template.tree().at("Parameters").fields())
        .filter(parameter -> !parameter.getValue().at("NoEcho").is("true"))
        .map(parameter ->
            parameter.getKey() + ": can be read by everybody who may describe the stack")
        .toList();
  }

  /** Everybody who may describe a function can read its environment. */
  static List<String> environmentsContainNoSecrets(Template template) {
    return template
        .functions()
        .flatMap(function ->
            named(function.properties().at("Environment", "Variables").fields())
                .map(variable -> function.violation("has a secret in " + variable.getKey())))
        .toList();
  }

  private static Stream<Map.Entry<String, Tree>> named(Map<String, Tree> fields) {
    return fields.entrySet().stream().filter(field -> NAME.matcher(field.getKey()).matches());
  }
}
