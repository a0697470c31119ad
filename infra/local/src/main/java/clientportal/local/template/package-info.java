/** Reads the templates that deploy the application into a model of what the stack runs. */
@NullMarked
package clientportal.local.template;

import org.jspecify.annotations.NullMarked;
