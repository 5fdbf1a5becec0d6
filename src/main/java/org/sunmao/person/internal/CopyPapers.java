package org.sunmao.person.internal;

import org.springframework.stereotype.Component;
import org.sunmao.document.Documents;
import org.sunmao.person.internal.CopyPaper.Entry;
import org.sunmao.person.internal.CopyPaper.Fact;
import org.sunmao.person.internal.CopyPaper.Left;
import org.sunmao.person.internal.CopyPaper.Section;
import org.sunmao.person.internal.MyCopy.CopyColumn;
import org.sunmao.person.internal.MyCopy.CopyOmission;
import org.sunmao.person.internal.MyCopy.CopyPart;
import org.sunmao.privacy.PersonalData.Value;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the copy of a person's data so that they can read it. */
@Component
class CopyPapers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("y年M月d日 HH:mm");

    private final Documents documents;
    private final Clock clock;

    CopyPapers(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    byte[] pdf(MyCopy copy) {
        var at = TIME.format(copy.takenAt().atZone(clock.getZone()));
        var id = "我的数据 " + copy.username() + " " + at;
        var told = copy.name() + "（" + copy.username() + "）于 " + at + " 取得";
        var sections = copy.tables().stream().map(CopyPapers::section).toList();
        return documents.pdf(
                "person/copy", new CopyPaper(id, copy.name(), told, sections, withheld(copy)));
    }

    private static Section section(CopyPart part) {
        var entries = new ArrayList<Entry>();
        for (var row : part.rows()) {
            var number = part.rows().size() == 1 ? "" : "第 " + (entries.size() + 1) + " 条";
            entries.add(new Entry(number, facts(part.columns(), row)));
        }
        return new Section(part.title(), entries.isEmpty(), entries);
    }

    /** What is empty is not printed: the JSON has it. */
    private static List<Fact> facts(List<CopyColumn> columns, Map<String, Value> row) {
        var facts = new ArrayList<Fact>();
        for (var column : columns) {
            var value = row.get(column.column());
            if (value != null && value.value() != null) {
                var text = value.text() == null ? value.value().toString() : value.text();
                facts.add(new Fact(column.label(), text));
            }
        }
        return facts;
    }

    /** By their reason, so that it is said once. */
    private static List<Left> withheld(MyCopy copy) {
        var byReason =
                copy.withheld().stream()
                        .collect(
                                Collectors.groupingBy(
                                        CopyOmission::reason,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                left -> left.title() + "的" + left.label(),
                                                Collectors.joining("、"))));
        return byReason.entrySet().stream()
                .map(left -> new Left(left.getValue(), left.getKey()))
                .toList();
    }
}
