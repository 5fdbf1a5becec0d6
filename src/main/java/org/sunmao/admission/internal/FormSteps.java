package org.sunmao.admission.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.admission.internal.Catalogue.Entry;
import org.sunmao.admission.internal.Catalogue.Field;
import org.sunmao.admission.internal.Catalogue.Option;
import org.sunmao.meeting.Voting.Counts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The steps of a case as the templates of papers name them: each key of each form is there, empty
 * where nothing was filled in. What is answered by yes or no has {@code -yes} and {@code -no}
 * beside it, a choice one for each of its options.
 */
final class FormSteps {

    /** Assessments on a form at the least, so that there is room to write. */
    private static final int ROOM = 2;

    private static final List<String> OF_VOTES =
            List.of("due", "present", "written", "inFavour", "against", "abstained", "resolution");

    private final Catalogue catalogue;
    private final List<Taken> taken;
    private final StageJson json;
    private final Map<UUID, String> names;
    private final Map<UUID, MeetingWords> meetings;

    /**
     * @param names of the members who are named in forms
     * @param meetings that voted, where their minutes may be read
     */
    FormSteps(
            Catalogue catalogue,
            List<Taken> taken,
            StageJson json,
            Map<UUID, String> names,
            Map<UUID, MeetingWords> meetings) {
        this.meetings = meetings;
        this.catalogue = catalogue;
        this.taken = taken;
        this.json = json;
        this.names = names;
    }

    private static List<UUID> ids(@Nullable Object value) {
        return value instanceof List<?> many
                ? many.stream().map(one -> UUID.fromString(one.toString())).toList()
                : List.of();
    }

    /** Of each step what was filled in the last time. */
    Map<String, Map<String, Object>> all() {
        return catalogue.entries().stream()
                .collect(Collectors.toMap(Entry::code, entry -> of(entry, last(entry.code()))));
    }

    private @Nullable Taken last(String code) {
        return taken.stream()
                .filter(one -> one.code().code().equals(code))
                .reduce((_, later) -> later)
                .orElse(null);
    }

    /** Each time a step was taken, by its day; with blank ones where there are too few. */
    List<Map<String, Object>> each(StepCode code) {
        var entry = catalogue.entry(code.code());
        var all = new ArrayList<Map<String, Object>>();
        taken.stream()
                .filter(one -> one.code() == code)
                .sorted((one, other) -> one.on().compareTo(other.on()))
                .forEach(one -> all.add(of(entry, one)));
        while (all.size() < ROOM) {
            all.add(of(entry, null));
        }
        return all;
    }

    int times(StepCode code) {
        return (int) taken.stream().filter(one -> one.code() == code).count();
    }

    private Map<String, Object> of(Entry entry, @Nullable Taken one) {
        var values = new HashMap<String, Object>();
        values.put("on", one == null ? AdmissionForm.BLANK : AdmissionForm.day(one.on()));
        values.put("done", one != null);
        for (var field : entry.fields()) {
            put(values, field, one == null ? null : one.told().get(field.key()));
        }
        if (entry.votes()) {
            vote(values, one);
        }
        return values;
    }

    private void put(Map<String, Object> values, Field field, @Nullable Object value) {
        var key = field.key();
        values.put(key, value == null ? "" : shown(field, value));
        switch (field.kind()) {
            case YES -> {
                values.put(key + "-yes", Boolean.TRUE.equals(value));
                values.put(key + "-no", Boolean.FALSE.equals(value));
            }
            case CHOICE ->
                    field.options()
                            .forEach(
                                    option ->
                                            values.put(
                                                    key + "-" + option.code(),
                                                    option.code().equals(value)));
            case TEXT, WORDS, DAY, NUMBER, MEMBERS, MEMBER, FILE -> {}
        }
    }

    private String shown(Field field, Object value) {
        return switch (field.kind()) {
            case TEXT, WORDS, NUMBER, FILE -> value.toString();
            case DAY -> AdmissionForm.day(LocalDate.parse(value.toString()));
            case YES -> Boolean.TRUE.equals(value) ? "是" : "否";
            case CHOICE -> label(field, value);
            case MEMBERS, MEMBER ->
                    ids(value).stream()
                            .map(id -> names.getOrDefault(id, ""))
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.joining("、"));
        };
    }

    private static String label(Field field, Object value) {
        return field.options().stream()
                .filter(option -> option.code().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    private void vote(Map<String, Object> values, @Nullable Taken one) {
        OF_VOTES.forEach(key -> values.put(key, ""));
        MeetingWords.KEYS.forEach(key -> values.put(key, ""));
        if (one == null) {
            return;
        }
        var counts =
                switch (json.step(one.what())) {
                    case Step.Vote it -> it.counts();
                    case Step.VoteConversion it -> it.counts();
                    case Step other -> throw new IllegalStateException("no vote: " + other);
                };
        Map.<String, Function<Counts, Integer>>of(
                        "due", Counts::due,
                        "present", Counts::present,
                        "written", Counts::written,
                        "inFavour", Counts::inFavour,
                        "against", Counts::against,
                        "abstained", Counts::abstained)
                .forEach((key, of) -> values.put(key, of.apply(counts).toString()));
        var says = String.valueOf(Objects.requireNonNullElse(one.told().get("counts"), ""));
        values.put("resolution", says);
        var words = one.meeting() == null ? null : meetings.get(one.meeting());
        if (words != null) {
            values.putAll(words.values(says));
        }
    }
}
