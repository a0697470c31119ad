/** Checks the application with the tools that deploy it. */
@NullMarked
package clientportal.deployment;

import org.jspecify.annotations.NullMarked;
