package clientportal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules for {@code samconfig.toml}: each stage fits the root template. */
final class StageRules {
  private static final Pattern STAGE =
      Pattern.compile("(?ms)^\\[(\\w+)\\.deploy\\.parameters]$(.*?)(?=^\\[|\\z)");
  private static final Pattern SETTING = Pattern.compile("(?m)^(\\w+) = \"(.*)\"$");
  private static final Pattern OVERRIDE = Pattern.compile("(?m)^ +\"(\\w+)=(.*)\",$");

  /** Names of resources, which CloudFormation makes of the stack's, must stay short. */
  static final int LONGEST_STACK_NAME = 22;

  private StageRules() {}

  /** The settings that {@code sam deploy --config-env} reads. */
  record Stage(String name, Map<String, String> settings, Map<String, String> parameters) {
    List<String> faults(Tree declaredParameters) {
      List<String> faults = new ArrayList<>();
      parameters.forEach((parameter, value) -> {
        Tree declared = declaredParameters.at(parameter);
        String pattern = declared.at("AllowedPattern").text();
        if (declared.isAbsent()) {
          faults.add(name + " gives " + parameter + ", which the template does not declare");
        } else if (!pattern.isEmpty() && !value.matches(pattern)) {
          faults.add(name + " gives " + parameter + " a value that its pattern does not allow");
        } else if (!declared.at("MaxLength").isAbsent()
            && value.length() > declared.at("MaxLength").number()) {
          faults.add(name + " gives " + parameter + " a value that is too long");
        }
      });
      declaredParameters.fields().entrySet().stream()
          .filter(declared -> !declared.getValue().fields().containsKey("Default"))
          .filter(declared -> !parameters.containsKey(declared.getKey()))
          .forEach(declared -> faults.add(name + " does not give " + declared.getKey()));
      originsFit(faults);
      if (!"template.yaml".equals(settings.get("template_file"))) {
        faults.add(name + " deploys another template than the root");
      }
      if (!"CAPABILITY_IAM CAPABILITY_AUTO_EXPAND".equals(settings.get("capabilities"))) {
        faults.add(name + " allows more or less than roles and transforms");
      }
      if (settings.getOrDefault("stack_name", "").length() > LONGEST_STACK_NAME) {
        faults.add(name + " has a stack_name of more than " + LONGEST_STACK_NAME + " characters");
      }
      return faults;
    }

    private void originsFit(List<String> faults) {
      Stream.of("Portal", "Staff")
          .filter(ui -> {
            String url = parameters.getOrDefault(ui + "Url", "");
            String origin = parameters.getOrDefault(ui + "Origin", "");
            return !url.equals(origin) && !url.startsWith(origin + "/");
          })
          .forEach(ui -> faults.add(name + " has " + ui + "Url outside " + ui + "Origin"));
    }
  }

  static List<Stage> stages(String samconfig) {
    return STAGE
        .matcher(samconfig)
        .results()
        .map(found ->
            new Stage(found.group(1), map(SETTING, found.group(2)), map(OVERRIDE, found.group(2))))
        .toList();
  }

  private static Map<String, String> map(Pattern pattern, String text) {
    Map<String, String> map = new LinkedHashMap<>();
    pattern.matcher(text).results().forEach(found -> map.put(found.group(1), found.group(2)));
    return map;
  }

  static List<String> stagesFitTheTemplate(String samconfig, Template root) {
    return stages(samconfig).stream()
        .flatMap(stage -> stage.faults(root.tree().at("Parameters")).stream())
        .toList();
  }

  /** Stages in one account need different names of their stacks and functions. */
  static List<String> stagesHaveTheirOwnNames(String samconfig) {
    List<Stage> stages = stages(samconfig);
    return Stream.of(
            stages.stream().map(stage -> stage.settings().getOrDefault("stack_name", "")).toList(),
            stages.stream()
                .map(stage -> stage.parameters().getOrDefault("Application", ""))
                .toList())
        .filter(names -> names.contains("") || names.stream().distinct().count() < stages.size())
        .map(names -> "two stages have the same name: " + names)
        .toList();
  }
}
