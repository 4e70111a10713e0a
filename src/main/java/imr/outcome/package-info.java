/** Stage: adds tallies to windowed state and turns each window into metrics with rate and interval. */
@NullMarked
package imr.outcome;

import org.jspecify.annotations.NullMarked;
