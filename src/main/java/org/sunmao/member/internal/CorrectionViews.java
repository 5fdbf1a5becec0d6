package org.sunmao.member.internal;

import static java.time.temporal.ChronoUnit.DAYS;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Accounts;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;
import org.sunmao.member.internal.Correction.Accepted;
import org.sunmao.member.internal.Correction.Answer;
import org.sunmao.member.internal.Correction.Asked;
import org.sunmao.member.internal.Correction.Done;
import org.sunmao.member.internal.Correction.Refused;
import org.sunmao.member.internal.Correction.State;
import org.sunmao.member.internal.Correction.Withdrawn;
import org.sunmao.organization.Organizations.Named;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Code;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.FieldKind.Flag;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldReader;
import org.sunmao.rules.RuleRefused;
import org.sunmao.rules.Rulebook;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Shows correction requests: in a list without what could be a number, one by one in full. */
@Component
class CorrectionViews {

    private final FieldReader reader;
    private final Accounts accounts;
    private final Rulebook rulebook;
    private final Clock clock;

    CorrectionViews(FieldReader reader, Accounts accounts, Rulebook rulebook, Clock clock) {
        this.reader = reader;
        this.accounts = accounts;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    CorrectionView brief(SignedIn who, Correction it) {
        return view(who, it, false);
    }

    CorrectionView whole(SignedIn who, Correction it) {
        return view(who, it, true);
    }

    private CorrectionView view(SignedIn who, Correction it, boolean whole) {
        var field = field(it);
        var answer = answer(it.state());
        var today = LocalDate.now(clock);
        return new CorrectionView(
                it.id(),
                new Named(it.member(), it.memberName()),
                new Named(it.organization(), it.organizationName()),
                it.field(),
                field.label(),
                it.committee(),
                shown(field, it.proposed()),
                whole ? it.proposed() : null,
                whole ? it.says() : null,
                Correction.code(it.state()),
                it.askedAt(),
                it.dueOn(),
                it.open() ? (int) DAYS.between(today, it.dueOn()) : null,
                answer == null ? null : accounts.names(Set.of(answer.by())).get(answer.by()),
                answer == null ? closed(it.state()) : answer.at(),
                it.state() instanceof Refused(_, var reason) ? reason : null,
                it.open() && refusal(who, it) == null);
    }

    /**
     * What is proposed as a person reads it. What a member typed for a number may be none, and is
     * covered then.
     */
    private @Nullable String shown(Field field, @Nullable String proposed) {
        if (proposed == null) {
            return null;
        }
        return switch (field.kind()) {
            case Code _, Flag _ -> reader.show(field, proposed);
            case Formed(var normal, var shown) -> {
                try {
                    yield shown.apply(normal.apply(proposed));
                } catch (Fault _) {
                    yield "（打开后查看）";
                }
            }
            default ->
                    proposed.codePoints().filter(Character::isDigit).count() > MOST_DIGITS
                            ? "（打开后查看）"
                            : proposed;
        };
    }

    /** A day has eight; a telephone number has more. */
    private static final int MOST_DIGITS = 8;

    /**
     * Refuses who may not answer it.
     *
     * @throws RuleRefused for one's own request, and of a branch for what its committee decides
     */
    void refuseWhoMayNot(SignedIn who, Correction it) {
        var why = refusal(who, it);
        if (why != null) {
            throw new RuleRefused(
                    rulebook.rule(
                            it.committee() ? MemberCards.OF_THE_COMMITTEE : Corrections.RIGHT,
                            LocalDate.now(clock)),
                    why);
        }
    }

    private static @Nullable String refusal(SignedIn who, Correction it) {
        if (!who.role().may(Right.MEMBERS_WRITE)) {
            return "您现在的角色不能办理更正申请";
        }
        if (it.member().equals(who.member())) {
            return "自己提出的申请由上级党委办理，不能自己答复";
        }
        return it.committee() && who.role() == Role.SECRETARY ? "这一项由上级党委核准，由乡镇党务工作者办理" : null;
    }

    static Field field(Correction it) {
        return FieldReader.find(MemberFields.EDITED, it.field()).orElseThrow();
    }

    static String word(State state) {
        return switch (state) {
            case Asked _ -> "还没有答复";
            case Accepted _ -> "已经受理";
            case Done _ -> "已经更正";
            case Refused _ -> "已经答复不予更正";
            case Withdrawn _ -> "已由本人撤回";
        };
    }

    private static @Nullable Answer answer(State state) {
        return switch (state) {
            case Accepted(var answer) -> answer;
            case Done(var answer) -> answer;
            case Refused(var answer, _) -> answer;
            case Asked _, Withdrawn _ -> null;
        };
    }

    private static @Nullable Instant closed(State state) {
        return state instanceof Withdrawn(var at) ? at : null;
    }
}
