package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.code.CodeTable;
import org.sunmao.document.Documents;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Readings;
import org.sunmao.member.internal.MemberPaper.Envelope;
import org.sunmao.member.internal.MemberPaper.Envelopes;
import org.sunmao.member.internal.MemberPaper.Roster;
import org.sunmao.member.internal.MemberPaper.RosterLine;
import org.sunmao.member.internal.MemberPaper.Sheet;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.Listing.Asked;
import org.sunmao.register.Listing.Part;
import org.sunmao.register.Words;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.AsOf;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Prints of members: a sheet, the roster of a branch, envelopes. What leaves as a list is told. */
@Service
class MemberPrinting {

    static final RuleId EXPORTS = new RuleId("PRV-12");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LONGEST_REASON = 200;
    private static final Set<String> OF_ROSTER =
            Set.of(
                    "name",
                    "sex",
                    "nation",
                    "bornOn",
                    "education",
                    "status",
                    "joinedOn",
                    "fullOn",
                    "jobPost",
                    "mobile");
    private static final Set<String> OF_ENVELOPE = Set.of("name", "organization", "address");

    /**
     * To whom envelopes are addressed.
     *
     * @param filter the query parameters of the list of members
     * @param reason what for: addresses stand in clear
     */
    record EnvelopeOrder(@Nullable Map<String, String> filter, @Nullable String reason) {}

    /** A print as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Printed(String name, byte[] content) {}

    private final Scopes scopes;
    private final MemberDirectory directory;
    private final MemberListing listing;
    private final MemberSheets sheets;
    private final Documents documents;
    private final Journal journal;
    private final Readings readings;
    private final Rulebook rulebook;
    private final Tree tree;
    private final Clock clock;

    MemberPrinting(
            Scopes scopes,
            MemberDirectory directory,
            MemberListing listing,
            MemberSheets sheets,
            Documents documents,
            Journal journal,
            Readings readings,
            Rulebook rulebook,
            Tree tree,
            Clock clock) {
        this.scopes = scopes;
        this.directory = directory;
        this.listing = listing;
        this.sheets = sheets;
        this.documents = documents;
        this.journal = journal;
        this.readings = readings;
        this.rulebook = rulebook;
        this.tree = tree;
        this.clock = clock;
    }

    /** All of one member, masked as on the screen. */
    Printed sheet(SignedIn who, AsOf asOf, UUID id) {
        var look = Look.of(Kind.PRINT, Level.S2).of("党员信息表");
        var card = directory.get(who, asOf, id, look);
        var paper =
                new Sheet(
                        id.toString(),
                        card.name(),
                        card.organization().name(),
                        sheets.groups(card),
                        told(who));
        return new Printed("党员信息表（" + card.name() + "）.pdf", documents.pdf("member/sheet", paper));
    }

    /** The members of one organization and below it, as many as need no approval. */
    Printed roster(SignedIn who, AsOf asOf, @Nullable UUID organization) {
        if (organization == null) {
            throw new InputRefused("organization", "请选择要打印的党支部");
        }
        var asked = listing.asked(who, Map.of("organization", organization.toString()));
        record Read(String name, LocalDate day, Part part) {}
        var read =
                scopes.read(
                        who,
                        asOf.day(),
                        scope ->
                                new Read(
                                        tree.name(organization, scope.day())
                                                .orElseThrow(NotFound::new),
                                        scope.day(),
                                        part(who, asked, scope, OF_ROSTER)));
        var rows = read.part().rows().stream().map(this::line).toList();
        var values = Map.of("rows", rows.size(), "day", read.day().toString());
        scopes.write(who, scope -> tell(scope, organization, "member.print-roster", values));
        var look = Look.of(Kind.PRINT, Level.S2).of("党员花名册");
        readings.each(who.reader(), look, read.part().read());
        var paper =
                new Roster(
                        organization.toString(),
                        read.name(),
                        read.day(),
                        rows.size(),
                        rows,
                        told(who));
        return new Printed(read.name() + "党员花名册.pdf", documents.pdf("member/roster", paper));
    }

