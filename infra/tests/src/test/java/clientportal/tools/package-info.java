/** Programs that some tests need and a machine may lack. */
@NullMarked
package clientportal.tools;

import org.jspecify.annotations.NullMarked;
