/** The demo: a firm with people, folders and documents, filled in over HTTP as its users do. */
@NullMarked
package clientportal.demo;

import org.jspecify.annotations.NullMarked;
