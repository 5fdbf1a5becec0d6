package org.sunmao.admission.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Right;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.admission.internal.AdmissionView.AdmissionBreach;
import org.sunmao.admission.internal.AdmissionView.AdmissionTaken;
import org.sunmao.admission.internal.AdmissionView.AdmissionTold;
import org.sunmao.admission.internal.Catalogue.Field;
import org.sunmao.admission.internal.Catalogue.Option;
import org.sunmao.admission.internal.Taken.Breach;
import org.sunmao.organization.Relations;
import org.sunmao.rules.RuleId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The steps as they were taken, with what was filled in, in words. */
@Component
class TakenViews {

    private static final String COUNTS = "counts";
    private static final String RECEIVED = "received";

    private final Catalogue catalogue;
    private final MapViews maps;
    private final Relations relations;

    TakenViews(Catalogue catalogue, MapViews maps, Relations relations) {
        this.catalogue = catalogue;
        this.maps = maps;
        this.relations = relations;
    }

    /** Whoever reads nothing but their own way is told the days, not what others wrote of them. */
    List<AdmissionTaken> of(SignedIn who, Scope scope, Admission it, List<Taken> history) {
        var names = names(history);
        var scheme = catalogue.scheme(scope.day(), it.organization());
        var all = who.role().may(Right.ADMISSIONS_READ);
        return history.stream()
                .map(
                        one -> {
                            var own = one.code().by() == StepCode.By.PERSON;
                            var told = all || own ? told(one, names) : List.<AdmissionTold>of();
                            return taken(it, one, scheme, beside(told, one, history));
                        })
                .toList();
    }

    /** Where the committee had the resolution on another day than the branch told, both stand. */
    private static List<AdmissionTold> beside(
            List<AdmissionTold> told, Taken one, List<Taken> history) {
        var submitted =
                history.stream()
                        .takeWhile(before -> !before.id().equals(one.id()))
                        .filter(before -> before.code() == StepCode.SUBMIT)
                        .reduce((_, later) -> later);
        return told.stream()
                .map(
                        line ->
                                submitted
                                        .filter(_ -> line.key().equals(RECEIVED))
                                        .filter(was -> !line.value().equals(was.on() + ""))
                                        .map(was -> differs(line, was))
                                        .orElse(line))
                .toList();
    }

    private static AdmissionTold differs(AdmissionTold line, Taken was) {
        var says = "%s（支部填的报送日期是 %s，两个日期不一致）".formatted(line.value(), was.on());
        return new AdmissionTold(line.key(), line.label(), says);
    }

    private AdmissionTaken taken(Admission it, Taken one, Scheme scheme, List<AdmissionTold> told) {
        var code = one.code().code();
        return new AdmissionTaken(
                one.id(),
                code,
                scheme.number(code),
                catalogue.entry(code).title(),
                one.on(),
                one.by().name(),
                one.by().at(),
                one.late(),
                one.reason(),
                one.signedName(),
                one.meeting(),
                breaches(it, one.on(), one.breaches()),
                told);
    }

    List<AdmissionBreach> breaches(Admission it, LocalDate on, List<Breach> breaches) {
        return breaches.stream()
                .map(
                        one ->
                                new AdmissionBreach(
                                        maps.rule(new RuleId(one.rule()), on, it.organization()),
                                        one.says()))
                .toList();
    }

    /** The members whom forms name, within the scope. */
    Map<UUID, String> names(List<Taken> history) {
        return relations.names(members(history));
    }

    private Set<UUID> members(List<Taken> history) {
        var ids = new HashSet<UUID>();
        for (var one : history) {
            for (var field : catalogue.entry(one.code().code()).fields()) {
                if (people(field) && one.told().get(field.key()) instanceof List<?> many) {
                    many.forEach(id -> ids.add(UUID.fromString(String.valueOf(id))));
                }
            }
        }
        return ids;
    }

    private static boolean people(Field field) {
        return field.kind() == Catalogue.Kind.MEMBERS || field.kind() == Catalogue.Kind.MEMBER;
    }

    private List<AdmissionTold> told(Taken one, Map<UUID, String> names) {
        var told = new ArrayList<AdmissionTold>();
        for (var field : catalogue.entry(one.code().code()).fields()) {
            var value = one.told().get(field.key());
            if (value != null) {
                told.add(new AdmissionTold(field.key(), field.label(), text(field, value, names)));
            }
        }
        if (one.code() == StepCode.MOVE && one.told().get("from") instanceof String from) {
            told.add(new AdmissionTold("from", "从哪个党支部转来", from));
        }
        if (one.told().get(COUNTS) instanceof String counts) {
            told.add(new AdmissionTold(COUNTS, "表决情况", counts));
        }
        return told;
    }

    private static String text(Field field, Object value, Map<UUID, String> names) {
        return switch (field.kind()) {
            case YES -> Boolean.TRUE.equals(value) ? "是" : "否";
            case CHOICE ->
                    field.options().stream()
                            .filter(option -> option.code().equals(value))
                            .map(Option::label)
                            .findFirst()
                            .orElse(String.valueOf(value));
            case MEMBERS, MEMBER ->
                    value instanceof List<?> many
                            ? many.stream()
                                    .map(id -> names.get(UUID.fromString(String.valueOf(id))))
                                    .map(name -> Objects.requireNonNullElse(name, "已转出的党员"))
                                    .collect(Collectors.joining("、"))
                            : String.valueOf(value);
            default -> String.valueOf(value);
        };
    }
}