    /** Envelopes to those whom a filter finds; their addresses stand in clear. */
    Printed envelopes(SignedIn who, EnvelopeOrder order) {
        var reason = reason(order.reason());
        var filter = order.filter() == null ? Map.<String, String>of() : order.filter();
        var asked = listing.asked(who, filter);
        var part = scopes.read(who, scope -> part(who, asked, scope, OF_ENVELOPE));
        var rows = part.rows();
        var addressed = rows.stream().filter(row -> row.containsKey("address")).toList();
        if (addressed.isEmpty()) {
            throw new InputRefused("filter", "所选的党员都没有登记详细地址，没有可以打印的信封");
        }
        var told =
                Map.of(
                        "rows",
                        addressed.size(),
                        "filter",
                        filter,
                        "sensitive",
                        List.of(MemberFields.ADDRESS.label()),
                        "reason",
                        reason);
        scopes.write(who, scope -> tell(scope, who.organization(), "member.print-envelopes", told));
        var look = Look.of(Kind.PRINT, Level.S3).of("信封（完整地址）").because(reason);
        readings.each(who.reader(), look, part.read());
        var lacking =
                rows.stream()
                        .filter(row -> !row.containsKey("address"))
                        .map(row -> text(row, "name"))
                        .collect(Collectors.joining("、"));
        var paper =
                new Envelopes(
                        who.account().toString(),
                        addressed.stream().map(MemberPrinting::envelope).toList(),
                        addressed.size(),
                        lacking,
                        told(who));
        return new Printed("信封.pdf", documents.pdf("member/envelopes", paper));
    }

    /** All at once: a longer list goes out as an export, which somebody approves. */
    private Part part(SignedIn who, Asked asked, Scope scope, Set<String> fields) {
        var rule = rulebook.rule(EXPORTS, LocalDate.now(clock), who.organization());
        var most = rule.figure("approvalAbove");
        var count = asked.count(scope);
        if (count == 0) {
            throw new InputRefused("filter", "没有符合条件的党员，不用打印");
        }
        if (count > most) {
            throw new RuleRefused(
                    rule, "共 " + count + " 人，一次最多打印 " + most + " 人，请缩小范围；要整份名单，请在党员名册上用“导出”");
        }
        return asked.part(scope, fields, null, most);
    }

    private boolean tell(
            Scope scope, @Nullable UUID organization, String action, Map<String, ?> values) {
        var rules = List.of(EXPORTS.value());
        journal.append(
                scope.actor(),
                new Act(
                        organization,
                        action,
                        "organization",
                        organization,
                        scope.day(),
                        rules,
                        values));
        return true;
    }

    private RosterLine line(Map<String, Object> row) {
        return new RosterLine(
                text(row, "name"),
                sheets.label(CodeTable.SEX, row.get("sex")),
                sheets.label(CodeTable.NATION, row.get("nation")),
                day(row, "bornOn"),
                sheets.label(CodeTable.EDUCATION, row.get("education")),
                sheets.label(CodeTable.MEMBER_STATUS, row.get("status")),
                day(row, "joinedOn"),
                day(row, "fullOn"),
                sheets.label(CodeTable.JOB_POST, row.get("jobPost")),
                masked(MemberFields.MOBILE, row));
    }

    private static Envelope envelope(Map<String, Object> row) {
        return new Envelope(text(row, "name"), text(row, "organization"), text(row, "address"));
    }

    private static String masked(Field field, Map<String, Object> row) {
        var value = row.get(field.name());
        if (value == null) {
            return "";
        }
        return field.kind() instanceof Formed(_, var shown) ? shown.apply(value.toString()) : "";
    }

    private static String text(Map<String, Object> row, String name) {
        var value = row.get(name);
        return value == null ? "" : value.toString();
    }

    private static String day(Map<String, Object> row, String name) {
        return row.get(name) instanceof LocalDate day ? day.toString() : "";
    }

    private String told(SignedIn who) {
        var time = TIME.withZone(clock.getZone()).format(clock.instant());
        return "由" + who.name() + "于 " + time + " 打印";
    }

    private static String reason(@Nullable String sent) {
        try {
            var reason = Words.clean(sent == null ? "" : sent);
            if (reason.isEmpty() || Words.length(reason) > LONGEST_REASON) {
                throw new InputRefused("reason", "信封上有完整的地址，请写明用途，" + LONGEST_REASON + " 个字以内");
            }
            return reason;
        } catch (Fault fault) {
            throw new InputRefused("reason", fault.reason());
        }
    }
}
