/** Drives the portal over HTTP as browsers, staff and readers of mail do. */
@NullMarked
package clientportal.driver;

import org.jspecify.annotations.NullMarked;
