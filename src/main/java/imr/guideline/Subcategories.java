package imr.guideline;

import imr.reference.ReferenceTable;
import java.util.HashSet;
import java.util.Set;

/** The closed list of subcategories that the state's service categories have. */
final class Subcategories {
    private static final Set<String> BUNDLED = load();

    private Subcategories() {}

    private static Set<String> load() {
        Set<String> subcategories = new HashSet<>();
        for (ReferenceTable.Row row :
                ReferenceTable.load("service-subcategories.tsv").rows()) {
            subcategories.add(row.get("serviceCategory") + ' ' + row.get("subcategory"));
        }
        return subcategories;
    }

    /** The subcategory in a row of a table, checked against its service category. */
    static String of(ReferenceTable.Row row) {
        String subcategory = row.get("subcategory");
        if (!BUNDLED.contains(row.get("serviceCategory") + ' ' + subcategory)) {
            throw row.error("not in a closed list: " + row.get("serviceCategory") + ", " + subcategory);
        }
        return subcategory;
    }
}
