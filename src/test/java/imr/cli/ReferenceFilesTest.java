package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import imr.avro.Guideline;
import imr.avro.GuidelineSource;
import imr.avro.Treatment;
import imr.cli.Shell.Ran;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ReferenceFilesTest {

    private static final String GUIDELINE = "id,source,title,year,effectiveFrom,pageCount,aliases\n";
    private static final String TREATMENT = "id,name,kind,drugClass,serviceCategory,aliases\n";

    @TempDir
    private Path folder;

    @Command
    static final class Verb {
        @Mixin
        ReferenceFiles files = new ReferenceFiles();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl", "csv"})
    void whatIsExportedIsReadBackAsItWas(String format) throws Exception {
        Path guidelines = exported("guidelines", format);
        Path treatments = exported("treatments", format);

        List<GivenTable<?>> tables = format.equals("csv")
                ? tables(
                        "--guidelines",
                        guidelines.toString(),
                        "--sections",
                        exported("sections", format).toString(),
                        "--treatments",
                        treatments.toString())
                : tables("--guidelines", guidelines.toString(), "--treatments", treatments.toString());

        assertThat(tables.get(0).values())
                .isEqualTo(BundledGuidelines.load().stream()
                        .sorted(Comparator.comparing(Guideline::getId))
                        .toList());
        assertThat(tables.get(1).values())
                .isEqualTo(BundledTreatments.load().stream()
                        .sorted(Comparator.comparing(Treatment::getId))
                        .toList());
    }

    @Test
    void withoutFilesTheBundledTablesAreMeantAndAreInOrder() throws Exception {
        List<GivenTable<?>> tables = tables();

        assertThat(tables.get(0).values()).isEqualTo(BundledGuidelines.load());
        assertThat(tables.get(1).values()).isEqualTo(BundledTreatments.load());
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsPlaceAndWhatToDo() throws Exception {
        Path guidelines = file(
                "own.csv",
                GUIDELINE
                        + "A,MTUS,Alpha,2016,2016-07-28,100,First | Second\n"
                        + "\"B\",MTSU,Beta,sixteen,28.7.2016,,\n"
                        + "C D,MTUS,,2016,,0,\n"
                        + "A,MTUS,Alpha again,2017,,,\n"
                        + "E,MTUS,Epsilon,2016\n");
        Path treatments = file(
                "own.jsonl",
                "{\"id\":\"X\",\"name\":\"x ray\",\"clas\":\"OPIOIDS\",\"aliases\":\"film\"}\n\n{\"id\":\n");

        assertThat(problems("--guidelines", guidelines.toString(), "--treatments", treatments.toString()))
                .containsExactlyInAnyOrder(
                        guidelines + " line 3: source: \"MTSU\" isn't in the list; did you mean MTUS?",
                        guidelines + " line 3: year: \"sixteen\" isn't a whole number",
                        guidelines + " line 3: effectiveFrom: \"28.7.2016\" isn't a day; write it as 2017-02-14",
                        guidelines + " line 4: id: \"C D\": an id is made of letters, digits, hyphens, . and _",
                        guidelines + " line 4: title: missing; every Guideline needs one",
                        guidelines + " line 5: id: A was given before, at " + guidelines + " line 2",
                        guidelines + " line 6: 4 cells, but 7 columns; a cell with the separator in it needs quotes",
                        treatments
                                + " line 1: clas: no such column; one of id, name, countedAs, kind, generic, drugClass,"
                                + " serviceCategory, subcategory, aliases, patterns, provenance, example",
                        treatments + " line 1: aliases: has to be a list",
                        treatments + " line 3: Unexpected end-of-input within/between Object entries",
                        "10 problems; nothing was done");
    }

    @Test
    void spellingsClaimedTwiceAndRangesOutOfOrderAreSaidWithBothSides() throws Exception {
        Path guidelines = file(
                "own.csv",
                GUIDELINE
                        + "A,MTUS,Alpha,2016,,100,Shared | alpha one\n"
                        + "B,MTUS,Beta,2016,,-1,shared.\n"
                        + "OLD,MTUS,Alpha,2009,,,Shared\n");
        Path sections = file("sections.csv", """
                guideline,name,aliases,firstPage,lastPage
                A,One,,9,7
                A,Two,ONE,5,
                A,Three,,99,101
                """);

        assertThat(problems("--guidelines", guidelines.toString(), "--sections", sections.toString()))
                .containsExactlyInAnyOrder(
                        guidelines
                                + " line 2: sections: \"ONE\" is claimed twice, by \"One\" and \"Two\"; take it out of one of them",
                        guidelines + " line 2: sections: pages of \"One\": 9 to 7 is no range in order",
                        guidelines
                                + " line 2: sections: pages of \"Two\": a first page needs a last one and the other way round",
                        guidelines
                                + " line 2: sections: pages of \"Three\": 101 lies behind the guideline's last page, 100",
                        guidelines
                                + " line 2: aliases: \"shared.\" is claimed twice for 2016, also by B; take it out of one of them",
                        guidelines
                                + " line 3: aliases: \"shared.\" is claimed twice for 2016, also by A; take it out of one of them",
                        guidelines
                                + " line 3: pageCount: -1 isn't the number of a page; leave it out if it isn't known",
                        "7 problems; nothing was done");
    }

    @Test
    void treatmentsThatShareASpellingOrLackAClassAreSaid() throws Exception {
        Path treatments = file(
                "own.tsv",
                (TREATMENT
                                + "NORCO,norco,DRUG,,PHARMACEUTICALS,Vicodin ES tablets\n"
                                + "MASSAGE,massage,TREATMENT,OPIOIDS,THERAPIES,vicodin es tablet\n")
                        .replace(',', '\t'));

        assertThat(problems("--treatments", treatments.toString()))
                .containsExactlyInAnyOrder(
                        treatments + " line 2: drugClass: missing; a DRUG needs one",
                        treatments + " line 3: drugClass: only a DRUG or PRODUCT has one, and this is a TREATMENT",
                        treatments
                                + " line 2: aliases: \"vicodin es tablet\" is claimed twice, also by MASSAGE; take it out of one of them",
                        treatments
                                + " line 3: aliases: \"vicodin es tablet\" is claimed twice, also by NORCO; take it out of one of them",
                        "4 problems; nothing was done");
    }

    @Test
    void aFileThatCannotBeATableIsSaidWithItsName() throws Exception {
        Path letters = file("letters.txt", "");
        Path object = file("object.json", "{}");
        Path empty = file("empty.json", "[]");
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, new byte[] {(byte) 0xE9});
        Path missing = folder.resolve("missing.csv");

        assertThat(problems("--guidelines", letters.toString()).get(0))
                .startsWith(letters + ": its name has to end in");
        assertThat(problems("--guidelines", object.toString()).get(0)).startsWith(object + ": not a JSON array");
        assertThat(problems("--guidelines", empty.toString()).get(0)).isEqualTo(empty + ": holds no record");
        assertThat(problems("--guidelines", latin.toString()).get(0)).startsWith(latin + ": not UTF-8");
        assertThat(problems("--guidelines", missing.toString()).get(0)).isEqualTo(missing + ": no such file");
    }

    @Test
    void sectionsOfAGuidelineThatIsNotGivenAreSaid() throws Exception {
        Path guidelines = file("own.csv", GUIDELINE + "A,MTUS,Alpha,2016,,,\n");
        Path sections = file("sections.csv", "guideline,name\nB,One\n");

        assertThat(problems("--guidelines", guidelines.toString(), "--sections", sections.toString())
                        .get(0))
                .isEqualTo(sections + " line 2: guideline: no guideline \"B\" in the files given with --guidelines");
    }

    @Test
    void linesAreCountedOverQuotedOnesCommentsAndAByteOrderMark() throws Exception {
        Path guidelines = file(
                "own.csv",
                "\uFEFF# from a spreadsheet\n" + GUIDELINE
                        + "A,MTUS,\"Alpha, or\nfirst\",2016,,,\n\nB,MTUS,Beta,x,,,\n");

        assertThat(problems("--guidelines", guidelines.toString()).get(0))
                .isEqualTo(guidelines + " line 6: year: \"x\" isn't a whole number");
    }

    @Test
    void sectionsAloneAreWrongUsage() {
        Ran ran = Shell.imr("reference", "diff", "--sections", "sections.csv");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--guidelines");
    }

    @Test
    void aVerbSaysWhatIsWrongAndFails() throws Exception {
        Path guidelines = file("own.csv", GUIDELINE + "A,MTUS,,2016,,,\n");

        Ran ran = Shell.imr("reference", "load", "--guidelines", guidelines.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .isEqualTo("imr reference load: " + guidelines + " line 2: title: missing; every Guideline needs one\n"
                        + "imr reference load: 1 problem; nothing was done\n");
    }

    @Test
    void sectionsAreATableInCsvAlone() {
        Ran ran = Shell.imr("reference", "export", "--bundled", "sections");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--format csv sections");
    }

    @Test
    void aSpellingWithTheSeparatorInItIsWrittenAndReadAgain() throws Exception {
        Guideline guideline = Guideline.newBuilder()
                .setId("A")
                .setSource(GuidelineSource.MTUS)
                .setTitle("Alpha | omega")
                .setAliases(List.of("this|that", "back\\slash", "both\\|", "plain"))
                .build();

        String csv =
                TableWriter.csv(Guideline.getClassSchema(), null, List.of(new TableWriter.CsvRow(null, guideline)));

        assertThat(csv).contains("this\\|that | back\\slash | both\\\\\\| | plain");
        assertThat(tables("--guidelines", file("piped.csv", csv).toString())
                        .get(0)
                        .values())
                .hasSize(1)
                .first()
                .isEqualTo(guideline);
    }

    private Path exported(String table, String format) throws IOException {
        Ran ran = Shell.imr("reference", "export", "--bundled", "--format", format, table);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return file(table + "." + format, ran.out());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<GivenTable<?>> tables(String... options) throws CommandFailed {
        return CommandLine.populateCommand(new Verb(), options).files.tables();
    }

    private static List<String> problems(String... options) {
        List<String> problems = new ArrayList<>();
        assertThatThrownBy(() -> tables(options))
                .isInstanceOf(CommandFailed.class)
                .satisfies(failed -> failed.getMessage().lines().forEach(problems::add));
        return problems;
    }
}
