package org.sunmao.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a figure is: a whole number nearly always, else a decimal one, a text or a table. */
public sealed interface Value {

    record Whole(int value) implements Value {
        @Override
        public String told() {
            return Integer.toString(value);
        }
    }

    record Decimal(BigDecimal value) implements Value {
        @Override
        public String told() {
            return value.toPlainString();
        }
    }

    record Text(String value) implements Value {
        @Override
        public String told() {
            return value;
        }
    }

    /**
     * A scale, as that of the dues.
     *
     * @param columns what stands above each column
     * @param rows as many cells each as there are columns, as written
     */
    record Table(List<String> columns, List<List<String>> rows) implements Value {

        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String told() {
            return rows.stream().map(row -> String.join(" ", row)).collect(Collectors.joining("；"));
        }
    }

    /** As a person reads it within a sentence. */
    String told();

    /** The number it is, if it is one. */
    default Optional<BigDecimal> number() {
        return switch (this) {
            case Whole(var value) -> Optional.of(BigDecimal.valueOf(value));
            case Decimal(var value) -> Optional.of(value);
            case Text _, Table _ -> Optional.empty();
        };
    }
}
