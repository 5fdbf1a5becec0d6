package org.sunmao.access.internal;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What everybody tries first (ASVS 6.2.4). The list is made by rule, of words that people here take
 * and of what they put behind them: no collection of other people's passwords was copied.
 */
final class CommonPasswords {

    private static final List<String> WORDS =
            List.of(
                    ("password passwd pass admin administrator root guest user test login welcome"
                                    + " hello master monkey dragon sunshine princess football"
                                    + " letmein secret system manager office computer internet"
                                    + " iloveyou love woaini aini woaiwojia woaizhongguo zhongguo"
                                    + " china beijing shanghai taiyuan shanxi dangyuan dangjian"
                                    + " dangwei dangzhibu zhibu shuji gongchandang gongchandangyuan"
                                    + " renmin weirenminfuwu zuzhi zuzhibu dangwu mima yonghu"
                                    + " guanliyuan ceshi nihao sunmao abc abcd abcde abcdef qwe"
                                    + " qwer qwert qwerty qwertyuiop asd asdf asdfg asdfgh"
                                    + " asdfghjkl zxc zxcv zxcvb zxcvbnm qaz qazwsx qweasd"
                                    + " qweasdzxc aaa aa a xxx")
                            .split(" "));

    private static final List<String> ENDINGS =
            List.of(
                    ("1 11 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890 111 1111"
                                    + " 000 0000 666 6666 888 8888 999 520 521 1314 5201314 147258"
                                    + " 159357 321 654321 168 007 110 119 101 1921 1949 100")
                            .split(" "));

    private static final List<String> ROWS =
            List.of(
                    "1234567890",
                    "abcdefghijklmnopqrstuvwxyz",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "a1b2c3d4e5f6g7h8");

    private static final int FIRST_YEAR = 1930;
    private static final int LAST_YEAR = 2035;
    private static final int SHORTEST = 4;

    /** How much may stand behind a word before it makes a password of its own. */
    private static final int LONGEST_ENDING = 8;

    /** A day, of birth mostly, with whatever stands between its parts. */
    private static final Pattern DAY =
            Pattern.compile("(19|20)?\\d{2}\\D?(0?[1-9]|1[0-2])\\D?(0?[1-9]|[12]\\d|3[01])");

    private static final Set<String> ALL = made();

    private CommonPasswords() {}

    static int size() {
        return ALL.size();
    }

    static boolean contain(String password) {
        var lower = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var plain = lower.replaceAll("[^\\p{L}\\p{N}]", "");
        var ending = lower.length() - lower.replaceAll("[^\\p{L}]+$", "").length();
        var word = letters(lower.substring(0, lower.length() - ending));
        return ALL.contains(lower)
                || ALL.contains(plain)
                || DAY.matcher(lower).matches()
                || lower.chars().distinct().count() <= 2
                || halved(plain)
                || (ending <= LONGEST_ENDING && (WORDS.contains(word) || halved(word)));
    }

    /** Signs and digits that stand for letters, as in {@code p@ssw0rd}. */
    private static String letters(String word) {
        return word.replace('@', 'a')
                .replace('4', 'a')
                .replace('$', 's')
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replaceAll("[^\\p{L}]", "");
    }

    /** A common word or run said twice. */
    private static boolean halved(String word) {
        var half = word.length() / 2;
        return half > 1
                && word.length() % 2 == 0
                && word.substring(0, half).equals(word.substring(half))
                && (ALL.contains(word.substring(half)) || WORDS.contains(word.substring(half)));
    }

    private static Set<String> made() {
        var all = new HashSet<String>();
        for (var word : WORDS) {
            all.add(word);
            ENDINGS.forEach(ending -> all.add(word + ending));
            ENDINGS.forEach(ending -> all.add(ending + word));
            IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR).forEach(year -> all.add(word + year));
        }
        for (var row : ROWS) {
            addRuns(all, row);
            addRuns(all, new StringBuilder(row).reverse().toString());
        }
        return Set.copyOf(all);
    }

    private static void addRuns(Set<String> all, String row) {
        var twice = row + row;
        for (var begin = 0; begin < row.length(); begin++) {
            for (var end = begin + SHORTEST; end <= begin + row.length(); end++) {
                all.add(twice.substring(begin, end));
            }
        }
    }
}
