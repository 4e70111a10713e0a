/**
 * Keeps the topology running: its Kafka Streams settings, what happens to records that fail, topics, native memory,
 * meters, and how the process starts, retries and ends.
 */
@NullMarked
package imr.runtime;

import org.jspecify.annotations.NullMarked;
