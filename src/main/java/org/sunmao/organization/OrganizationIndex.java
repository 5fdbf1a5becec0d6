package org.sunmao.organization;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.Organizations.Holder;
import org.sunmao.register.Field;
import org.sunmao.register.Roster.Finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds organizations of one scope by a text: the full name, a name with those of its superiors
 * before it ({@code 东乡委员会/东村党支部}), or the id. Nothing is guessed.
 */
public interface OrganizationIndex {

    Match match(String text);

    /** One that is there today, within the scope. */
    Optional<Known> known(UUID id);

    /** The name, with as many of the superiors' as it takes to mean this one alone. */
    String told(Known organization);

    /**
     * An organization that is there today.
     *
     * @param kind a code of table organizationKind
     * @param divided whether organizations stand below it
     */
    record Known(
            UUID id,
            String name,
            String kind,
            @Nullable UUID parent,
            LocalDate establishedOn,
            boolean divided) {

        /** As one that members may be held by. */
        public Holder holder() {
            return new Holder(name, kind, null, divided);
        }
    }

    /** What a text means. */
    sealed interface Match {

        /** What is to be told of a text that means no single one that is there; else empty. */
        default Optional<Finding> fault(Field field, String text) {
            return switch (this) {
                case One _ -> Optional.empty();
                case Several several -> Optional.of(several(field, text, several));
                case None none -> Optional.of(none(field, text, none));
                case Ended(var name, var on) ->
                        Optional.of(
                                Finding.error(
                                        field.name(),
                                        "ended-organization",
                                        "“" + name + "”已于 " + on + " 撤销，请改填现在的党组织"));
            };
        }

        private static Finding several(Field field, String text, Several several) {
            var more = several.count() > several.names().size() ? "等" : "";
            return Finding.error(
                    field.name(),
                    "ambiguous-organization",
                    "有 %d 个党组织叫“%s”，请写成“上级/名称”，如：%s%s"
                            .formatted(
                                    several.count(),
                                    brief(text),
                                    String.join("、", several.names()),
                                    more));
        }

        private static Finding none(Field field, String text, None none) {
            var nearest =
                    none.nearest().isEmpty()
                            ? "，请核对全称"
                            : "，最接近的是：" + String.join("、", none.nearest()) + "，请核对全称";
            return Finding.error(
                    field.name(),
                    "unknown-organization",
                    "您的管理范围内没有“" + brief(text) + "”" + nearest);
        }

        private static String brief(String text) {
            var length = text.codePointCount(0, text.length());
            return length <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
        }
    }

    record One(Known organization) implements Match {}

    /**
     * More than one is called so.
     *
     * @param names of up to three, each so that it means one alone
     */
    record Several(int count, List<String> names) implements Match {}

    /**
     * None in the scope is called so.
     *
     * @param nearest up to three that are called nearly so
     */
    record None(List<String> nearest) implements Match {}

    /** One that is no more. */
    record Ended(String name, LocalDate on) implements Match {}
}
