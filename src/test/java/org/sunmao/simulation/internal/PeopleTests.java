package org.sunmao.simulation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sunmao.member.NewMember;
import org.sunmao.member.Status;

import java.time.format.DateTimeFormatter;
import java.util.List;

class PeopleTests {

    private final Made made = Made.county();
    private final List<NewMember> members = made.members();

    @Test
    void everyCitizenNumberIsValidAndNobodys() {
        assertThat(members).extracting(NewMember::citizenNumber).doesNotHaveDuplicates();
        var otherwise = 0;
        for (var member : members) {
            var number = member.citizenNumber();
            var born = member.bornOn().format(DateTimeFormatter.BASIC_ISO_DATE);
            assertThat(number).matches("000000\\d{11}[\\dX]");
            otherwise += number.startsWith(born, 6) ? 0 : 1;
            assertThat(number.charAt(17)).isEqualTo(checkDigit(number));
            assertThat((number.charAt(16) - '0') % 2).isEqualTo(member.sex().equals("1") ? 1 : 0);
        }
        // So that the board has something to say of contradictions (R-WR-09).
        assertThat(otherwise).isBetween(1, 5);
    }

    @Test
    void noTelephoneNumberCanBeCalled() {
        for (var member : members) {
            var mobile = member.mobile();
            var phone = member.phone();
            assertThat(mobile == null || mobile.matches("100\\d{8}")).isTrue();
            assertThat(phone == null || phone.matches("000-\\d{8}")).isTrue();
        }
    }

    @Test
    void nobodyJoinedUnderAge() {
        assertThat(members)
                .allSatisfy(
                        m -> assertThat(m.joinedOn()).isAfterOrEqualTo(m.bornOn().plusYears(18)));
    }

    @Test
    void probationLastsAYearAndEndsByToday() {
        for (var member : members) {
            var fullOn = member.fullOn();
            if (fullOn == null) {
                assertThat(member.status()).isEqualTo(Status.PROBATIONARY);
                assertThat(member.joinedOn())
                        .isAfter(Made.TODAY.minusYears(1))
                        .isBeforeOrEqualTo(Made.TODAY);
            } else {
                assertThat(member.status()).isEqualTo(Status.FULL);
                assertThat(fullOn)
                        .isAfterOrEqualTo(member.joinedOn().plusYears(1))
                        .isBeforeOrEqualTo(Made.TODAY);
            }
        }
    }

    @Test
    void anExtendedProbationIsSixToTwelveMonthsLonger() {
        assertThat(members).filteredOn(m -> m.extensionMonths() != null).isNotEmpty();
        for (var member : members) {
            var months = member.extensionMonths();
            var fullOn = member.fullOn();
            assertThat("extended".equals(member.conversion())).isEqualTo(months != null);
            if (months != null && fullOn != null) {
                assertThat(months).isBetween(6, 12);
                assertThat(fullOn).isEqualTo(member.joinedOn().plusYears(1).plusMonths(months));
            }
        }
    }

    @Test
    void aRelationIsNoOlderThanTheBranchOrTheMembership() {
        for (var member : members) {
            assertThat(member.since())
                    .isAfterOrEqualTo(made.holder(member).establishedOn())
                    .isAfterOrEqualTo(member.joinedOn())
                    .isBeforeOrEqualTo(Made.TODAY);
        }
    }

    @Test
    void whoIsLostWasLostWhileABranchHadThem() {
        assertThat(members).filteredOn(m -> m.lostOn() != null).isNotEmpty();
        for (var member : members) {
            var lostOn = member.lostOn();
            assertThat(member.lostReason() == null).isEqualTo(lostOn == null);
            if (lostOn == null) {
                assertThat(member.standing()).isEqualTo("normal");
            } else {
                assertThat(lostOn).isAfterOrEqualTo(member.since()).isBeforeOrEqualTo(Made.TODAY);
            }
        }
    }

    @Test
    void floatingGoesSomewhere() {
        assertThat(members)
                .allSatisfy(m -> assertThat(m.floatingTo() != null).isEqualTo(m.floating()));
    }

    /** The formula as the standard states it, apart from the one that made the numbers. */
    private static char checkDigit(String number) {
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += Character.digit(number.charAt(i), 10) * ((1 << (17 - i)) % 11);
        }
        var digit = (12 - sum % 11) % 11;
        return digit == 10 ? 'X' : Character.forDigit(digit, 10);
    }
}
