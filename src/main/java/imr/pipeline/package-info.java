/** Joins the stages into one topology. */
@NullMarked
package imr.pipeline;

import org.jspecify.annotations.NullMarked;
