/** Holds the application to the tools that its users deploy it with. */
@NullMarked
package clientportal.deployment;

import org.jspecify.annotations.NullMarked;
