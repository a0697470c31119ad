/**
 * Declared bytes on their way into the bucket, what is checked of them there, and signed ways out.
 */
@NullMarked
package clientportal.uploads;

import org.jspecify.annotations.NullMarked;
