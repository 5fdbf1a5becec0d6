package org.sunmao.calendar;

import java.time.LocalDate;

/** Days that follow one another, both ends included. */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("ends before it begins: " + first + " " + last);
        }
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
