package org.sunmao.exchange.internal;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A list that was asked for as a file.
 *
 * @param columns names of fields, in the order of the file
 * @param filter the parameters of the screen's list
 * @param words the filter in Chinese, as it was asked
 * @param day the day of the data; null for the day on which it is fetched
 * @param unmasked whether sensitive columns stand in clear
 * @param rows how many there were when it was asked for
 */
record Export(
        UUID id,
        By by,
        String kind,
        List<String> columns,
        Map<String, String> filter,
        List<String> words,
        @Nullable LocalDate day,
        boolean unmasked,
        @Nullable String reason,
        Form form,
        int rows,
        State state,
        Instant askedAt,
        Instant expiresAt,
        int downloads) {

    /** Who asked, for which organization. */
    record By(UUID account, @Nullable UUID member, String name, UUID organization) {}

    /** How the file is made. */
    record Form(Format format, Layout layout) {}

    enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose headings the columns have. */
    enum Layout {
        STANDARD,
        /** Those of the national system, unconfirmed. */
        NATIONAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What may be done with it. */
    sealed interface State {}

    record Pending() implements State {}

    /**
     * @param approval by whom; null where none was needed
     */
    record Ready(@Nullable Decision approval) implements State {}

    record Refused(Decision decision) implements State {}

    record Decision(UUID account, String name, @Nullable String reason, Instant at) {}

    boolean expired(Instant now) {
        return !(state instanceof Refused) && !now.isBefore(expiresAt);
    }

    /** The state outside the program; never renamed. */
    String stateOn(Instant now) {
        if (expired(now)) {
            return "expired";
        }
        return switch (state) {
            case Pending _ -> "pending";
            case Ready _ -> "ready";
            case Refused _ -> "refused";
        };
    }

    @Nullable Decision decision() {
        return switch (state) {
            case Pending _ -> null;
            case Ready(var approval) -> approval;
            case Refused(var decision) -> decision;
        };
    }

    /** By what people speak of it; stands on every page of the file. */
    String number(DateTimeFormatter days) {
        var tail = id.toString().substring(28).toUpperCase(Locale.ROOT);
        return "DC" + days.format(askedAt) + "-" + tail;
    }
}
