package imr.reference;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reviewer specialties by which the state's own search can be narrowed, and other spellings of them. */
public final class Specialties {
    private static final Specialties BUNDLED = new Specialties(ReferenceTable.load("specialties.tsv"));

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> byLetters = new HashMap<>();

    private Specialties(ReferenceTable table) {
        for (ReferenceTable.Row row : table.rows()) {
            String name = row.get("name");
            row.get("provenance");
            if (!names.add(name)) {
                throw row.error("a second " + name);
            }
            claim(row, name, name);
            for (String alias : row.list("aliases")) {
                claim(row, alias, name);
            }
        }
    }

    private void claim(ReferenceTable.Row row, String spelling, String name) {
        if (byLetters.put(Spelling.letters(spelling), name) != null) {
            throw row.error("claimed twice: " + spelling);
        }
    }

    /** Returns the names in the table's order. */
    public static Set<String> names() {
        return Set.copyOf(BUNDLED.names);
    }

    /**
     * Finds the state's name for a specialty, mending a wrong letter or two.
     *
     * @param printed the specialty as the letter prints it
     * @return the state's name, or null if it is none of them
     */
    public static @Nullable String normalise(String printed) {
        String letters = Spelling.letters(printed);
        String name = BUNDLED.byLetters.get(letters);
        return name != null ? name : BUNDLED.mend(letters);
    }

    private @Nullable String mend(String letters) {
        int tolerance = Spelling.tolerance(letters.length());
        String found = null;
        for (Map.Entry<String, String> known : byLetters.entrySet()) {
            if (tolerance > 0 && Spelling.within(letters, known.getKey(), tolerance)) {
                if (found != null && !found.equals(known.getValue())) {
                    return null;
                }
                found = known.getValue();
            }
        }
        return found;
    }
}
