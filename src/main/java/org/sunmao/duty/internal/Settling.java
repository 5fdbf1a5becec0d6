package org.sunmao.duty.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.sunmao.duty.DutiesChanged.Moved;
import org.sunmao.duty.internal.Derived.Matter;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What stands in the table against what follows from the registers now: a duty that goes on keeps
 * its id and all that was said of it, also when the registers move the day it opens. One that is
 * gone is removed, unless somebody spoke of it: then it stays, void. Knows no database.
 */
final class Settling {

    private final JsonMapper json;
    private final Map<String, JsonNode> parsed = new HashMap<>();
    private final Map<Map<String, Object>, String> told = new HashMap<>();
    private final LocalDate today;
    final List<DutyRow> added = new ArrayList<>();
    final List<DutyRow> changed = new ArrayList<>();
    final List<UUID> removed = new ArrayList<>();
    final List<Moved> moved = new ArrayList<>();

    Settling(JsonMapper json, LocalDate today) {
        this.json = json;
        this.today = today;
    }

    void settle(List<DutyRow> standing, List<Derived> derived) {
        var known = new HashMap<Matter, List<DutyRow>>();
        standing.forEach(
                row -> known.computeIfAbsent(row.matter(), _ -> new ArrayList<>()).add(row));
        var asked = new LinkedHashMap<Matter, List<Derived>>();
        derived.forEach(
                one -> asked.computeIfAbsent(one.matter(), _ -> new ArrayList<>()).add(one));
        asked.forEach(
                (matter, spells) -> {
                    var rows = known.remove(matter);
                    settleOne(rows == null ? new ArrayList<>() : rows, spells);
                });
        known.values().forEach(rows -> rows.forEach(this::gone));
    }

    /** By the day it opens first, then by any day they share. */
    private void settleOne(List<DutyRow> rows, List<Derived> spells) {
        var open = new TreeMap<LocalDate, Derived>();
        spells.forEach(spell -> open.put(spell.days().opens(), spell));
        var left = new ArrayList<DutyRow>();
        for (var row : rows) {
            var same = open.remove(row.days().opens());
            if (same == null) {
                left.add(row);
            } else {
                goesOn(row, same);
            }
        }
        left.sort(Comparator.comparing(row -> row.days().opens()));
        for (var row : left) {
            var shared =
                    open.values().stream()
                            .filter(one -> overlap(row.days(), one.days()))
                            .findFirst();
            shared.ifPresentOrElse(
                    one -> {
                        open.remove(one.days().opens());
                        goesOn(row, one);
                    },
                    () -> gone(row));
        }
        open.values().forEach(this::opens);
    }

    private static boolean overlap(DutyDays one, DutyDays other) {
        return one.opens().isBefore(other.endedOn()) && other.opens().isBefore(one.endedOn());
    }

    private void opens(Derived one) {
        var days = one.days();
        var row =
                new DutyRow(
                        UuidCreator.getTimeOrderedEpoch(),
                        one.name(),
                        one.rule(),
                        one.ruleSince(),
                        one.organization(),
                        one.subjectKind(),
                        one.subject(),
                        days,
                        null,
                        one.voidReason(),
                        told(one.evidence()),
                        days.on(today),
                        days.next(today),
                        false);
        added.add(row);
        moved.add(new Moved(row.id(), row.organization(), row.name(), null, row.standing()));
    }

    private void goesOn(DutyRow row, Derived one) {
        var days = said(row, one.days());
        var reason = row.decidedVoid() ? row.voidReason() : one.voidReason();
        var next =
                new DutyRow(
                        row.id(),
                        row.name(),
                        one.rule(),
                        one.ruleSince(),
                        row.organization(),
                        one.subjectKind(),
                        row.subject(),
                        days,
                        row.explainedOn(),
                        reason,
                        told(one.evidence()),
                        days.on(today),
                        days.next(today),
                        row.said());
        if (!same(next, row)) {
            changed.add(next);
        }
        if (!next.standing().equals(row.standing())) {
            moved.add(
                    new Moved(
                            row.id(),
                            row.organization(),
                            row.name(),
                            row.standing(),
                            next.standing()));
        }
    }

    /** The days of the registers with what people said of it. */
    private static DutyDays said(DutyRow row, DutyDays now) {
        var then = row.days();
        var voidOn =
                DutyRow.UPHELD.equals(row.voidReason())
                        ? now.opens()
                        : row.decidedVoid() ? then.voidOn() : now.voidOn();
        return new DutyDays(
                now.opens(),
                now.due(),
                now.yellowFrom(),
                now.redFrom(),
                now.endedOn(),
                then.contestedOn(),
                then.contestUntil(),
                then.waivedOn(),
                then.waivedUntil(),
                voidOn);
    }

    private void gone(DutyRow row) {
        if (!row.said()) {
            removed.add(row.id());
            moved.add(new Moved(row.id(), row.organization(), row.name(), row.standing(), null));
            return;
        }
        if (DutyRow.NEVER_WAS.equals(row.voidReason())) {
            return;
        }
        var days = row.days().gone(row.days().opens());
        var next = row.moved(days, null, DutyRow.NEVER_WAS, today);
        changed.add(next);
        moved.add(
                new Moved(
                        row.id(), row.organization(), row.name(), row.standing(), next.standing()));
    }

    /** JSON as the database gives it back has blanks and an order of its own. */
    private boolean same(DutyRow one, DutyRow other) {
        return one.days().equals(other.days())
                && one.ruleSince().equals(other.ruleSince())
                && one.rule().equals(other.rule())
                && one.subjectKind().equals(other.subjectKind())
                && Objects.equals(one.voidReason(), other.voidReason())
                && one.standing().equals(other.standing())
                && one.nextOn().equals(other.nextOn())
                && parsed(one.evidence()).equals(parsed(other.evidence()));
    }

    /** Most are like many others: a month has one first day. */
    private JsonNode parsed(String evidence) {
        return parsed.computeIfAbsent(evidence, json::readTree);
    }

    private String told(Map<String, Object> evidence) {
        return told.computeIfAbsent(evidence, json::writeValueAsString);
    }
}
