/** Made-up letters in the real formats, each with the truth of what it says: for tests, benchmarks and the demo. */
@NullMarked
package imr.dev.letters;

import org.jspecify.annotations.NullMarked;
