package org.sunmao.member.internal;

import static org.sunmao.member.internal.MemberCodec.text;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.member.CitizenNumber;
import org.sunmao.member.internal.MemberMatches.Standing;
import org.sunmao.organization.Organizations.Holder;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Finding;
import org.sunmao.register.Roster.Level;
import org.sunmao.rules.RuleRefused;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What is found of a row of a roster of members, each in words that say what to do. */
@Component
class MemberFindings {

    static final Finding NUMBER_LACKING =
            Finding.error(
                    MemberFields.CITIZEN_NUMBER.name(),
                    "number-lacking",
                    "请填写公民身份号码；没有号码时，只有姓名、出生日期、所在党支部与登记册里某一人都相同才能对上");

    /** What the citizen number tells, too. */
    static final Set<String> OF_NUMBER =
            Set.of(
                    MemberFields.CITIZEN_NUMBER.name(),
                    MemberFields.BORN_ON.name(),
                    MemberFields.SEX.name());

    private static final String MAN = "1";
    private static final String WOMAN = "2";

    /** What a row must say of somebody who is not in the register yet. */
    private static final List<Field> REQUIRED =
            MemberFields.EDITED.stream().filter(Field::required).toList();

    private static final Map<String, String> OF_RULES =
            Map.of(
                    MemberDates.OF_AGE.value(), "joined-too-young",
                    MemberDates.PROBATION.value(), "converted-too-early");

    private final MemberChecks checks;
    private final Holders holders;

    MemberFindings(MemberChecks checks, Holders holders) {
        this.checks = checks;
        this.holders = holders;
    }

    static boolean error(Finding found) {
        return found.level() == Level.ERROR;
    }

    /** Takes from the number what it tells; and names what is lacking. */
    void complete(Map<String, @Nullable Object> values, List<Finding> findings) {
        var typed = text(values, MemberFields.CITIZEN_NUMBER);
        var number = typed == null ? null : CitizenNumber.of(typed);
        if (number != null && values.get(MemberFields.BORN_ON.name()) == null) {
            values.put(MemberFields.BORN_ON.name(), number.bornOn());
            findings.add(taken(MemberFields.BORN_ON, "取 " + number.bornOn()));
        }
        if (number != null && values.get(MemberFields.SEX.name()) == null) {
            values.put(MemberFields.SEX.name(), number.ofMan() ? MAN : WOMAN);
            findings.add(taken(MemberFields.SEX, number.ofMan() ? "取男" : "取女"));
        }
        for (var field : REQUIRED) {
            var told = findings.stream().anyMatch(found -> field.name().equals(found.field()));
            if (values.get(field.name()) == null && !told) {
                findings.add(Finding.error(field.name(), "required", "请填写" + field.label()));
            }
        }
    }

    private static Finding taken(Field field, String value) {
        return Finding.warning(
                field.name(), "taken-from-number", field.label() + "空着，按公民身份号码" + value + "，请核对");
    }

    /** What cannot be, or a rule forbids, in the values of one day. */
    List<Finding> values(Map<String, @Nullable Object> values, LocalDate today) {
        if (values.get(MemberFields.FULL_ON.name()) instanceof LocalDate fullOn
                && values.get(MemberFields.JOINED_ON.name()) instanceof LocalDate joinedOn
                && fullOn.isBefore(joinedOn)) {
            return List.of(
                    Finding.error(
                            MemberFields.FULL_ON.name(),
                            "converted-before-joined",
                            "转正日期早于入党日期，请核对是否填反"));
        }
        return refused(() -> checks.check(values, today));
    }

    /** Those that many rows name, as they are today. */
    Map<UUID, Holder> today(Scope scope, Collection<UUID> organizations) {
        return holders.today(scope, organizations);
    }

    /** Why one of the scope cannot hold a member from today on; empty if it can. */
    List<Finding> holder(Scope scope, Holder holder) {
        return refused(() -> holders.fit(scope, holder));
    }

    /** Why the organization cannot hold the member since an earlier day; empty if it can. */
    List<Finding> holder(Scope scope, UUID organization, LocalDate since) {
        return refused(() -> holders.check(scope, organization, since));
    }

