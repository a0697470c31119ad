/** The local stack: the application that the templates describe, in one JVM. */
@NullMarked
package clientportal.local;

import org.jspecify.annotations.NullMarked;
