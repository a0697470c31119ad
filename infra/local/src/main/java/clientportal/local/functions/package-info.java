/** Runs the application's functions as Lambda would, and records their calls to AWS. */
@NullMarked
package clientportal.local.functions;

import org.jspecify.annotations.NullMarked;
