package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what was answered, each by the kind of its item. */
final class AnswerReader {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");
    private static final int TEXT = 300;

    private AnswerReader() {}

    static List<String> values(List<Item> items, @Nullable List<@Nullable String> sent) {
        if (sent == null || sent.size() != items.size()) {
            throw new InputRefused("values", "请把 " + items.size() + " 项都填上");
        }
        var faults = new ArrayList<InputRefused.Place>();
        var values = new ArrayList<String>();
        for (var i = 0; i < items.size(); i++) {
            try {
                values.add(value(items.get(i), "values/" + i, sent.get(i)));
            } catch (InputRefused refused) {
                faults.addAll(refused.errors());
            }
        }
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return values;
    }

    private static String value(Item item, String pointer, @Nullable String sent) {
        var text = WishText.required(sent, pointer, TEXT, "请填写" + item.label());
        return switch (item.kind()) {
            case NUMBER -> number(text, pointer);
            case DAY -> String.valueOf(WishText.day(text, pointer));
            case TEXT -> text;
        };
    }

    private static String number(String text, String pointer) {
        if (!NUMBER.matcher(text).matches()) {
            throw new InputRefused(pointer, "请填一个数，如 12 或 3.5");
        }
        return new BigDecimal(text).toPlainString();
    }
}
