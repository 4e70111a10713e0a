package imr.dev.letters;

import java.util.Locale;

/** A blank in a sentence of the generator, written in braces in its tables. */
enum Slot {
    /** The request in dispute. */
    ITEM,
    /** All requests of the letter. */
    ITEMS,
    AGE,
    SEX,
    JOB,
    /** Date of injury. */
    DOI,
    /** How the injury came about. */
    HOW,
    DX1,
    DX2,
    /** A visit's date. */
    DATE,
    /** Date of the utilization review's answer. */
    URDATE,
    PAIN,
    /** A part of the body. */
    R,
    DRUG1,
    DRUG2,
    /** Quantity of a drug. */
    Q,
    /** Number of visits, days or sites. */
    N,
    /** Date of service. */
    D;

    static Slot named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
