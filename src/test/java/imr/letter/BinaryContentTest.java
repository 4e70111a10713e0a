package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import imr.dev.letters.LetterGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryContentTest {

    private static final String LETTER = Fixtures.text("v3b-two-columns");

    private static RejectionCode rejection(byte[] letter) {
        ParseResult result = LetterParser.parse(letter, LetterOrigin.UNKNOWN, LetterParser.DEFAULT_MAX_BYTES);
        return ((ParseResult.Rejected) result).code();
    }

    @Test
    void archivesOfALetterAreBinary() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("word/document.xml"));
            out.write(LETTER.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(LETTER.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(LETTER.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(rejection(zip.toByteArray())).isEqualTo(RejectionCode.BINARY);
        assertThat(rejection(gzip.toByteArray())).isEqualTo(RejectionCode.BINARY);
        assertThat(rejection(deflated.toByteArray())).isEqualTo(RejectionCode.BINARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%PDF-1.4\n", "{\\rtf1\\ansi ", "\u0089PNG\r\n\u001A\n", "\u00FF\u00D8\u00FF\u00E0", "GIF89a"})
    void filesOfOtherKindsAreBinaryWhateverTextIsInThem(String beginning) {
        byte[] file = (beginning + LETTER).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(rejection(file)).isEqualTo(RejectionCode.BINARY);
    }

    @Test
    void wideTextIsBinary() {
        assertThat(rejection(LETTER.getBytes(StandardCharsets.UTF_16))).isEqualTo(RejectionCode.BINARY);
        assertThat(rejection(LETTER.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(RejectionCode.BINARY);
        assertThat(rejection(LETTER.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(RejectionCode.BINARY);
    }

    @Test
    void textFullOfControlCharactersIsBinary() {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        byte[] padded = Arrays.copyOf(LETTER.getBytes(StandardCharsets.UTF_8), LETTER.length() * 2);

        assertThat(rejection(noise)).isEqualTo(RejectionCode.BINARY);
        assertThat(rejection(padded)).isEqualTo(RejectionCode.BINARY);
    }

    @Test
    void fewControlCharactersAreForgiven() {
        byte[] letter =
                LETTER.replaceFirst("\n\n", "\n\u0007\u0001\u0000\u007F\n").getBytes(StandardCharsets.UTF_8);

        assertThat(isBinary(letter)).isFalse();
    }

    @Test
    void everyControlCharacterIsSeenWhereverItStands() {
        for (int c = 0; c < 256; c++) {
            boolean control = c < 32 && "\t\n\u000B\f\r".indexOf(c) < 0;
            for (int at = 0; at < 19; at++) {
                byte[] content = new byte[19];
                Arrays.fill(content, (byte) 'a');
                content[at] = (byte) c;
                assertThat(isBinary(content)).as("%d at %d", c, at).isEqualTo(control);
            }
        }
    }

    @Test
    void generatedLettersAreText() {
        LetterGenerator generator = new LetterGenerator(31);

        assertThat(IntStream.range(0, 1000).mapToObj(i -> generator.letter(i).text()))
                .noneMatch(BinaryContentTest::isBinary);
    }

    @Test
    void hugeBytesAreToldInLinearTime() {
        byte[] huge = new byte[64 << 20];
        Arrays.fill(huge, (byte) 'a');
        huge[0] = 1;

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> isBinary(huge));
    }

    private static boolean isBinary(byte[] content) {
        byte[] codes = CodedText.of(content).codes();
        return BinaryContent.beginsLikeFile(content) || BinaryContent.isControls(codes, Stops.of(codes));
    }
}
