/** Stage: resolves citations against the guideline reference, and names and classes the disputed treatments. */
@NullMarked
package imr.guideline;

import org.jspecify.annotations.NullMarked;
