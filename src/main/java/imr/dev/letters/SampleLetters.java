package imr.dev.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The letters that come with the program: made up, in the formats of 2014 to 2017, a few of them defective. */
public final class SampleLetters {

    private static final String FOLDER = "/sample-letters/";

    private SampleLetters() {}

    /** All sample letters, in the order of their index. */
    public static List<SampleLetter> load() {
        return Table.rows(FOLDER + "index.tsv").stream()
                .map(SampleLetters::letter)
                .toList();
    }

    private static SampleLetter letter(Table.Row row) {
        String fileName = row.text("file");
        return new SampleLetter(
                fileName,
                row.text("key"),
                row.optional("claimsAdministrator"),
                row.text("fault").equals("defective"),
                bytes(fileName));
    }

    private static byte[] bytes(String fileName) {
        try (InputStream stream =
                Objects.requireNonNull(SampleLetters.class.getResourceAsStream(FOLDER + fileName), fileName)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
