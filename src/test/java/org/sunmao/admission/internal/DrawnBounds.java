package org.sunmao.admission.internal;

import org.sunmao.admission.internal.Bounds.Notices;
import org.sunmao.rules.internal.Law;

import java.util.Random;

/** The book's figures with local ones put in, and, every other time, others altogether. */
final class DrawnBounds {

    static final Bounds OF_THE_BOOK = Bounds.of(Law::rule);

    private DrawnBounds() {}

    static Bounds draw(Random random) {
        var it = OF_THE_BOOK;
        var other = random.nextBoolean();
        var years = other ? 1 + random.nextInt(2) : it.cultivationYears();
        var contacts = other ? 1 + random.nextInt(2) : it.contactsLeast();
        var extend = other ? 1 + random.nextInt(8) : it.extendLeast();
        var approval = other ? random.nextInt(5) : it.approvalMonths();
        return new Bounds(
                other ? 16 + random.nextInt(6) : it.age(),
                local(random, 7),
                contacts,
                other ? contacts + random.nextInt(2) : it.contactsMost(),
                years,
                random.nextBoolean(),
                2 * years,
                other ? 1 + random.nextInt(3) : it.sponsors(),
                other ? 1 + random.nextInt(5) : it.trainingDays(),
                other ? 8 * (1 + random.nextInt(5)) : it.trainingHours(),
                other ? random.nextInt(7) : it.stayMonths(),
                new Notices(
                        local(random, 15), local(random, 15), local(random, 15), local(random, 15)),
                it.voting(),
                local(random, 13),
                approval,
                other ? approval + random.nextInt(5) : it.specialMonths(),
                other ? 1 + random.nextInt(2) : it.probationYears(),
                extend,
                other ? extend + random.nextInt(7) : it.extendMost(),
                other ? random.nextInt(5) : it.conversionMonths(),
                it.papers());
    }

    /** Nought, which demands nothing, as often as all others. */
    private static int local(Random random, int most) {
        return random.nextBoolean() ? 0 : 1 + random.nextInt(most);
    }
}
