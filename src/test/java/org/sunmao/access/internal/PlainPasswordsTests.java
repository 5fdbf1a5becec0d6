package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sunmao.access.Role;
import org.sunmao.house.HouseTest;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The profile asvs asks for length alone, and for no change by the calendar. */
@HouseTest
class PlainPasswordsTests {

    @Autowired Rulebook rulebook;
    @Autowired Clock clock;

    @Test
    void eightCharactersOfAnyKindAreEnough() {
        var passwords = new Passwords(profile("asvs"));
        assertThatCode(() -> passwords.check("kettlebq", List.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> passwords.check("kettleb", List.of()))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> passwords.check("password", List.of()))
                .isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> passwords.check("xzhangsanx", List.of("zhangsan")))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void noPasswordRunsOut() {
        var now = clock.instant();
        var years = now.minus(Duration.ofDays(1000));
        assertThat(profile("asvs").expired(Role.SYSTEM_ADMIN, years, now)).isFalse();
        assertThat(profile("mlps").expired(Role.SYSTEM_ADMIN, years, now)).isTrue();
        assertThat(profile("mlps").expired(Role.COUNTY_OFFICER, years, now)).isFalse();
    }

    @Test
    void anUnknownProfileStopsTheStart() {
        assertThatThrownBy(() -> profile("strong")).hasMessageContaining("mlps");
    }

    private PasswordProfile profile(String kind) {
        return new PasswordProfile(kind, rulebook, clock);
    }
}
