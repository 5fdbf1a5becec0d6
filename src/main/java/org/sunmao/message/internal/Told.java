package org.sunmao.message.internal;

import java.time.LocalDate;

/**
 * How far somebody was told of a duty.
 *
 * @param until what came up to this day was told
 * @param gravest the gravest that was so by then
 */
record Told(LocalDate until, NewsKind gravest) {}
