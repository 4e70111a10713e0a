package imr.guideline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text was resolved.
 *
 * @param steps what was found and decided on the way, in its order
 * @param result what came of it, as the processor has it; null for a citation that names nothing to be found
 */
public record Explanation<T>(List<Step> steps, @Nullable T result) {

    /**
     * One thing found or decided.
     *
     * @param what it is about, in a word or two, for example {@code edition}
     * @param how a sentence for people
     */
    public record Step(String what, String how) {}
}
