package org.sunmao.meeting.internal;

import org.springframework.stereotype.Component;
import org.sunmao.meeting.NewMeeting;
import org.sunmao.meeting.NewMeeting.Reason;
import org.sunmao.meeting.internal.Ground.DuePerson;
import org.sunmao.meeting.internal.Meeting.Roll;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads who came against who had to: nobody is counted who was not due on that day. */
@Component
class RollChecks {

    private static final String HOSTED = "hosted";
    private static final String UNKNOWN = "有人不在您的管理范围内，不能按党员记；请把姓名写在会议记录里";
    private static final String NOT_HOSTED = "有人没有登记流入这里，也不在您的管理范围内；请他所在的党支部登记流入地党组织，或者把姓名写在会议记录里";

    /**
     * Reads a roll.
     *
     * @param ground who is due, and who is hosted
     * @param names of all members within the scope whom it names
     * @param held whether anybody came yet
     */
    Roll read(
            NewMeeting.Roll sent,
            Ground ground,
            Map<UUID, String> names,
            boolean held,
            Faults faults) {
        var due = ground.due();
        var named = ids(due.stream().map(DuePerson::id).toList());
        var exempt = ids(due.stream().filter(DuePerson::exempt).map(DuePerson::id).toList());
        if (!held) {
            return new Roll(named, exempt, Set.of(), Set.of(), Map.of(), Set.of(), Set.of());
        }
        var absent = new LinkedHashSet<UUID>();
        var excused = new LinkedHashMap<UUID, Reason>();
        for (var one : sent.absent()) {
            var at = "absent/" + absent.size();
            if (!named.contains(one.member())) {
                faults.add(at, "“%s”不在这一天的应到名单里，请刷新名单后再选".formatted(name(one.member(), names)));
            } else if (!absent.add(one.member())) {
                faults.add(at, "“%s”写了两次，请去掉一个".formatted(name(one.member(), names)));
            } else if (one.reason() != null) {
                excused.put(one.member(), one.reason());
            }
        }
        var present = new LinkedHashSet<>(named);
        present.removeAll(absent);
        var known = new HashMap<>(ground.hosted());
        known.putAll(names);
        var guests = others(sent.guests(), "guests", named, names, faults);
        var hosted = others(sent.hosted(), HOSTED, named, known, faults);
        var distant = ids(sent.distant());
        var there = new HashSet<>(present);
        there.addAll(guests);
        there.addAll(hosted);
        if (!there.containsAll(distant)) {
            faults.add("distant", "线上参加的人也要算到会，请先把他从缺席里去掉");
        }
        return new Roll(named, exempt, present, distant, excused, guests, hosted);
    }

    /** Members who had not to come; who is unknown here is written into the record by name. */
    private static Set<UUID> others(
            Collection<UUID> sent,
            String pointer,
            Set<UUID> due,
            Map<UUID, String> names,
            Faults faults) {
        var others = ids(sent);
        for (var one : others) {
            if (due.contains(one)) {
                faults.add(pointer, "“%s”在应到名单里，不用再记为列席".formatted(name(one, names)));
            } else if (!names.containsKey(one)) {
                faults.add(pointer, pointer.equals(HOSTED) ? NOT_HOSTED : UNKNOWN);
            }
        }
        return others;
    }

    private static String name(UUID member, Map<UUID, String> names) {
        return names.getOrDefault(member, "不在您管理范围内的人");
    }

    private static Set<UUID> ids(Collection<UUID> ids) {
        return ids.stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
