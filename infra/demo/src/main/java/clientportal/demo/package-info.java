/** The demo: a firm with people, folders and documents, filled in over HTTP as people do. */
@NullMarked
package clientportal.demo;

import org.jspecify.annotations.NullMarked;
