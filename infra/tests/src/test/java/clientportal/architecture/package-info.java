/** Rules about the code of the functions, checked on the compiled classes. */
@NullMarked
package clientportal.architecture;

import org.jspecify.annotations.NullMarked;
