/** The edge of asynchronous functions: batches of queue messages and of table records. */
@NullMarked
package clientportal.platform.queue;

import org.jspecify.annotations.NullMarked;
