package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sunmao.access.Scope;
import org.sunmao.meeting.Exclusion;
import org.sunmao.meeting.NewMeeting.Excluded;
import org.sunmao.meeting.Voting.Counts;
import org.sunmao.meeting.internal.MeetingView.MeetingAnnotation;
import org.sunmao.meeting.internal.MeetingView.MeetingLecture;
import org.sunmao.meeting.internal.MeetingView.MeetingNamed;
import org.sunmao.rules.RuleId;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a meeting with its votes, annotations, grades and measures in one statement. */
@Repository
class ShownStore {

    private static final String NAME =
            """
            (select l.name from organization.label_published l where l.id = %1$s.organization
              order by l.valid_from <= %1$s.held_on desc, l.valid_from desc limit 1)
            """;
    private static final String SELECT =
            """
            select m.*, %s as organization_name,
              (select l.kind from organization.label_published l where l.id = m.organization
                order by l.valid_to desc limit 1) as organization_kind,
              (select p.parent from organization.place_published p where p.id = m.organization
                order by p.valid_to desc limit 1) as parent,
              (select json_agg(json_build_object('id', v.id, 'number', v.number,
                  'matter', v.matter, 'rule', v.rule, 'secret', v.secret, 'due', v.due,
                  'present', v.present, 'written', v.written, 'inFavour', v.in_favour,
                  'against', v.against, 'abstained', v.abstained, 'passed', v.passed,
                  'bound', v.bound, 'excluded',
                  (select json_agg(json_build_object('member', x.member, 'reason', x.reason,
                      'consent', x.consent) order by x.member)
                    from meeting.exclusion x where x.vote = v.id))
                  order by v.number)
                from meeting.vote v where v.meeting = m.id) as votes,
              (select json_agg(json_build_object('says', a.says, 'by', a.name, 'at', a.at)
                  order by a.id)
                from meeting.annotation a where a.meeting = m.id) as annotations,
              (select json_agg(json_build_object('member', g.member, 'excellent', g.excellent,
                  'qualified', g.qualified, 'basic', g.basic, 'unqualified', g.unqualified,
                  'grade', g.grade, 'gap', g.gap, 'toldOn', g.told_on) order by g.member)
                from meeting.grade g where g.meeting = m.id) as grades,
              (select json_agg(json_build_object('id', s.id, 'number', s.number, 'says', s.says,
                  'member', s.member, 'due', s.due, 'doneOn', s.done_on,
                  'doneSays', s.done_says) order by s.number)
                from meeting.measure s where s.meeting = m.id) as measures,
              t.topic as lecture_topic, t.organization as lecture_organization,
              %s as lecture_of
            from meeting.meeting m left join lateral
              meeting.lecture_told(m.lecture) t on true
            where
            """
                    .formatted(NAME.formatted("m"), NAME.formatted("t"));
    private static final String GET = SELECT + " m.id = :id and " + MeetingStore.SCOPE;
    private static final String YEAR =
            SELECT
                    + """
                     m.organization = any(:organizations)
                      and m.held_on >= :first and m.held_on <= :last
                      and m.state in ('draft', 'signed', 'returned', 'accepted', 'archived')
                    order by m.held_on, m.begins nulls last, m.id
                    """;

    private record KeptExclusion(UUID member, String reason, String consent) {

        Excluded excluded() {
            return new Excluded(member, Exclusion.find(reason).orElseThrow(), consent);
        }
    }

    private record KeptVote(
            UUID id,
            int number,
            String matter,
            String rule,
            boolean secret,
            int due,
            int present,
            int written,
            int inFavour,
            int against,
            int abstained,
            boolean passed,
            boolean bound,
            @Nullable List<KeptExclusion> excluded) {

        Vote vote() {
            var counts = new Counts(due, present, written, inFavour, against, abstained);
            return new Vote(
                    id, number, matter, new RuleId(rule), secret, counts, passed, bound, without());
        }

        private List<Excluded> without() {
            return excluded == null
                    ? List.of()
                    : excluded.stream().map(KeptExclusion::excluded).toList();
        }
    }

    private static final TypeReference<List<KeptVote>> VOTES = new TypeReference<>() {};
    private static final TypeReference<List<MeetingAnnotation>> ANNOTATIONS =
            new TypeReference<>() {};
    private static final TypeReference<List<Shown.Grade>> GRADES = new TypeReference<>() {};
    private static final TypeReference<List<Shown.Measure>> MEASURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final MeetingRows rows;
    private final JsonMapper json;

    ShownStore(JdbcClient jdbc, MeetingRows rows, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    Optional<Shown> get(Scope scope, UUID id) {
        return MeetingStore.in(jdbc, scope, GET)
                .param("id", id)
                .query((row, number) -> shown(row, number))
                .optional();
    }

    /** What organizations of the scope held in a year, the first first. */
    List<Shown> year(Collection<UUID> organizations, int year) {
        return jdbc.sql(YEAR)
                .param("organizations", organizations.toArray(UUID[]::new))
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query((row, number) -> shown(row, number))
                .list();
    }

    private Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                rows.mapRow(row, number),
                row.getString("organization_name"),
                row.getString("organization_kind"),
                row.getObject("parent", UUID.class),
                list(row.getString("votes"), VOTES).stream().map(KeptVote::vote).toList(),
                list(row.getString("annotations"), ANNOTATIONS),
                list(row.getString("grades"), GRADES),
                list(row.getString("measures"), MEASURES),
                lecture(row));
    }

    private <T> List<T> list(@Nullable String written, TypeReference<List<T>> type) {
        return written == null ? List.of() : json.readValue(written, type);
    }

    private static @Nullable MeetingLecture lecture(ResultSet row) throws SQLException {
        var id = row.getObject("lecture", UUID.class);
        var topic = row.getString("lecture_topic");
        return id == null || topic == null
                ? null
                : new MeetingLecture(
                        id,
                        topic,
                        new MeetingNamed(
                                row.getObject("lecture_organization", UUID.class),
                                row.getString("lecture_of")));
    }
}
