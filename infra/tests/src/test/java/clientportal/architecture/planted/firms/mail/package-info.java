/** Stands for a package below that of a feature. */
@NullMarked
package clientportal.architecture.planted.firms.mail;

import org.jspecify.annotations.NullMarked;
