/** Starts the command line. */
@NullMarked
package imr;

import org.jspecify.annotations.NullMarked;
