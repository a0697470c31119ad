/** Enforces the rules for templates that neither the linter nor a deployment checks. */
@NullMarked
package clientportal.rules;

import org.jspecify.annotations.NullMarked;
