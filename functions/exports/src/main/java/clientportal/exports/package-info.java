/** Exports: what was asked for in an engagement that has ended, and what came of it. */
@NullMarked
package clientportal.exports;

import org.jspecify.annotations.NullMarked;
