/** The technical kernel of every function: it knows no feature. */
@NullMarked
package clientportal.platform;

import org.jspecify.annotations.NullMarked;
