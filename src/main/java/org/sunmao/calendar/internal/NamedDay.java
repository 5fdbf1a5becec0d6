package org.sunmao.calendar.internal;

import java.time.LocalDate;

/**
 * A day about which a notice or the law says something.
 *
 * @param works whether it is worked, whatever day of the week it is
 * @param name of the holiday that it is part of, or is worked for
 */
record NamedDay(LocalDate day, boolean works, String name) {}
