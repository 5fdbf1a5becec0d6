package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
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
    private static final Pattern TAIL = Pattern.compile("\\d{4}");

    private final Vault vault;
    private final MemberSight sight;

    Searches(Vault vault, MemberSight sight) {
        this.vault = vault;
        this.sight = sight;
    }

    @Nullable Sought sought(SignedIn who, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        if (words.length() > LONGEST || words.indexOf('\0') >= 0) {
            throw new InputRefused("q", "查找的字数过多，请缩短到 " + LONGEST + " 字以内");
        }
        var plain = words.replaceAll("[\\s-]", "");
        if (CITIZEN_NUMBER.matcher(plain).matches()) {
            if (!who.role().may(Right.MEMBERS_FIND_BY_NUMBER)) {
                throw new InputRefused("q", "您现在的角色不能按公民身份号码查找，请改用姓名");
            }
            var number = CitizenNumber.of(plain).value();
            return number(who, By.CITIZEN_NUMBER, Sealed.CITIZEN_NUMBER, number);
        }
        if (MOBILE.matcher(plain).matches()) {
            return number(who, By.MOBILE, Sealed.MOBILE, plain);
        }
        return TAIL.matcher(plain).matches()
                ? number(who, By.MOBILE_TAIL, Sealed.MOBILE_TAIL, plain)
                : Sought.term(Reading.term(words));
    }

    private Sought number(SignedIn who, By by, String field, String clear) {
        return Sought.number(by, vault.blindIndex(field, clear), sight.today(who));
    }
}
