package clientportal.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of deployed things that a page for operators may use. A function's name begins with
 * that of the application, a nested stack's with that of the stack; what is written otherwise is
 * not found on the day on which somebody needs it.
 *
 * @param application how the page writes the parameter {@code Application}
 * @param stack how it writes the name of the stack; the same where it does not tell them apart
 */
record DocumentedNames(String application, String stack) {

  /** One kind of names: how they are written, and which there are. */
  private record Kind(String what, String pattern, Set<String> names) {
    Stream<String> used(String page) {
      return Pattern.compile(pattern).matcher(page).results().map(found -> found.group(1));
    }

    Stream<String> faults(String page) {
      return used(page)
          .filter(name -> !names.contains(name))
          .map(name -> "there is no " + what + " " + name);
    }
  }

  /** Names that are used and do not exist. */
  List<String> faults(String page, List<Template> templates) {
    return kinds(templates).stream().flatMap(kind -> kind.faults(page)).distinct().toList();
  }

  /** The kinds of which the page uses a name. */
  Set<String> used(String page, List<Template> templates) {
    return kinds(templates).stream()
        .filter(kind -> kind.used(page).findAny().isPresent())
        .map(Kind::what)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Kind> kinds(List<Template> templates) {
    Set<String> functions =
        FunctionRules.functions(templates)
            .map(Template.Resource::operation)
            .collect(Collectors.toSet());
    Set<String> stacks = ids(templates, "AWS::CloudFormation::Stack", "");
    String name = "-([A-Z]\\w*)";
    return Stream.of(
            Stream.of(new Kind("function", Pattern.quote(application) + name, functions)),
            application.equals(stack)
                ? Stream.<Kind>empty()
                : Stream.of(new Kind("nested stack", Pattern.quote(stack) + name, stacks)),
            Stream.of(
                new Kind("output", "\\(output (\\w+)\\)", outputs(templates)),
                new Kind(
                    "queue with dead letters",
                    "--queue (\\w+)",
                    ids(templates, "AWS::SQS::Queue", "DeadLetters")),
                new Kind(
                    "log group", "/" + Pattern.quote(application) + "/(\\w+)", logs(templates)),
                new Kind("nested stack", "nested stack of (\\w+)", stacks)))
        .flatMap(kinds -> kinds)
        .toList();
  }

  private static Set<String> ids(List<Template> templates, String type, String ending) {
    return templates.stream()
        .flatMap(template -> template.resources(type))
        .map(Template.Resource::id)
        .filter(id -> id.endsWith(ending))
        .map(id -> id.substring(0, id.length() - ending.length()))
        .collect(Collectors.toSet());
  }

  private static Set<String> outputs(List<Template> templates) {
    return templates.getFirst().tree().at("Outputs").fields().keySet();
  }

  private static Set<String> logs(List<Template> templates) {
    return templates.stream()
        .flatMap(template -> template.resources("AWS::Logs::LogGroup"))
        .map(group -> group.own().at("LogGroupName", "Fn::Sub").text())
        .map(group -> group.substring(group.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }
}
