/** What every function writes of an invocation: one line, its metrics in it. */
@NullMarked
package clientportal.platform.log;

import org.jspecify.annotations.NullMarked;
