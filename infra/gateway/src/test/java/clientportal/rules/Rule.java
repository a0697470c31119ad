package clientportal.rules;

import java.util.List;

/** What must hold of a template: its violations, none if it holds. */
@FunctionalInterface
interface Rule {
  List<String> violations(Template template);
}
