package imr.dev.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A sentence with blanks, taken apart once so that filling it in is only appending. */
final class Phrase {

    private final String[] literals;
    private final Slot[] slots;

    private Phrase(List<String> literals, List<Slot> slots) {
        this.literals = literals.toArray(String[]::new);
        this.slots = slots.toArray(Slot[]::new);
    }

    static Phrase of(String text) {
        List<String> literals = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            literals.add(text.substring(from, open));
            slots.add(Slot.named(text.substring(open + 1, close)));
            from = close + 1;
        }
        literals.add(text.substring(from));
        return new Phrase(literals, slots);
    }

    boolean has(Slot slot) {
        for (Slot each : slots) {
            if (each == slot) {
                return true;
            }
        }
        return false;
    }

    /** Appends the sentence; the filler appends what belongs into a blank. */
    void appendTo(StringBuilder out, BiConsumer<Slot, StringBuilder> filler) {
        for (int i = 0; i < slots.length; i++) {
            out.append(literals[i]);
            filler.accept(slots[i], out);
        }
        out.append(literals[slots.length]);
    }
}
