package org.sunmao.calendar;

/**
 * The days of a year are others than before; told by a plain event within the transaction that
 * wrote them. Spans that reach into the year may end on another day.
 */
public record CalendarChanged(int year) {}
