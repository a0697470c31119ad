/** The one log line of each invocation, with its metrics in it. */
@NullMarked
package clientportal.platform.log;

import org.jspecify.annotations.NullMarked;
