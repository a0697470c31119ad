/** Reads the application's templates into a model of the parts that the stack runs. */
@NullMarked
package clientportal.local.template;

import org.jspecify.annotations.NullMarked;
