package org.sunmao.register;

import org.sunmao.register.FieldKind.Fault;

import java.util.regex.Pattern;

/** Words as typed or pasted, and as they are kept. */
public final class Words {

    /** What nobody sees and nobody means: zero-width and direction marks, soft hyphens. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u3000]+");

    private Words() {}

    /**
     * The words without what cannot be seen, with single spaces and none at the ends. Characters of
     * four bytes and private-use characters are kept (COD-08).
     *
     * @throws Fault for control characters and broken characters
     */
    public static String clean(String typed) {
        var seen = SPACES.matcher(UNSEEN.matcher(typed).replaceAll("")).replaceAll(" ").strip();
        seen.codePoints()
                .forEach(
                        point -> {
                            if (Character.isISOControl(point)
                                    || Character.getType(point) == Character.SURROGATE) {
                                throw new Fault("含有不能使用的字符，请重新输入");
                            }
                        });
        return seen;
    }

    /** Characters as a person counts them. */
    public static int length(String words) {
        return words.codePointCount(0, words.length());
    }
}
