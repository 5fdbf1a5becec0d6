package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.sunmao.meeting.MeetingType;
import org.sunmao.meeting.NewMeeting.Heads;
import org.sunmao.meeting.NewMeeting.Item;
import org.sunmao.meeting.NewMeeting.Person;
import org.sunmao.meeting.NewMeeting.Reason;
import org.sunmao.meeting.NewMeeting.Text;
import org.sunmao.meeting.NewMeeting.When;
import org.sunmao.meeting.internal.Meeting.Recorded;
import org.sunmao.meeting.internal.Meeting.Roll;
import org.sunmao.meeting.internal.MeetingState.Check;
import org.sunmao.meeting.internal.MeetingState.Signature;
import org.sunmao.meeting.internal.MeetingState.Signatures;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Rows of meetings as meetings. */
@Component
class MeetingRows implements RowMapper<Meeting> {

    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, String>> REASONS = new TypeReference<>() {};

    private final JsonMapper json;

    MeetingRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Meeting mapRow(ResultSet row, int number) throws SQLException {
        var form = row.getString("form");
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization", UUID.class),
                MeetingType.find(row.getString("type")).orElseThrow(),
                form == null ? null : MeetingType.find(form).orElseThrow(),
                state(row),
                when(row),
                row.getString("topic"),
                new Heads(
                        person(row, "chair", "chair_name"),
                        person(row, "recorder", "recorder_name")),
                new Text(
                        json.readValue(row.getString("agenda"), ITEMS),
                        row.getString("record"),
                        row.getString("resolution")),
                roll(row),
                row.getObject("lecture", UUID.class),
                row.getString("reason"),
                row.getBoolean("late"),
                recorded(row),
                row.getObject("locked_on", LocalDate.class));
    }

    private static When when(ResultSet row) throws SQLException {
        return new When(
                row.getObject("held_on", LocalDate.class),
                row.getObject("begins", LocalTime.class),
                row.getObject("minutes", Integer.class),
                row.getString("place"));
    }

    private static @Nullable Person person(ResultSet row, String member, String name)
            throws SQLException {
        var called = row.getString(name);
        return called == null ? null : new Person(row.getObject(member, UUID.class), called);
    }

    private Roll roll(ResultSet row) throws SQLException {
        var reasons = new LinkedHashMap<UUID, Reason>();
        json.readValue(row.getString("excused"), REASONS)
                .forEach((member, code) -> reasons.put(member, reason(code)));
        return new Roll(
                ids(row, "due"),
                ids(row, "exempt"),
                ids(row, "present"),
                ids(row, "distant"),
                reasons,
                ids(row, "guests"),
                ids(row, "hosted"));
    }

    static Reason reason(String code) {
        return Arrays.stream(Reason.values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(Reason.OTHER);
    }

    static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return new LinkedHashSet<>(Arrays.asList((UUID[]) row.getArray(column).getArray()));
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_behalf", UUID.class),
                row.getString("recorded_name"),
                row.getObject("recorded_on", LocalDate.class),
                Objects.requireNonNull(instant(row, "recorded_at")));
    }

    private static MeetingState state(ResultSet row) throws SQLException {
        var code = row.getString("state");
        return switch (code) {
            case "noticed" -> new MeetingState.Noticed();
            case "in-session" -> new MeetingState.InSession();
            case "short" -> new MeetingState.TooFew();
            case "draft" -> new MeetingState.Draft(signature(row, "recorder_signed"));
            case "signed" -> new MeetingState.Signed(signatures(row));
            case "returned" -> new MeetingState.Returned(signatures(row), check(row));
            case "accepted" -> new MeetingState.Accepted(signatures(row), check(row));
            case "archived" -> new MeetingState.Archived(signatures(row), check(row));
            case "cancelled" -> new MeetingState.Cancelled(row.getString("cancel_reason"));
            default -> throw new IllegalStateException("no state of a meeting: " + code);
        };
    }

    private static Signatures signatures(ResultSet row) throws SQLException {
        return new Signatures(
                Objects.requireNonNull(signature(row, "recorder_signed")),
                Objects.requireNonNull(signature(row, "chair_signed")));
    }

    private static @Nullable Signature signature(ResultSet row, String column) throws SQLException {
        var name = row.getString(column);
        var at = instant(row, column + "_at");
        return name == null || at == null ? null : new Signature(name, at);
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                row.getString("checked_name"),
                Objects.requireNonNull(instant(row, "checked_at")),
                row.getString("check_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    String agenda(List<Item> items) {
        return json.writeValueAsString(items);
    }

    String excused(Map<UUID, Reason> excused) {
        var codes = new LinkedHashMap<UUID, String>();
        excused.forEach((member, reason) -> codes.put(member, reason.code()));
        return json.writeValueAsString(codes);
    }
}
