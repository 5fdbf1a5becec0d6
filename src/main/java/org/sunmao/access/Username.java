package org.sunmao.access;

import org.jspecify.annotations.Nullable;
import org.sunmao.web.InputRefused.Place;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the name is written with which somebody signs in; upper and lower case are one. */
public final class Username {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{2,31}");

    private Username() {}

    /**
     * Reads one that is to be new.
     *
     * @param at where it stands
     * @param faults what is wrong, with its place
     * @return the name in lower case; what cannot be one is noted
     */
    public static String read(String at, @Nullable String value, List<Place> faults) {
        var name = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            faults.add(new Place(at, "请填写用户名"));
        } else if (!FORM.matcher(name).matches()) {
            faults.add(new Place(at, "用户名用 3 到 32 个字母、数字、点、横线，以字母或数字开头"));
        }
        return name;
    }
}
