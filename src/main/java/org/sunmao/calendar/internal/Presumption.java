package org.sunmao.calendar.internal;

import com.tyme.lunar.LunarDay;
import com.tyme.lunar.LunarMonth;
import com.tyme.solar.SolarDay;
import com.tyme.solar.SolarTerm;

import org.springframework.stereotype.Component;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.rules.Value.Table;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A year of which no notice is known: weekends and the holidays of the law are off. Which days are
 * worked in exchange, only the notice will say; nothing is guessed.
 */
@Component
class Presumption {

    static final RuleId CALENDAR = new RuleId("COD-11");

    private static final Pattern SOLAR = Pattern.compile("(\\d+)月(\\d+)日");
    private static final String EVE = "除夕";

    private final Rulebook rulebook;

    Presumption(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    WorkYear of(int year) {
        return new WorkYear(year, false, holidays(year));
    }

    /**
     * How many days a notice leaves to be worked, when it gives what the law gives: a holiday that
     * falls on a weekend or on another holiday is had on another day.
     */
    int workingDays(int year) {
        return new WorkYear(year, false, List.of()).total() - rows(year).size();
    }

    private List<List<String>> rows(int year) {
        var law = rulebook.rule(CALENDAR, LocalDate.of(year, 1, 1)).figures().get("holidays");
        if (law == null || !(law.is() instanceof Table(var _, var rows))) {
            throw new IllegalStateException("COD-11 has no table of holidays");
        }
        return rows;
    }

    /** The holidays of the law as it was on the first day of the year. */
    List<NamedDay> holidays(int year) {
        var days = new TreeMap<LocalDate, String>();
        for (var row : rows(year)) {
            days.merge(day(year, row), row.getFirst(), (one, other) -> one + "、" + other);
        }
        return days.entrySet().stream()
                .map(day -> new NamedDay(day.getKey(), false, day.getValue()))
                .toList();
    }

    private static LocalDate day(int year, List<String> row) {
        var written = row.get(2);
        return switch (row.get(1)) {
            case "公历" -> solar(year, written);
            case "农历" -> date(lunar(year, written).getSolarDay());
            case "节气" -> date(SolarTerm.fromName(year, written).getSolarDay());
            default -> throw unreadable(written);
        };
    }

    private static LocalDate solar(int year, String written) {
        var form = SOLAR.matcher(written);
        if (!form.matches()) {
            throw unreadable(written);
        }
        return LocalDate.of(year, Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    private static LunarDay lunar(int year, String written) {
        if (written.equals(EVE)) {
            return LunarDay.fromYmd(year, 1, 1).next(-1);
        }
        var month = index(LunarMonth.NAMES, written.substring(0, 2));
        return LunarDay.fromYmd(year, month, index(LunarDay.NAMES, written.substring(2)));
    }

    private static int index(String[] names, String name) {
        var found = Arrays.asList(names).indexOf(name);
        if (found < 0) {
            throw unreadable(name);
        }
        return found + 1;
    }

    private static LocalDate date(SolarDay day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }

    private static IllegalStateException unreadable(String written) {
        return new IllegalStateException("COD-11 names a day that nobody knows: " + written);
    }
}
