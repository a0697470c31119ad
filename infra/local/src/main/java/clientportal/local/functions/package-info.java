/** Runs the application's functions as Lambda would, and tells what they called. */
@NullMarked
package clientportal.local.functions;

import org.jspecify.annotations.NullMarked;
