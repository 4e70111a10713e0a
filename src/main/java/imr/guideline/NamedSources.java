package imr.guideline;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.avro.ResolutionMethod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Guidelines outside of the schedule, recognised by a name of theirs anywhere in a free text. */
final class NamedSources {

    /** A guideline recognised, by its title or another name, and the chapter named behind it, else before it, or null. */
    record Hit(
            Guideline guideline,
            ResolutionMethod method,
            @Nullable String section) {}

    private record Name(Guideline guideline, ResolutionMethod method) {}

    private final PhraseTrie<Name> names = new PhraseTrie<>();
    private final Map<String, PhraseTrie<String>> sections = new HashMap<>();

    /** Adds a guideline; where two claim a name, the one added first keeps it. */
    void add(Guideline guideline) {
        addPhrase(names, guideline.getTitle(), new Name(guideline, ResolutionMethod.EXACT));
        for (String alias : guideline.getAliases()) {
            addPhrase(names, alias, new Name(guideline, ResolutionMethod.ALIAS));
        }
        PhraseTrie<String> chapters = new PhraseTrie<>();
        for (GuidelineSection section : guideline.getSections()) {
            addPhrase(chapters, section.getName(), section.getName());
            for (String alias : section.getAliases()) {
                addPhrase(chapters, alias, section.getName());
            }
        }
        sections.put(guideline.getId(), chapters);
    }

    private static <T> void addPhrase(PhraseTrie<T> trie, String phrase, T value) {
        List<String> words = Words.of(phrase);
        if (!words.isEmpty()) {
            trie.add(words, value);
        }
    }

    /** Finds the guideline named first, or null. */
    @Nullable
    Hit find(String text) {
        List<String> words = Words.of(text);
        PhraseTrie.Match<Name> name = names.firstFrom(words, 0);
        if (name == null) {
            return null;
        }
        Guideline guideline = name.value().guideline();
        PhraseTrie<String> chapters = sections.get(guideline.getId());
        PhraseTrie.Match<String> section = chapters == null ? null : chapters.firstFrom(words, name.end());
        if (section == null && chapters != null) {
            section = chapters.firstFrom(words, 0);
        }
        return new Hit(guideline, name.value().method(), section == null ? null : section.value());
    }
}
