/** Serves the pages of the portal and of the staff's side, as CloudFront serves them on a stage. */
@NullMarked
package clientportal.local.pages;

import org.jspecify.annotations.NullMarked;
