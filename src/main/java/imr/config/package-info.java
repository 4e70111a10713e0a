/** Settings: what there is to set, where values come from, and what is wrong with them, all at once. */
@NullMarked
package imr.config;

import org.jspecify.annotations.NullMarked;
