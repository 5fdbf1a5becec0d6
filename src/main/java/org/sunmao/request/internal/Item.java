package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;

/** One thing that is asked. There is no kind for photos or places (AF-06). */
record Item(String label, Kind kind) {

    enum Kind {
        NUMBER("number", "数字"),
        DAY("day", "日期"),
        TEXT("text", "文字");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The name outside the program; never renamed. */
        String code() {
            return code;
        }

        String label() {
            return label;
        }

        static Optional<Kind> find(@Nullable String code) {
            return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
        }
    }
}