    /** Why it is no group of the member's branch; empty if it is, or none is named. */
    List<Finding> group(Map<String, @Nullable Object> values, LocalDate since) {
        return refused(() -> holders.checkGroup(values, since));
    }

    static Finding hostElsewhere(String text) {
        return Finding.warning(
                MemberFields.HOST.name(),
                "host-elsewhere",
                "您的管理范围内没有“" + text + "”，按平台外的流入地党组织登记；在平台里的，请导入以后在党员页面选择");
    }

    /** Why it can be no host of the member; empty if it can, or none is named. */
    List<Finding> host(Scope scope, Map<String, @Nullable Object> values, LocalDate since) {
        return refused(() -> holders.checkHost(scope, values, since));
    }

    /** What an examination by hand would refuse, told as findings. */
    static List<Finding> refused(Runnable examination) {
        try {
            examination.run();
            return List.of();
        } catch (InputRefused refused) {
            return refused.errors().stream()
                    .map(
                            place ->
                                    Finding.error(
                                            place.pointer().replace("/", ""),
                                            "not-possible",
                                            place.detail()))
                    .toList();
        } catch (RuleRefused refused) {
            var rule = refused.rule();
            var id = rule.id().value();
            var says = refused.getMessage() + "（" + rule.cite() + "）";
            return List.of(
                    new Finding(
                            refused.fields().isEmpty() ? null : refused.fields().getFirst(),
                            Level.ERROR,
                            OF_RULES.getOrDefault(id, "against-rule"),
                            says,
                            id));
        }
    }

    /** The number against birth date and sex (COD-09): a person looks into it, once. */
    static List<Finding> number(Map<String, @Nullable Object> values) {
        var typed = text(values, MemberFields.CITIZEN_NUMBER);
        if (typed == null) {
            return List.of();
        }
        var number = CitizenNumber.of(typed);
        var findings = new ArrayList<Finding>();
        if (!Objects.equals(values.get(MemberFields.BORN_ON.name()), number.bornOn())) {
            findings.add(
                    Finding.warning(
                            MemberFields.BORN_ON.name(),
                            "birth-differs-from-number",
                            "出生日期与公民身份号码里的不一致；档案记载不同的，以档案为准，请核对后确认"));
        }
        var sex = values.get(MemberFields.SEX.name());
        if (number.ofMan() ? WOMAN.equals(sex) : MAN.equals(sex)) {
            findings.add(
                    Finding.warning(
                            MemberFields.SEX.name(),
                            "sex-differs-from-number",
                            "性别与公民身份号码里的不一致，请核对后确认"));
        }
        return findings;
    }

    /** What somebody should look at before a member is changed. */
    static List<Finding> changing(
            Standing standing, Map<String, Object> differing, Supplier<String> from) {
        var findings = new ArrayList<Finding>();
        if (differing.containsKey(MemberFields.NAME.name())) {
            findings.add(
                    Finding.warning(
                            MemberFields.NAME.name(),
                            "name-differs",
                            "登记册里这个公民身份号码的姓名是“" + standing.name() + "”，导入会改名，请核对后确认"));
        }
        if (differing.containsKey(MemberFields.ORGANIZATION.name())) {
            findings.add(
                    Finding.warning(
                            MemberFields.ORGANIZATION.name(),
                            "moves",
                            "登记册里在“" + from.get() + "”，导入会把组织关系改到名册里的党支部，请核对后确认"));
        }
        return findings;
    }

    static Finding several(int count) {
        return Finding.error(
                MemberFields.CITIZEN_NUMBER.name(),
                "several-members",
                "登记册里有 " + count + " 名党员姓名、出生日期、党支部都相同，请补上公民身份号码");
    }

    static Finding sameOrNot(Standing standing, String place) {
        return new Finding(
                MemberFields.CITIZEN_NUMBER.name(),
                Level.QUESTION,
                "is-it-this-member",
                "这一行没有公民身份号码。登记册里“%s”有一名%s，%s 出生，是同一个人吗？"
                        .formatted(
                                place,
                                standing.name(),
                                standing.values().get(MemberFields.BORN_ON.name())),
                null);
    }
}
