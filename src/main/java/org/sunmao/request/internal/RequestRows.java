package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.sunmao.request.internal.Request.Ask;
import org.sunmao.request.internal.Request.By;
import org.sunmao.request.internal.Request.Decision;
import org.sunmao.request.internal.Request.Officer;
import org.sunmao.request.internal.Request.State;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of requests as requests. */
@Component
class RequestRows implements RowMapper<Request> {

    private final JsonMapper json;

    RequestRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Request mapRow(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("organization", UUID.class),
                ask(row),
                new By(
                        row.getObject("issued_by", UUID.class),
                        row.getObject("issued_member", UUID.class),
                        row.getObject("issued_for", UUID.class),
                        row.getString("issued_name")),
                instant(row, "issued_at"),
                state(row));
    }

    private Ask ask(ResultSet row) throws SQLException {
        return new Ask(
                row.getString("title"),
                row.getString("document"),
                row.getString("article"),
                row.getString("purpose"),
                items(row.getString("items")),
                Frequency.of(row.getString("frequency")),
                row.getObject("starts_on", LocalDate.class),
                row.getInt("answer_days"),
                row.getObject("last_on", LocalDate.class),
                row.getInt("minutes"),
                row.getObject("target_top", UUID.class),
                Arrays.asList((String[]) row.getArray("target_kinds").getArray()),
                new Officer(row.getObject("approver", UUID.class), row.getString("approver_name")));
    }

    private static State state(ResultSet row) throws SQLException {
        var code = row.getString("state");
        return switch (code) {
            case "draft" -> new State.Draft();
            case "pending" -> new State.Pending();
            case "active" -> new State.Active(decided(row));
            case "expired" -> new State.Expired(decided(row));
            case "refused" -> new State.Refused(decided(row));
            case "withdrawn" -> new State.Withdrawn(decided(row));
            case "ended" ->
                    new State.Ended(
                            decided(row),
                            row.getObject("ended_on", LocalDate.class),
                            new Officer(
                                    row.getObject("ended_by", UUID.class),
                                    row.getString("ended_name")),
                            row.getString("end_reason"));
            default -> throw new IllegalStateException("no state of a request: " + code);
        };
    }

    private static Decision decided(ResultSet row) throws SQLException {
        return new Decision(
                row.getObject("decided_by", UUID.class),
                row.getString("decided_name"),
                instant(row, "decided_at"),
                row.getString("decision_reason"));
    }

    /** The name outside the program; never renamed. */
    static String code(State state) {
        return switch (state) {
            case State.Draft _ -> "draft";
            case State.Pending _ -> "pending";
            case State.Active _ -> "active";
            case State.Expired _ -> "expired";
            case State.Refused _ -> "refused";
            case State.Withdrawn _ -> "withdrawn";
            case State.Ended _ -> "ended";
        };
    }

    static @Nullable Decision decision(State state) {
        return switch (state) {
            case State.Draft _, State.Pending _ -> null;
            case State.Active(var by) -> by;
            case State.Expired(var by) -> by;
            case State.Refused(var by) -> by;
            case State.Withdrawn(var by) -> by;
            case State.Ended ended -> ended.approved();
        };
    }

    String items(List<Item> items) {
        return json.writeValueAsString(
                items.stream()
                        .map(item -> Map.of("label", item.label(), "kind", item.kind().code()))
                        .toList());
    }

    private List<Item> items(String written) {
        return json.readTree(written)
                .valueStream()
                .map(
                        item ->
                                new Item(
                                        item.get("label").asString(),
                                        Item.Kind.find(item.get("kind").asString()).orElseThrow()))
                .toList();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
