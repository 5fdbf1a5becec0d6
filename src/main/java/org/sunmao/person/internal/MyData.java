package org.sunmao.person.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.person.internal.MyCopy.CopyColumn;
import org.sunmao.person.internal.MyCopy.CopyOmission;
import org.sunmao.person.internal.MyCopy.CopyPart;
import org.sunmao.privacy.About;
import org.sunmao.privacy.FieldRegistry;
import org.sunmao.privacy.PersonalData;
import org.sunmao.privacy.PersonalData.Kept;
import org.sunmao.privacy.PersonalData.Whose;
import org.sunmao.privacy.RegisteredField;
import org.sunmao.privacy.RegisteredTable;
import org.sunmao.rules.RuleId;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The copy of all that is kept of a person (PRV-04), put together by the registry. */
@Service
class MyData {

    static final RuleId COPY = new RuleId("PRV-04");

    private final Scopes scopes;
    private final List<PersonalData> modules;
    private final FieldRegistry registry;
    private final CopyWords words;
    private final Journal journal;
    private final Clock clock;

    MyData(
            Scopes scopes,
            List<PersonalData> modules,
            FieldRegistry registry,
            CopyWords words,
            Journal journal,
            Clock clock) {
        this.scopes = scopes;
        this.modules = List.copyOf(modules);
        this.registry = registry;
        this.words = words;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * All of it. Their own rows lie in many organizations, of which some are long none of theirs:
     * so it is read by the system, and each module reads by the account and the member alone.
     *
     * @param form json or pdf, for the journal
     */
    MyCopy of(SignedIn who, String form) {
        return scopes.system(
                "my-data",
                scope -> {
                    var copy = copy(who);
                    journal.append(who.actor(), act(who, scope.day(), form));
                    return copy;
                });
    }

    private MyCopy copy(SignedIn who) {
        var whose = new Whose(who.account(), who.member());
        var kept = new HashMap<String, Kept>();
        for (var module : modules) {
            module.of(whose).forEach(part -> kept.put(part.table(), part));
        }
        var parts = new ArrayList<CopyPart>();
        var withheld = new ArrayList<CopyOmission>();
        for (var table : recordFirst()) {
            if (table.about() != About.NOBODY) {
                parts.add(part(table, kept.get(table.name())));
                table.fields().stream()
                        .filter(field -> field.withheld() != null)
                        .map(field -> withheld(table, field))
                        .forEach(withheld::add);
            }
        }
        parts.removeIf(part -> part.columns().isEmpty());
        return new MyCopy(who.name(), who.username(), clock.instant(), parts, withheld);
    }

    /** What a person looks for first: their record, then what was done, then the account. */
    private List<RegisteredTable> recordFirst() {
        return registry.tables().stream()
                .sorted(
                        Comparator.comparingInt(
                                table ->
                                        table.name().startsWith("member.")
                                                ? 0
                                                : table.about() == About.MEMBER ? 1 : 2))
                .toList();
    }

    private CopyPart part(RegisteredTable table, @Nullable Kept kept) {
        var fields = table.copied();
        if (kept == null && !fields.isEmpty()) {
            throw new IllegalStateException("no module tells a person of " + table.name());
        }
        return new CopyPart(
                table.name(),
                table.title(),
                fields.stream()
                        .map(field -> new CopyColumn(field.column(), field.label()))
                        .toList(),
                kept == null ? List.of() : kept.rows().stream().map(this::row).toList());
    }

    private Map<String, PersonalData.Value> row(Map<String, PersonalData.Value> row) {
        var told = new LinkedHashMap<String, PersonalData.Value>();
        row.forEach((column, value) -> told.put(column, words.told(column, value)));
        return told;
    }

    private static CopyOmission withheld(RegisteredTable table, RegisteredField field) {
        var why = field.withheld() == null ? "" : field.withheld();
        return new CopyOmission(table.name(), table.title(), field.column(), field.label(), why);
    }

    private static Act act(SignedIn who, LocalDate day, String form) {
        return new Act(
                who.organization(),
                "person.copy",
                "account",
                who.account(),
                day,
                List.of(COPY.value()),
                Map.of("form", form));
    }
}
