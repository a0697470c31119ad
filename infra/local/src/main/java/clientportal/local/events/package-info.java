/** Asynchronous work: queues, topics, streams, rules and schedules. */
@NullMarked
package clientportal.local.events;

import org.jspecify.annotations.NullMarked;
