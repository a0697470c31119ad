/** Runs the functions as Maven packs them for Lambda, and holds the templates to what is packed. */
@NullMarked
package clientportal.packaged;

import org.jspecify.annotations.NullMarked;
