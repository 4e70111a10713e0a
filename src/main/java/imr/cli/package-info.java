/** The command line: one class for each verb, data on standard output, everything said to people on standard error. */
@NullMarked
package imr.cli;

import org.jspecify.annotations.NullMarked;
