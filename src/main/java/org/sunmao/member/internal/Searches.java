package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.SignedIn;
import org.sunmao.member.CitizenNumber;
import org.sunmao.member.internal.Sought.By;
import org.sunmao.vault.Vault;
import org.sunmao.web.InputRefused;

import java.util.regex.Pattern;

/**
 * Understands what was typed into the search: a name, its reading, its initials; or a whole citizen
 * number, a whole mobile number, or the last four of one (PRV-09).
 */
@Component
class Searches {

    private static final int LONGEST = 60;
    private static final Pattern CITIZEN_NUMBER = Pattern.compile("\\d{17}[\\dXx]");
    private static final Pattern MOBILE = Pattern.compile("\\d{11}");
    private static final Pattern NUMBER = Pattern.compile("\\d{7,}[Xx]?");
    private static final Pattern TAIL = Pattern.compile("\\d{4}");

    private final Vault vault;
    private final MemberSight sight;

    Searches(Vault vault, MemberSight sight) {
        this.vault = vault;
        this.sight = sight;
    }

    /**
     * What was typed into the address of a list.
     *
     * @throws InputRefused for a whole number: addresses stand in logs and histories
     */
    @Nullable Sought sought(SignedIn who, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new InputRefused("q", "查找的字数过多，请缩短到 " + LONGEST + " 字以内");
        }
        if (isNumber(words)) {
            throw new InputRefused("q", "为保护个人信息，完整的号码不能写在网址里。请在党员名册的查找框里查找，或改用姓名");
        }
        var plain = plain(words);
        return TAIL.matcher(plain).matches()
                ? number(who, By.MOBILE_TAIL, Sealed.MOBILE_TAIL, plain)
                : Sought.term(Reading.term(words));
    }

    /** A whole citizen number or a whole mobile number, and nothing else. */
    Sought number(SignedIn who, @Nullable String typed) {
        var plain = typed == null || typed.length() > LONGEST ? "" : plain(typed);
        if (CITIZEN_NUMBER.matcher(plain).matches()) {
            var number = CitizenNumber.of(plain).value();
            return number(who, By.CITIZEN_NUMBER, Sealed.CITIZEN_NUMBER, number);
        }
        if (MOBILE.matcher(plain).matches()) {
            return number(who, By.MOBILE, Sealed.MOBILE, plain);
        }
        throw new InputRefused("/number", "请填写完整的 18 位公民身份号码，或 11 位手机号码");
    }

    /** The keyed hash of a citizen number, as it stands in the reading log. */
    byte[] index(String citizenNumber) {
        return vault.blindIndex(Sealed.CITIZEN_NUMBER, citizenNumber);
    }

    /** A number of a person, or most of one. */
    static boolean isNumber(String words) {
        return NUMBER.matcher(plain(words)).matches();
    }

    private static String plain(String words) {
        return words.replaceAll("[\\s-]", "");
    }

    private Sought number(SignedIn who, By by, String field, String clear) {
        return Sought.number(by, vault.blindIndex(field, clear), sight.today(who));
    }
}
