package org.sunmao.duty.internal;

import java.time.LocalDate;

/**
 * The days for which something holds.
 *
 * @param to the first day on which it holds no more, or {@link DutyDays#NEVER}
 */
record Spell(LocalDate from, LocalDate to) {}
