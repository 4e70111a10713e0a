package imr.dev.letters;

import java.util.List;

/**
 * A region of the body that claims are about.
 *
 * @param name key of the region's chapters
 * @param weight how often, against the others
 * @param parts how letters name it
 * @param diagnoses what is diagnosed there
 * @param odgChapter its chapter in the Official Disability Guidelines
 */
record Region(String name, int weight, List<String> parts, List<String> diagnoses, String odgChapter) {

    static List<Region> load() {
        return Table.rows("/generator/regions.tsv").stream()
                .map(row -> new Region(
                        row.text("region"),
                        row.number("weight"),
                        row.list("parts"),
                        row.list("diagnoses"),
                        row.text("odgChapter")))
                .toList();
    }
}
