package clientportal.rules;

import java.util.List;

/** A rule for templates; returns the violations of a template. */
@FunctionalInterface
interface Rule {
  List<String> violations(Template template);
}
