/** Drives the portal over HTTP as its users do: browsers, staff, and people who read their mail. */
@NullMarked
package clientportal.driver;

import org.jspecify.annotations.NullMarked;
