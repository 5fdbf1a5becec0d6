package org.sunmao.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sunmao.journal.Followed;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Leaves that stand keep their hash for ever, whatever is written into later ones. */
class EntryHashTests {

    /** As it was sealed before there were deputies. */
    private static final String FIRST_FORM =
            "e5f9f9fca61e86802449f70ccfb9936d8d089cc3d4607162bd64a31d56f45049";

    private static final UUID ACCOUNT = new UUID(0, 2);

    @Test
    void anEntryInOnesOwnRightIsHashedAsItEverWas() {
        assertThat(HexFormat.of().formatHex(EntryHash.of(entry(null)))).isEqualTo(FIRST_FORM);
    }

    @Test
    void whomADeputyActedForIsBoundByTheHash() {
        var one = EntryHash.of(entry(new UUID(0, 3)));
        assertThat(one)
                .isEqualTo(EntryHash.of(entry(new UUID(0, 3))))
                .isNotEqualTo(EntryHash.of(entry(new UUID(0, 4))))
                .isNotEqualTo(EntryHash.of(entry(ACCOUNT)))
                .isNotEqualTo(EntryHash.of(entry(null)));
    }

    private static Followed entry(@Nullable UUID behalf) {
        return new Followed(
                new UUID(0, 1),
                OffsetDateTime.parse("2026-07-01T08:00:00.000123Z"),
                ACCOUNT,
                behalf,
                "township-officer",
                null,
                "member.change",
                "member",
                new UUID(0, 5),
                LocalDate.of(2026, 7, 1),
                List.of("R-DEV-07"),
                new byte[] {1, 2, 3},
                42);
    }
}
