/** Every name the outside can see: topics with their serdes, state stores, record headers, and what stages report. */
@NullMarked
package imr.names;

import org.jspecify.annotations.NullMarked;
