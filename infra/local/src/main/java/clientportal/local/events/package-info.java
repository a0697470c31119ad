/** What happens without a person who waits: queues, topics, streams, rules, schedules. */
@NullMarked
package clientportal.local.events;

import org.jspecify.annotations.NullMarked;
