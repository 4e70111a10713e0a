package imr.guideline;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.reference.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to hold of the guidelines together, so that a citation has one meaning. Editions of one chapter may share
 * their spellings, since year and date tell them apart; sections of one guideline may not.
 */
public final class GuidelineRules {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private final List<ReferenceProblem> problems = new ArrayList<>();
    private final Map<String, String> owners = new HashMap<>();

    private GuidelineRules() {}

    /** Returns everything that is wrong with the guidelines, in their order; two that clash are both named. */
    public static List<ReferenceProblem> problems(Collection<Guideline> guidelines) {
        GuidelineRules rules = new GuidelineRules();
        for (Guideline guideline : guidelines) {
            rules.checkNumbers(guideline);
            rules.checkSpellings(guideline);
            rules.checkSections(guideline);
        }
        return rules.problems;
    }

    private void checkNumbers(Guideline guideline) {
        Integer year = guideline.getYear();
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            add(guideline, "year", year + " isn't the year of an edition");
        }
        Integer pages = guideline.getPageCount();
        if (pages != null && pages < 1) {
            add(guideline, "pageCount", pages + " isn't the number of a page; leave it out if it isn't known");
        }
    }

    private void checkSpellings(Guideline guideline) {
        for (String spelling : spellings(guideline.getTitle(), guideline.getAliases())) {
            String claim = guideline.getYear() + " " + Spelling.tidy(spelling);
            String owner = owners.putIfAbsent(claim, guideline.getId());
            if (owner != null) {
                String clash = "\"" + spelling + "\" is claimed twice";
                String rest = guideline.getYear() == null ? "" : " for " + guideline.getYear();
                add(guideline, "aliases", clash + rest + ", also by " + owner + "; take it out of one of them");
                if (!owner.equals(guideline.getId())) {
                    problems.add(new ReferenceProblem(
                            owner,
                            "aliases",
                            clash + rest + ", also by " + guideline.getId() + "; take it out of one of them"));
                }
            }
        }
    }

    private void checkSections(Guideline guideline) {
        Map<String, String> sections = new HashMap<>();
        for (GuidelineSection section : guideline.getSections()) {
            for (String spelling : spellings(section.getName(), section.getAliases())) {
                String owner = sections.putIfAbsent(Spelling.tidy(spelling), section.getName());
                if (owner != null) {
                    add(
                            guideline,
                            "sections",
                            "\"" + spelling + "\" is claimed twice, by \"" + owner + "\" and \"" + section.getName()
                                    + "\"; take it out of one of them");
                }
            }
            checkPages(guideline, section);
        }
    }

    private void checkPages(Guideline guideline, GuidelineSection section) {
        Integer first = section.getFirstPage();
        Integer last = section.getLastPage();
        if (first == null && last == null) {
            return;
        }
        String pages = "pages of \"" + section.getName() + "\": ";
        if (first == null || last == null) {
            add(guideline, "sections", pages + "a first page needs a last one and the other way round");
        } else if (first < 1 || last < first) {
            add(guideline, "sections", pages + first + " to " + last + " is no range in order");
        } else if (guideline.getPageCount() != null && last > guideline.getPageCount()) {
            add(
                    guideline,
                    "sections",
                    pages + last + " lies behind the guideline's last page, " + guideline.getPageCount());
        }
    }

    private static List<String> spellings(String name, List<String> aliases) {
        List<String> spellings = new ArrayList<>();
        spellings.add(name);
        spellings.addAll(aliases);
        return spellings;
    }

    private void add(Guideline guideline, String column, String problem) {
        problems.add(new ReferenceProblem(guideline.getId(), column, problem));
    }
}
