/** Stands for a feature. */
@NullMarked
package clientportal.architecture.planted.clients;

import org.jspecify.annotations.NullMarked;
