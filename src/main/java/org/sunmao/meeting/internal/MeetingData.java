package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.meeting.Exclusion;
import org.sunmao.meeting.MeetingType;
import org.sunmao.privacy.OwnRows;
import org.sunmao.privacy.OwnRows.Reading;
import org.sunmao.privacy.PersonalData;

import java.util.List;

/** In what a person took part: of the rolls their own line alone, and never a vote. */
@Component
class MeetingData implements PersonalData {

    /** The lists name others, so that each is told whether they themselves came. */
    private static final String MEETINGS =
            """
            from (select m.type, m.form, m.state, m.held_on, m.begins, m.minutes, m.topic, m.place,
                m.late, m.id,
                case when cast(:whose as uuid) = any(m.present || m.guests || m.hosted) then '到会'
                  when cast(:whose as uuid) = any(m.exempt) then '不作硬性要求'
                  when cast(:whose as uuid) = any(m.due) then '没有到会' end as present,
                m.excused ->> cast(:whose as text) as excused
              from meeting.meeting m
              where cast(:whose as uuid) = any(m.due || m.guests || m.hosted)
                or m.chair = cast(:whose as uuid) or m.recorder = cast(:whose as uuid)) m
            order by m.held_on, m.id
            """;

    private final OwnRows rows;

    MeetingData(OwnRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Kept> of(Whose whose) {
        var member = whose.member();
        return List.of(
                rows.read("meeting.meeting", MEETINGS, member, MeetingData::told),
                rows.read(
                        "meeting.measure",
                        "from meeting.measure where member = :whose order by id",
                        member,
                        Reading.PLAIN),
                rows.read(
                        "meeting.grade",
                        "from meeting.grade where member = :whose order by meeting",
                        member,
                        MeetingData::told),
                rows.read(
                        "meeting.exclusion",
                        "from meeting.exclusion where member = :whose order by vote",
                        member,
                        MeetingData::told),
                rows.read(
                        "meeting.annotation",
                        "from meeting.annotation where account = :whose order by id",
                        whose.account(),
                        Reading.PLAIN));
    }

    private static Value told(String column, @Nullable Object stored) {
        if (!(stored instanceof String code)) {
            return new Value(stored, null);
        }
        var text =
                switch (column) {
                    case "type", "form" ->
                            MeetingType.find(code).map(MeetingType::label).orElse(null);
                    case "state" -> MeetingViews.stateName(code);
                    case "excused" -> MeetingRows.reason(code).label();
                    case "grade" -> MeetingViews.gradeName(code);
                    case "reason" -> Exclusion.find(code).map(Exclusion::label).orElse(null);
                    default -> null;
                };
        return new Value(stored, text);
    }
}
