package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.journal.Look;
import org.sunmao.journal.Look.Kind;
import org.sunmao.journal.Look.Level;
import org.sunmao.journal.Readings;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.Words;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.vault.Vault;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Shows masked fields of one person in clear (PRV-10): to whoever holds them today, with a reason
 * that the person reads.
 */
@Service
class MemberUnmasking {

    static final RuleId MASKED = new RuleId("PRV-10");

    private static final int LONGEST = 100;

    /** A field that is masked, and where its value lies sealed. */
    private record Hidden(Field field, String sealed) {}

    private static final List<Hidden> HIDDEN =
            List.of(
                    new Hidden(MemberFields.CITIZEN_NUMBER, Sealed.CITIZEN_NUMBER),
                    new Hidden(MemberFields.MOBILE, Sealed.MOBILE),
                    new Hidden(MemberFields.PHONE, Sealed.PHONE),
                    new Hidden(MemberFields.ADDRESS, Sealed.ADDRESS));

    /**
     * What somebody asks to see.
     *
     * @param fields names of masked fields
     * @param reason a code of {@link UnmaskReason}
     * @param text what it is about
     */
    record UnmaskOrder(
            @Nullable List<@Nullable String> fields,
            @Nullable String reason,
            @Nullable String text) {}

    /**
     * Fields in clear.
     *
     * @param values by the names of the fields; without those that are empty
     * @param seconds after how many seconds a screen hides them again
     */
    record UnmaskedView(Map<String, String> values, int seconds) {}

    /** What may be said as a reason. */
    record UnmaskTerms(List<UnmaskChoice> reasons, int shortest, int longest, int seconds) {}

    record UnmaskChoice(String code, String label) {}

    private final Scopes scopes;
    private final MemberStore store;
    private final Readings readings;
    private final Vault vault;
    private final Rulebook rulebook;
    private final Clock clock;

    MemberUnmasking(
            Scopes scopes,
            MemberStore store,
            Readings readings,
            Vault vault,
            Rulebook rulebook,
            Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.readings = readings;
        this.vault = vault;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    UnmaskTerms terms() {
        var rule = rule();
        var reasons =
                List.of(UnmaskReason.values()).stream()
                        .map(reason -> new UnmaskChoice(reason.code(), reason.label()))
                        .toList();
        return new UnmaskTerms(
                reasons, rule.figure("shortestReason"), LONGEST, rule.figure("seconds"));
    }

    UnmaskedView unmask(SignedIn who, UUID id, UnmaskOrder order) {
        var hidden = hidden(order.fields());
        var reason = reason(order);
        var member =
                scopes.read(who, scope -> store.get(id, scope, null).orElseThrow(NotFound::new));
        var labels = hidden.stream().map(h -> h.field().label()).collect(Collectors.joining("、"));
        var look = Look.of(Kind.UNMASK, Level.S3).of(labels).because(reason);
        readings.each(who.reader(), look, List.of(id));
        var values = new LinkedHashMap<String, String>();
        for (var one : hidden) {
            var sealed = sealed(member, one);
            if (sealed != null) {
                values.put(one.field().name(), vault.open(one.sealed(), sealed));
            }
        }
        return new UnmaskedView(values, rule().figure("seconds"));
    }

    private static byte @Nullable [] sealed(MemberRecord member, Hidden hidden) {
        return switch (hidden.sealed()) {
            case Sealed.CITIZEN_NUMBER -> member.citizenNumber();
            case Sealed.MOBILE -> member.mobile();
            case Sealed.PHONE -> member.phone();
            default -> member.address();
        };
    }

    private static List<Hidden> hidden(@Nullable List<@Nullable String> asked) {
        if (asked == null || asked.isEmpty()) {
            throw new InputRefused("/fields", "请选择要查看的项目");
        }
        var hidden = HIDDEN.stream().filter(one -> asked.contains(one.field().name())).toList();
        if (hidden.size() != asked.stream().distinct().count()) {
            throw new InputRefused("/fields", "所选的项目里有不能查看完整内容的");
        }
        return hidden;
    }

    private String reason(UnmaskOrder order) {
        var chosen =
                UnmaskReason.find(order.reason())
                        .orElseThrow(() -> new InputRefused("/reason", "请选择查看的原因"));
        var shortest = rule().figure("shortestReason");
        try {
            var text = Words.clean(order.text() == null ? "" : order.text());
            var length = Words.length(text);
            if (length < shortest || length > LONGEST) {
                var says = "请写明具体事由，%d 到 %d 个字，本人看得到".formatted(shortest, LONGEST);
                throw new InputRefused("/text", says);
            }
            return chosen.label() + "：" + text;
        } catch (Fault fault) {
            throw new InputRefused("/text", fault.reason());
        }
    }

    private Rule rule() {
        return rulebook.rule(MASKED, LocalDate.now(clock));
    }
}
