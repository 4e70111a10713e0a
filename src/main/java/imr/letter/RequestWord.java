package imr.letter;

/** Kinds of words that a request's amounts, times and sides are told by. */
enum RequestWord {
    /** A number in letters. */
    NUMBER(""),
    ORDINAL("st nd rd th"),
    X("x"),
    TIMES("times time"),
    ONCE("once"),
    TWICE("twice"),
    THRICE("thrice"),
    PER("a an per each"),
    EVERY("every q"),
    OTHER_ONE("other"),
    FOR("for over"),
    NEXT("the next another additional"),
    OF("of"),
    TO("to"),
    IN("in within after"),
    HOUR("hour hours hr hrs h"),
    DAY("day days"),
    NIGHT("night nights morning mornings evening evenings bedtime"),
    WEEK("week weeks wk wks"),
    MONTH("month months mo mos"),
    YEAR("year years yr yrs"),
    DAILY("daily"),
    NIGHTLY("nightly"),
    WEEKLY("weekly"),
    MONTHLY("monthly"),
    /** Prescribers' Latin. */
    LATIN("bid tid qid qd qhs qam qpm qod"),
    AT("at"),
    /** What makes the time span before it a point in time, or an age. */
    POINT_IN_TIME("old post postop prior ago after before follow followup check from later"),
    SUPPLY("supply"),
    VISIT("visit visits session sessions treatment treatments appointment appointments"),
    /** What drugs are counted in. */
    DOSE("tablet tablets tab tabs capsule capsules cap caps caplet caplets pill pills patch patches lozenge lozenges"
            + " suppository suppositories"),
    /** What else is counted by a number right before it. */
    PIECE("tube tubes bottle bottles box boxes jar jars vial vials injection injections set sets pair pairs"),
    /** How a dose is taken; a number of doses before it is no quantity. */
    TAKEN("by po orally oral mouth take taken as"),
    QUANTITY("quantity qty"),
    REFILL("refill refills"),
    STRENGTH_UNIT("mg mgs mcg mcgs ug meq iu milligram milligrams microgram micrograms"),
    GRAM("g gm gms gram grams"),
    VOLUME("ml cc"),
    /** Names a treatment that is given in visits. */
    COURSE("therapy therapies acupuncture chiropractic chiro chiropractor massage physio physiotherapy rehab"
            + " rehabilitation pt ot counseling psychotherapy biofeedback conditioning hardening manipulation aquatic aqua"
            + " pool cbt exercise exercises visit visits session sessions treatment treatments traction hypnotherapy"),
    LEFT("left lt"),
    RIGHT("right rt"),
    BOTH("bilateral bilaterally bilat both"),
    RETROSPECTIVE("retrospective retrospectively retro"),
    NONE("");

    private final String words;

    RequestWord(String words) {
        this.words = words;
    }

    /** The words of this kind, with spaces between, in lower case. */
    String words() {
        return words;
    }

    boolean isSpanOfDays() {
        return this == DAY || this == WEEK || this == MONTH;
    }
}
