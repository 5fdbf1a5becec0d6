package org.sunmao.locality.internal;

import org.sunmao.rules.Rule.Figure;
import org.sunmao.rules.Value;
import org.sunmao.rules.Value.Decimal;
import org.sunmao.rules.Value.Table;
import org.sunmao.rules.Value.Text;
import org.sunmao.rules.Value.Whole;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values of local figures, as people write them: of the same form as that of the rule. */
final class Values {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final int LONGEST = 200;

    private Values() {}

    /** Empty where the text is not of the form that the figure has. */
    static Optional<Value> read(Figure law, String text) {
        var written = text.strip();
        return switch (law.is()) {
            case Whole _ ->
                    WHOLE.matcher(written).matches()
                            ? Optional.of(new Whole(Integer.parseInt(written)))
                            : Optional.empty();
            case Decimal _ ->
                    DECIMAL.matcher(written).matches()
                            ? Optional.of(new Decimal(new BigDecimal(written)))
                            : Optional.empty();
            case Text _ ->
                    written.isEmpty() || written.length() > LONGEST
                            ? Optional.empty()
                            : Optional.of(new Text(written));
            case Table _ -> Optional.empty();
        };
    }
}
