package imr.ledger;

import imr.avro.Dimension;

/** A series as a key of maps in memory; the Avro type's hash code walks its schema, which is slow. */
record SeriesId(Dimension dimension, String value) {}
