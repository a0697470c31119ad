/** The pages in headless Chromium, used as people use them, on a local stack of their own. */
@NullMarked
package clientportal.pages;

import org.jspecify.annotations.NullMarked;
