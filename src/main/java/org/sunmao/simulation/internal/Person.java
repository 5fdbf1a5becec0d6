package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.member.MemberId;

import java.time.LocalDate;

/** Who a synthetic member is, before it is settled what the register says of them. */
record Person(
        MemberId id,
        String name,
        String sex,
        String nation,
        LocalDate bornOn,
        LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        int extensionMonths) {

    static final String MAN = "1";
    static final String WOMAN = "2";

    boolean isFullBy(LocalDate day) {
        return fullOn != null && !fullOn.isAfter(day);
    }
}
