package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imr.avro.Decision;
import imr.avro.Determination;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;
import imr.names.Headers;
import imr.names.RefusalCode;
import imr.names.RejectedException;
import imr.names.StageEvents;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LetterStageTest {

    private static final int MAX_BYTES = 50_000;

    private final List<String> events = new ArrayList<>();
    private final MockProcessorContext<String, Determination> context = new MockProcessorContext<>();
    private final Processor<byte[], byte[], String, Determination> stage =
            new LetterStage(new Collected(), MAX_BYTES).get();

    @BeforeEach
    void start() {
        stage.init(context);
    }

    private static Record<byte[], byte[]> letter(String key, String fixture) {
        return new Record<>(bytes(key), bytes(Fixtures.text(fixture)), 42L, new RecordHeaders());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void determinationGoesOnUnderItsLetterId() {
        Record<byte[], byte[]> letter = letter("CM16-0900101", "v3b-two-columns");
        letter.headers().add(Headers.CLAIMS_ADMINISTRATOR, bytes(" Acme Mutual "));
        letter.headers().add("other", bytes("kept"));

        stage.process(letter);

        Record<? extends String, ? extends Determination> forwarded =
                context.forwarded().get(0).record();
        assertThat(forwarded.key()).isEqualTo("CM16-0900101");
        assertThat(forwarded.timestamp()).isEqualTo(42L);
        assertThat(forwarded.headers().lastHeader("other")).isNotNull();
        assertThat(forwarded.value().getItems().get(0).getLetter().getClaimsAdministrator())
                .isEqualTo("Acme Mutual");
        assertThat(events).containsExactly("read V3B 2");
    }

    @Test
    void keyOtherThanTheCaseNumberIsReported() {
        stage.process(letter("another", "v3b-two-columns"));

        assertThat(events).containsExactly("read V3B 2", "key mismatch");
    }

    @Test
    void keyIsTheIdOfALetterWithoutCaseNumber() {
        stage.process(letter("doc-7", "v3a-page-forms"));

        assertThat(context.forwarded().get(0).record().key()).isEqualTo("doc-7");
        assertThat(events).containsExactly("read V3A 4");
    }

    @Test
    void unreadableLetterIsRefusedWithCodeAndPlace() {
        Record<byte[], byte[]> letter = new Record<>(bytes("k"), bytes("Dear all"), 42L);

        assertThatThrownBy(() -> stage.process(letter)).isInstanceOfSatisfying(RejectedException.class, rejected -> {
            assertThat(rejected.stage()).isEqualTo("letter");
            assertThat(rejected.code()).isEqualTo(RejectionCode.NOT_A_DETERMINATION.name());
            assertThat(rejected.line()).isEqualTo(1);
        });
        assertThat(context.forwarded()).isEmpty();
    }

    @Test
    void letterReadInPartGoesOnAndIsRefusedToo() {
        assertThatThrownBy(() -> stage.process(letter("CM13-0900773", "v2-one-item-unread")))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo(RefusalCode.PARTLY_READ.name());
                    assertThat(rejected.line()).isEqualTo(7);
                });
        assertThat(context.forwarded()).hasSize(1);
        assertThat(context.forwarded().get(0).record().value().getItems()).hasSize(1);
    }

    @Test
    void letterBeyondTheLimitIsRefusedUnread() {
        byte[] fits = Arrays.copyOf(bytes(Fixtures.text("v3b-two-columns")), MAX_BYTES);
        Arrays.fill(fits, Fixtures.text("v3b-two-columns").length(), MAX_BYTES, (byte) '\n');
        byte[] tooLong = Arrays.copyOf(fits, MAX_BYTES + 1);

        stage.process(new Record<>(bytes("k"), fits, 42L));

        assertThat(context.forwarded()).hasSize(1);
        assertThatThrownBy(() -> stage.process(new Record<>(bytes("k"), tooLong, 42L)))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(RejectionCode.TOO_LONG.name()));
    }

    @Test
    void recordWithoutValueIsAnEmptyLetter() {
        Record<byte[], byte[]> letter = new Record<>(null, null, 42L);

        assertThatThrownBy(() -> stage.process(letter))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(RejectionCode.EMPTY.name()));
    }

    private final class Collected implements StageEvents {
        @Override
        public void letterRead(LetterFormat format, int items) {
            events.add("read " + format + " " + items);
        }

        @Override
        public void letterWarning(String code) {
            events.add("warning " + code);
        }

        @Override
        public void letterKeyMismatch() {
            events.add("key mismatch");
        }

        @Override
        public void letterRepeated() {
            throw new AssertionError();
        }

        @Override
        public void letterAmended() {
            throw new AssertionError();
        }

        @Override
        public void itemDecided(Decision decision) {
            throw new AssertionError();
        }

        @Override
        public void citationLookedUp(ResolutionMethod method) {
            throw new AssertionError();
        }

        @Override
        public void citationWarning(String code) {
            throw new AssertionError();
        }

        @Override
        public void treatmentUnresolved(ServiceCategory category) {
            throw new AssertionError();
        }

        @Override
        public void referenceInUse(int guidelines, int treatments, int problems) {
            throw new AssertionError();
        }

        @Override
        public void deadLettered(String stage, String code) {
            throw new AssertionError();
        }
    }
}
