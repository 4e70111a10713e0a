package imr.guideline;

import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.reference.ReferenceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bundled vocabulary, read into the forms in which requests are compared with it. */
final class TreatmentTables {
    final RequestWords cutter;
    private final Set<String> subcategories = new HashSet<>();
    private final Set<String> between = new HashSet<>();
    final PhraseTrie<Term> terms = new PhraseTrie<>(
            word -> RequestWords.isAmount(word) || RequestWords.isSpinalLevel(word) || between.contains(word));
    final Set<String> singleWords = new HashSet<>();
    final Set<String> knownWords = new HashSet<>();
    final PhraseTrie<String> passOver = new PhraseTrie<>();
    final PhraseTrie<String> surgeryLabels = new PhraseTrie<>();
    final PhraseTrie<Term> hints = new PhraseTrie<>();
    final Map<String, Term> endings = new HashMap<>();
    final Set<String> surgeonWords = new HashSet<>();
    final Set<String> topicalForms = new HashSet<>();
    final Set<String> injectionForms = new HashSet<>();

    /** Reads the tables; a malformed row is an {@link IllegalStateException} that names it. */
    TreatmentTables() {
        List<ReferenceTable.Row> words =
                ReferenceTable.load("treatment-words.tsv").rows();
        Set<String> noise = new HashSet<>();
        for (ReferenceTable.Row row : words) {
            if (row.get("role").equals("noise")) {
                noise.add(row.get("word"));
            }
        }
        cutter = new RequestWords(noise);
        for (ReferenceTable.Row row :
                ReferenceTable.load("service-subcategories.tsv").rows()) {
            subcategories.add(row.get("serviceCategory") + ' ' + row.get("subcategory"));
        }
        words.forEach(this::addWord);
        ReferenceTable.load("treatments.tsv").rows().forEach(this::addTreatment);
    }

    private void addTreatment(ReferenceTable.Row row) {
        String name = row.get("name");
        row.get("provenance");
        Term.Kind kind = Term.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT));
        String broader = row.optional("countedAs");
        Term term = broader == null
                ? term(row, name, null, kind, row.optional("generic"))
                : term(row, broader, name, kind, row.optional("generic"));
        if (term.isDrug() != (kind == Term.Kind.DRUG || kind == Term.Kind.PRODUCT)) {
            throw row.error("kind and drug class don't agree");
        }
        for (String spelling : spellings(row)) {
            List<String> words = cutter.of(spelling);
            Term other = terms.add(words, term);
            if (other != null && !other.equals(term)) {
                throw row.error("claimed twice: " + spelling);
            }
            knownWords.addAll(words);
            if (words.size() == 1) {
                singleWords.add(words.get(0));
            }
        }
    }

    /** Returns every spelling of a treatment: aliases, what patterns stand for, and the name. */
    static List<String> spellings(ReferenceTable.Row row) {
        List<String> spellings = new ArrayList<>(row.list("aliases"));
        for (String pattern : row.list("patterns")) {
            try {
                spellings.addAll(SpellingPattern.expand(pattern));
            } catch (IllegalArgumentException e) {
                throw row.error("parentheses don't match: " + pattern);
            }
        }
        spellings.add(row.get("name"));
        return spellings;
    }

    private void addWord(ReferenceTable.Row row) {
        String word = row.get("word");
        row.get("provenance");
        List<String> words = cutter.of(word);
        knownWords.addAll(words);
        switch (row.get("role")) {
            case "noise" -> {}
            case "pass-over" -> passOver.add(words, word);
            case "between" -> between.addAll(words);
            case "surgery-label" -> surgeryLabels.add(words, word);
            case "surgeon-word" -> surgeonWords.add(word);
            case "topical-form" -> topicalForms.add(word);
            case "injection-form" -> injectionForms.add(word);
            case "hint" -> hints.add(words, term(row, null, null, Term.Kind.HINT, null));
            case "ending" -> endings.put(word, term(row, null, null, Term.Kind.HINT, null));
            default -> throw row.error("unknown role");
        }
    }

    private Term term(
            ReferenceTable.Row row,
            @Nullable String name,
            @Nullable String variant,
            Term.Kind kind,
            @Nullable String generic) {
        String className = row.optional("drugClass");
        DrugClass drugClass;
        ServiceCategory category;
        try {
            drugClass = className == null ? null : DrugClass.valueOf(className);
            category = ServiceCategory.valueOf(row.get("serviceCategory"));
        } catch (IllegalArgumentException e) {
            throw row.error("not in a closed list: " + className + ", " + row.get("serviceCategory"));
        }
        if (drugClass != null) {
            return new Term(name, variant, kind, generic, drugClass, category, drugClass.name());
        }
        String subcategory = row.get("subcategory");
        if (!subcategories.contains(category.name() + ' ' + subcategory)) {
            throw row.error("not in a closed list: " + category + ", " + subcategory);
        }
        return new Term(name, variant, kind, generic, null, category, subcategory);
    }
}
