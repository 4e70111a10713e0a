/** Puts the parts together: settings in, a running process out. */
@NullMarked
package imr.app;

import org.jspecify.annotations.NullMarked;
