package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.admission.internal.Talent.Person;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what is to be kept of a young talent, and tells all at once that cannot be. */
@Component
class TalentReader {

    private static final int WORK = 200;
    private static final int RECOMMENDED = 100;

    private final WhoseReader reader;

    TalentReader(WhoseReader reader) {
        this.reader = reader;
    }

    /** What was understood. */
    record Said(
            Person person,
            @Nullable String work,
            @Nullable String recommendedBy,
            LocalDate agreedOn,
            LocalDate listedOn) {}

    Said read(TalentFacts sent, LocalDate today) {
        var faults = new ArrayList<Place>();
        var person = person(sent, faults);
        var work = text(sent.work(), "work", WORK, faults);
        var by = text(sent.recommendedBy(), "recommendedBy", RECOMMENDED, faults);
        var agreed = day(sent.agreedOn(), "agreedOn", today, faults);
        var listed =
                sent.listedOn() == null ? today : day(sent.listedOn(), "listedOn", today, faults);
        if (agreed != null && person != null && agreed.isBefore(person.bornOn())) {
            faults.add(new Place("agreedOn", "早于出生日期（" + person.bornOn() + "），请核对"));
        }
        if (agreed != null && listed != null && listed.isBefore(agreed)) {
            faults.add(new Place("listedOn", "本人 " + agreed + " 才同意，列入不能早于这一天"));
        }
        if (person == null || agreed == null || listed == null || !faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return new Said(person, work, by, agreed, listed);
    }

    private @Nullable Person person(TalentFacts sent, List<Place> faults) {
        try {
            var whose = reader.read(sent.whose());
            return new Person(
                    whose.name(), whose.sex(), whose.bornOn(), whose.education(), whose.mobile());
        } catch (InputRefused refused) {
            faults.addAll(refused.errors());
            return null;
        }
    }

    private static @Nullable String text(
            @Nullable String sent, String pointer, int longest, List<Place> faults) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        var text = sent.strip();
        if (text.codePointCount(0, text.length()) > longest
                || text.codePoints().anyMatch(TalentReader::unseen)) {
            faults.add(new Place(pointer, "最多 " + longest + " 字，一行写完"));
        }
        return text;
    }

    private static boolean unseen(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }

    private static @Nullable LocalDate day(
            @Nullable String sent, String pointer, LocalDate today, List<Place> faults) {
        try {
            return AdmissionDesk.day(sent, pointer, today);
        } catch (InputRefused refused) {
            var asked =
                    sent == null && pointer.equals("agreedOn")
                            ? List.of(new Place(pointer, "没有本人同意不能列入，请先征得同意，再填同意的日期"))
                            : refused.errors();
            faults.addAll(asked);
            return null;
        }
    }
}
