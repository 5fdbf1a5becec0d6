package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.stereotype.Repository;
import org.sunmao.member.CitizenNumber;
import org.sunmao.member.NewMember;
import org.sunmao.register.Timeline;
import org.sunmao.register.Timeline.Span;
import org.sunmao.vault.Vault;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes members, many at once; sensitive fields are sealed on the way. */
@Repository
class MemberWriter {

    private static final String IDENTITY = "insert into member.member (id) values (?)";
    private static final String PROFILE =
            """
            insert into member.profile (id, valid_from, organization, name, pinyin, sex,
              citizen_number, citizen_number_index, nation, born_on, native_place,
              registered_place, residence, education, degree, status, standing, joined_on, full_on,
              conversion, extension_months, admission_kind, admitted_in, job_post, stratum,
              frontline, technical_post, migrant_worker, from_taiwan, mobile, mobile_index,
              mobile_tail_index, phone, address, lost_on, lost_reason, floating, floating_to,
              file_kept_by, holds_office, member_class, way, party_age_correction,
              party_age_correction_reason, contact, party_group, host, host_name,
              number_differs)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String TERM =
            """
            insert into member.term (term, member, organization, valid_from, valid_to)
            values (?, ?, ?, ?, ?)
            """;
    private static final String FORGET = "delete from member.term where member = ?";
    private static final int BATCH = 1000;

    private record Read(NewMember member, Reading reading) {}

    private record Term(
            String term, UUID member, UUID organization, LocalDate from, LocalDate to) {}

    /** What a member is found by, as far as it stands in the profile. */
    static final List<String> FOUND_BY =
            List.of(
                    MemberFields.NAME.name(),
                    MemberFields.PINYIN.name(),
                    MemberFields.ORGANIZATION.name());

    /** Binds the values of one row in the order of its columns. */
    private static final class Row {

        private final PreparedStatement insert;
        private int column;

        Row(PreparedStatement insert) {
            this.insert = insert;
        }

        Row set(@Nullable Object value) throws SQLException {
            insert.setObject(++column, value);
            return this;
        }

        Row set(@Nullable UUID value) throws SQLException {
            insert.setObject(++column, value, Types.OTHER);
            return this;
        }

        Row set(byte @Nullable [] value) throws SQLException {
            insert.setBytes(++column, value);
            return this;
        }
    }

    private final JdbcTemplate jdbc;
    private final Vault vault;

    MemberWriter(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(List<NewMember> members) {
        batch(IDENTITY, members, (insert, member) -> insert.setObject(1, member.id().value()));
        // Reading a name costs more than all else here together, so it is done once.
        var read =
                members.stream().map(m -> new Read(m, Reading.of(m.name(), m.pinyin()))).toList();
        batch(PROFILE, read, this::profile);
        addTerms(read.stream().flatMap(MemberWriter::terms).toList());
    }

    /** What a member is found by, anew: after a change of name, reading or organization. */
    void renewTerms(UUID member, Timeline timeline) {
        jdbc.update(FORGET, member);
        addTerms(timeline.only(FOUND_BY).spans().stream().flatMap(s -> terms(member, s)).toList());
    }

    private void addTerms(List<Term> terms) {
        batch(
                TERM,
                terms,
                (insert, term) -> {
                    insert.setString(1, term.term());
                    insert.setObject(2, term.member());
                    insert.setObject(3, term.organization());
                    insert.setObject(4, term.from());
                    insert.setObject(5, term.to());
                });
    }

    private void profile(PreparedStatement insert, Read read) throws SQLException {
        var member = read.member();
        var number = CitizenNumber.of(member.citizenNumber()).value();
        var row = new Row(insert);
        row.set(member.id().value())
                .set(member.since())
                .set(member.organization())
                .set(member.name())
                .set(read.reading().pinyin())
                .set(member.sex())
                .set(vault.seal(Sealed.CITIZEN_NUMBER, number))
                .set(vault.blindIndex(Sealed.CITIZEN_NUMBER, number))
                .set(member.nation())
                .set(member.bornOn())
                .set(member.nativePlace())
                .set(member.registeredPlace())
                .set(member.residence())
                .set(member.education())
                .set(member.degree())
                .set(member.status().code())
                .set(member.standing())
                .set(member.joinedOn())
                .set(member.fullOn())
                .set(member.conversion())
                .set(member.extensionMonths())
                .set(member.admissionKind())
                .set(member.admittedIn())
                .set(member.jobPost())
                .set(member.stratum())
                .set(member.frontline())
                .set(member.technicalPost())
                .set(member.migrantWorker())
                .set(member.fromTaiwan());
        contact(row, member);
        circumstances(row, member);
    }

    private void contact(Row row, NewMember member) throws SQLException {
        var mobile = member.mobile();
        row.set(sealed(Sealed.MOBILE, mobile))
                .set(mobile == null ? null : vault.blindIndex(Sealed.MOBILE, mobile))
                .set(mobile == null ? null : tailIndex(mobile))
                .set(sealed(Sealed.PHONE, member.phone()))
                .set(sealed(Sealed.ADDRESS, member.address()));
    }

    private static void circumstances(Row row, NewMember member) throws SQLException {
        row.set(member.lostOn())
                .set(member.lostReason())
                .set(member.floating())
                .set(member.floatingTo())
                .set(member.fileKeptBy())
                .set(member.holdsOffice())
                .set(member.memberClass())
                .set(member.way())
                .set(member.partyAgeCorrection())
                .set(member.partyAgeCorrectionReason())
                .set(member.contact())
                .set(member.partyGroup())
                .set(member.host())
                .set(member.hostName())
                .set(MemberCodec.differs(member.citizenNumber(), member.bornOn(), member.sex()));
    }

    private byte[] tailIndex(String mobile) {
        return vault.blindIndex(Sealed.MOBILE_TAIL, new PhoneNumber(mobile).tail());
    }

    private byte @Nullable [] sealed(String field, @Nullable String clear) {
        return clear == null ? null : vault.seal(field, clear);
    }

    private static Stream<Term> terms(Read read) {
        var member = read.member();
        return read.reading().terms(member.name()).stream()
                .map(
                        term ->
                                new Term(
                                        term,
                                        member.id().value(),
                                        member.organization(),
                                        member.since(),
                                        Timeline.OPEN));
    }

    private static Stream<Term> terms(UUID member, Span span) {
        var values = span.values();
        var name = String.valueOf(values.get(MemberFields.NAME.name()));
        var reading = Reading.of(name, (String) values.get(MemberFields.PINYIN.name()));
        var organization =
                (UUID) Objects.requireNonNull(values.get(MemberFields.ORGANIZATION.name()));
        return reading.terms(name).stream()
                .map(term -> new Term(term, member, organization, span.from(), span.to()));
    }

    private <T> void batch(
            String sql, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        jdbc.batchUpdate(sql, rows, BATCH, setter);
    }
}
