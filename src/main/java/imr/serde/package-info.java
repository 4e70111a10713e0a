/**
 * Bytes and back: Avro records on topics, in the wire format every Confluent client reads, and in state stores and
 * internal topics, in a format of their own that needs no registry.
 */
@NullMarked
package imr.serde;

import org.jspecify.annotations.NullMarked;
