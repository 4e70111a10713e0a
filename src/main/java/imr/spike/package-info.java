/**
 * Spikes of the overturn rate: a cumulative sum of evidence for each key, scaled by how much its days scatter, against a
 * normal level that the key has shown itself. Pure and in event time; what other keys do makes no difference.
 *
 * <p>A quasi-binomial CUSUM after Page, "Continuous inspection schemes" (1954), and Höhle, "Online change-point detection
 * in categorical time series" (2010), with a self-starting baseline from which a suspicious run is held out.
 */
@NullMarked
package imr.spike;

import org.jspecify.annotations.NullMarked;
