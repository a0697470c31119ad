/** Holds the templates to the rules that neither the linter nor a deployment would notice. */
@NullMarked
package clientportal.rules;

import org.jspecify.annotations.NullMarked;
