/**
 * Stage: tells first letters from repeats and amendments, and turns each into changes: items to publish and tallies to
 * add or take back.
 */
@NullMarked
package imr.ledger;

import org.jspecify.annotations.NullMarked;
