/** Documents in PDF: pages, tables that go on over pages, and the one typeface. */
@NullMarked
package clientportal.exports.pdf;

import org.jspecify.annotations.NullMarked;
