/** Runs the functions as Maven packs them for Lambda, and compares the templates with them. */
@NullMarked
package clientportal.packaged;

import org.jspecify.annotations.NullMarked;
