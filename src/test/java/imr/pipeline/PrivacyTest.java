package imr.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import imr.names.RejectedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Medical text is private: a word planted in letters is looked for in everything that comes out beside the letters. */
class PrivacyTest {

    private static final String MARKER = "zyzzyva";
    private static final Instant TIME = Instant.parse("2017-02-14T17:30:00Z");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private Level levelBefore;

    @BeforeEach
    void listen() {
        levelBefore = root.getLevel();
        root.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(levelBefore);
    }

    @Test
    void neitherLogsNorHeadersNorTheLedgerHoldTextOfALetter() {
        byte[] readable = SmallLetter.ofCase("CM17-0000001")
                .upheld(MARKER + " tablets #60")
                .bytes();
        byte[] undecided = text(SmallLetter.ofCase("CM17-0000002").upheld(MARKER + " tablets #60"))
                .replace(": Upheld", ": " + MARKER)
                .getBytes(StandardCharsets.UTF_8);
        byte[] amended =
                SmallLetter.ofCase("CM17-0000001").overturned(MARKER + " cream").bytes();
        List<String> headers = new ArrayList<>();
        try (TopologyHarness harness = new TopologyHarness("decision-date", Duration.ofDays(400))) {
            for (byte[] letter :
                    List.of(readable, undecided, amended, (MARKER + " alone").getBytes(StandardCharsets.UTF_8))) {
                harness.publish("intake-1", letter, new RecordHeaders(), TIME);
            }
            for (TestRecord<byte[], byte[]> dead : harness.deadLetters()) {
                for (Header header : dead.headers()) {
                    headers.add(header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8));
                }
            }
            assertThat(harness.deadLetters()).hasSize(2);
            assertThat(harness.items().get("CM17-0000001#1").getTreatment()).contains(MARKER);
            assertThat(harness.onRecord("CM17-0000001").toString())
                    .contains("OVERTURNED")
                    .doesNotContain(MARKER);
            assertThat(harness.events.deadLettered).noneMatch(event -> event.contains(MARKER));
        }
        assertThat(headers).isNotEmpty().noneMatch(header -> header.contains(MARKER));
        assertThat(log.list).isNotEmpty().noneMatch(event -> said(event).contains(MARKER));
    }

    @Test
    void aRefusalSaysWhereAndNotWhat() {
        assertThat(new RejectedException("letter", "NO_ITEMS", 3, 7)).hasMessage("letter stage: NO_ITEMS at 3:7");
    }

    private static String text(SmallLetter letter) {
        return new String(letter.bytes(), StandardCharsets.UTF_8);
    }

    private static String said(ILoggingEvent event) {
        StringBuilder said = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            said.append(' ').append(thrown.getMessage());
        }
        return said.toString();
    }
}
