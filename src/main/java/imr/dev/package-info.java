/** What a developer runs beside the application instead of real infrastructure: a broker and a schema registry. */
@NullMarked
package imr.dev;

import org.jspecify.annotations.NullMarked;
