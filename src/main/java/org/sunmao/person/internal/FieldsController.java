package org.sunmao.person.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.SignedInOnly;
import org.sunmao.privacy.About;
import org.sunmao.privacy.FieldRegistry;
import org.sunmao.privacy.Reader;
import org.sunmao.privacy.RegisteredField;
import org.sunmao.privacy.RegisteredTable;
import org.sunmao.privacy.Retention;
import org.sunmao.rules.Rule;
import org.sunmao.rules.Rulebook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** 个人信息登记表: what is kept of people and why, for everybody to read (PRV-01). */
@RestController
@RequestMapping("/api/privacy")
class FieldsController {

    /**
     * Fields that share all but their name.
     *
     * @param sensitivity S0 to S3
     * @param keeps how long, in words
     * @param withheld why they are not in a person's copy; null where they are
     */
    record FieldGroup(
            String title,
            List<String> fields,
            String purpose,
            String basis,
            String sensitivity,
            String sensitivityName,
            List<String> readers,
            String retention,
            String keeps,
            String source,
            @Nullable String withheld) {}

    /**
     * One table.
     *
     * @param about member, account or nobody: whose it is
     * @param technical how many columns say nothing of a person
     */
    record FieldTable(
            String table, String title, String about, List<FieldGroup> groups, int technical) {}

    /** All of them, and the rule with the figures. */
    record KeptFields(List<FieldTable> tables, String rule, String cites) {}

    private final FieldRegistry registry;
    private final Rulebook rulebook;
    private final Clock clock;

    FieldsController(FieldRegistry registry, Rulebook rulebook, Clock clock) {
        this.registry = registry;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @SignedInOnly
    @GetMapping("/fields")
    KeptFields fields() {
        var rule = rulebook.rule(Retention.RULE, LocalDate.now(clock));
        var tables = registry.tables().stream().map(table -> table(table, rule)).toList();
        return new KeptFields(tables, rule.id().value(), rule.source().cite());
    }

    private static FieldTable table(RegisteredTable table, Rule rule) {
        var groups = new LinkedHashMap<String, List<RegisteredField>>();
        for (var field : table.fields()) {
            groups.computeIfAbsent(field.group(), _ -> new ArrayList<>()).add(field);
        }
        return new FieldTable(
                table.name(),
                table.title(),
                about(table.about()),
                groups.values().stream().map(fields -> group(fields, rule)).toList(),
                table.technical().size());
    }

    private static String about(About about) {
        return about.name().toLowerCase(Locale.ROOT);
    }

    private static FieldGroup group(List<RegisteredField> fields, Rule rule) {
        var first = fields.getFirst();
        return new FieldGroup(
                first.group(),
                fields.stream().map(RegisteredField::label).toList(),
                first.purpose(),
                first.basis(),
                first.sensitivity().name(),
                first.sensitivity().label(),
                first.readers().stream().map(Reader::label).toList(),
                first.retention().label(),
                first.retention().told(rule),
                first.source(),
                first.withheld());
    }
}
