/** The vocabulary that comes with the program: tables of guidelines, sections, treatments and specialties, each fact with its provenance. */
@NullMarked
package imr.reference;

import org.jspecify.annotations.NullMarked;
