/** Work that is done before each commit and within its transaction, for stages that sum up before they send. */
@NullMarked
package imr.commit;

import org.jspecify.annotations.NullMarked;
