package imr.guideline;

import imr.avro.Guideline;
import imr.avro.GuidelineResolution;
import imr.avro.ResolutionMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a citation of the schedule was read.
 *
 * @param chapter as printed
 * @param year the edition printed, or null
 * @param found what the chapter stands for
 * @param choice the edition that applies, one of those found
 * @param parts its sections and pages
 */
record ChapterReading(
        PrintedChapter chapter, @Nullable Integer year, Editionless found, Editions.Choice choice, Reading parts) {

    /**
     * A chapter found by its printed title, whose edition is still to be chosen.
     *
     * @param editions all of them
     * @param method how it was found
     * @param byTopic whether the name of a topic stood in the place of the title
     */
    record Editionless(List<Guideline> editions, ResolutionMethod method, boolean byTopic) {}

    GuidelineResolution resolution() {
        return parts.resolution();
    }
}
