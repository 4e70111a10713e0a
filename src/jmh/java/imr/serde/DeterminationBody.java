package imr.serde;

import imr.avro.Determination;

/** The Avro body of a determination as the topic's serde writes it, without a registry to ask for the schema's id. */
public final class DeterminationBody {

    private static final byte[] PREFIX = {0, 0, 0, 0, 1};

    private final AvroBody<Determination> body = new AvroBody<>(Determination.class);

    public byte[] write(Determination determination) {
        return body.write(PREFIX, determination);
    }
}
