package clientportal.rules;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about what must not stand in a file, in a parameter or in an environment. */
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

  /** {@code text} is a template's, or {@code samconfig.toml}'s. */
  static List<String> nothingSecretIsWritten(String text) {
    return VALUES.stream()
        .flatMap(value -> value.matcher(text).results())
        .map(found -> "looks like a secret: " + found.group())
        .toList();
  }

  /** Whoever may describe a stack reads every parameter but these. */
  static List<String> secretParametersAreHidden(Template template) {
    return named(template.tree().at("Parameters").fields())
        .filter(parameter -> !parameter.getValue().at("NoEcho").is("true"))
        .map(parameter -> parameter.getKey() + ": can be read by whoever sees the stack")
        .toList();
  }

  /** Whoever may describe a function reads its environment. */
  static List<String> environmentsHoldNoSecrets(Template template) {
    return template
        .functions()
        .flatMap(function ->
            named(function.properties().at("Environment", "Variables").fields())
                .map(variable -> function.says("has a secret in " + variable.getKey())))
        .toList();
  }

  private static Stream<Map.Entry<String, Tree>> named(Map<String, Tree> fields) {
    return fields.entrySet().stream().filter(field -> NAME.matcher(field.getKey()).matches());
  }
}
