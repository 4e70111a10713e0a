package imr.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import imr.avro.Dimension;
import imr.avro.Guideline;
import imr.avro.LedgerEntry;
import imr.avro.SeriesKey;
import imr.avro.SeriesTally;
import imr.avro.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateSerdeTest {
    private static final String TOPIC = "imr-stream-ledger-changelog";

    @Test
    void aRecordComesBackBehindItsVersion() {
        StateSerde<Tally> serde = StateSerde.ofValues(Tally.class);

        byte[] bytes = serde.serializer().serialize(TOPIC, Records.tally(3));

        assertThat(bytes[0]).isEqualTo((byte) 2);
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Records.tally(3));
    }

    @Test
    void nullIsNoRecord() {
        StateSerde<Tally> serde = StateSerde.ofValues(Tally.class);

        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void equalKeysHaveEqualBytesWhicheverSerdeWroteThem() {
        var key = new SeriesKey(Dimension.TREATMENT, "Acupuncture");

        byte[] one = StateSerde.ofKeys(SeriesKey.class).serializer().serialize(TOPIC, key);
        byte[] other = StateSerde.ofKeys(SeriesKey.class)
                .serializer()
                .serialize("another", SeriesKey.newBuilder(key).build());

        assertThat(one).isEqualTo(other);
    }

    @Test
    void whatAnOlderVersionWroteIsReadAsTodaysClass() throws IOException {
        Schema older = new Schema.Parser().parse("""
                {"type": "record", "name": "Tally", "namespace": "imr.avro", "fields": [
                  {"name": "items", "type": "int"}, {"name": "letters", "type": "int"},
                  {"name": "upheld", "type": "long"}, {"name": "overturned", "type": "long"},
                  {"name": "dropped", "type": "string"}]}
                """);
        Schema today = Tally.getClassSchema();
        StateSerde<Tally> serde = StateSerde.of(Tally.class, List.of(older, today));
        var written = new GenericRecordBuilder(older)
                .set("items", 3)
                .set("letters", 1)
                .set("upheld", 3L)
                .set("overturned", 0L)
                .set("dropped", "x")
                .build();
        var bytes = new ByteArrayOutputStream();
        bytes.write(1);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(older).write(written, encoder);
        encoder.flush();

        Tally read = serde.deserializer().deserialize(TOPIC, bytes.toByteArray());

        assertThat(read).isEqualTo(Records.tally(3));
        assertThat(serde.serializer().serialize(TOPIC, read)[0]).isEqualTo((byte) 2);
    }

    @ParameterizedTest
    @ValueSource(classes = {LedgerEntry.class, SeriesTally.class, Tally.class, Guideline.class})
    void theNewestStoredSchemaIsThatOfTheClass(Class<? extends SpecificRecord> type) {
        assertThat(StateSerde.ofValues(type)).hasToString("StateSerde(" + type.getSimpleName() + ")");
    }

    @Test
    void aClassWithoutItsSchemaStoredIsRefused() {
        Schema other = Schema.createRecord("Tally", "", "imr.avro", false, List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> StateSerde.of(Tally.class, List.of(other)))
                .withMessageContaining("state/Tally.2.avsc");
    }

    @Test
    void aVersionFromTheFutureIsRefused() {
        StateSerde<Tally> serde = StateSerde.ofValues(Tally.class);
        byte[] bytes = serde.serializer().serialize(TOPIC, Records.tally(3));
        bytes[0] = 3;

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .withMessage(TOPIC + ": Tally of version 3, and this program knows 1 to 2");
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, new byte[0]));
    }

    @Test
    void bytesLeftOverAreRefused() {
        StateSerde<Tally> serde = StateSerde.ofValues(Tally.class);
        byte[] bytes = serde.serializer().serialize(TOPIC, Records.tally(3));

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(TOPIC, Arrays.copyOf(bytes, 20)));
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(Records.tally(3));
    }
}
