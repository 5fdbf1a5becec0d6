package org.sunmao.organization.internal;

import org.sunmao.access.Scope;
import org.sunmao.organization.OrganizationIndex.Known;
import org.sunmao.organization.People;
import org.sunmao.organization.internal.PostKind.Group;
import org.sunmao.register.Roster.Answer;
import org.sunmao.register.Roster.Finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Finds whom the rows of a roster mean: by the number, else by name and with a question. */
final class OfficerPeople {

    private final NameIndex index;
    private final Map<String, People.Known> byNumber = new HashMap<>();
    private final Map<String, List<People.Known>> byName = new HashMap<>();

    OfficerPeople(NameIndex index) {
        this.index = index;
    }

    void learn(People people, Scope scope, Collection<OfficerLine> lines) {
        byNumber.putAll(
                people.byNumber(
                        scope,
                        lines.stream()
                                .map(line -> line.text(OfficerListing.CITIZEN_NUMBER))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
        byName.putAll(
                people.byName(
                        scope,
                        lines.stream()
                                .filter(line -> line.text(OfficerListing.CITIZEN_NUMBER) == null)
                                .map(line -> line.text(PostFields.NAME))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
    }

    /** By the number, which tells for certain. */
    void byNumber(OfficerLine line) {
        var number = line.text(OfficerListing.CITIZEN_NUMBER);
        if (number == null) {
            return;
        }
        var known = byNumber.get(number);
        var name = line.text(PostFields.NAME);
        if (known == null) {
            line.found(
                    Finding.error(
                            OfficerListing.CITIZEN_NUMBER.name(),
                            "unknown-member",
                            "您的管理范围内没有这个公民身份号码的党员，请核对号码，或先登记党员"));
        } else if (name != null
                && !NameIndex.normal(name).equals(NameIndex.normal(known.person().name()))) {
            line.found(
                    Finding.error(
                            PostFields.NAME.name(),
                            "name-differs",
                            "这个公民身份号码登记的姓名是“" + known.person().name() + "”，请核对姓名或号码"));
        } else {
            line.person = known;
        }
    }

    /** By the name, of which nobody can be certain. */
    void byName(OfficerLine line) {
        var name = line.text(PostFields.NAME);
        if (line.person != null || name == null) {
            return;
        }
        var member = line.kind() != null && line.kind().group() == Group.OFFICER;
        var alike = near(line, byName.getOrDefault(name, List.of()));
        if (line.entry.answer() == Answer.OTHER || alike.isEmpty()) {
            if (member) {
                line.found(lacking(alike.isEmpty(), name));
            }
        } else if (alike.size() > 1) {
            line.found(several(name, alike.size()));
        } else if (line.entry.answer() == Answer.SAME) {
            line.person = alike.getFirst();
        } else {
            line.found(
                    RosterFindings.question(
                            PostFields.NAME,
                            "is-it-this-member",
                            "是“%s”的党员%s（%d 年生）吗？也可以补填公民身份号码"
                                    .formatted(
                                            told(alike.getFirst().organization()),
                                            name,
                                            alike.getFirst().bornOn().getYear())));
        }
    }

    private static Finding lacking(boolean nobody, String name) {
        var why = nobody ? "您的管理范围内没有叫“" + name + "”的党员，" : "";
        return Finding.error(
                PostFields.NAME.name(),
                nobody ? "unknown-member" : "member-needed",
                why + "班子成员是党员，请填写公民身份号码，或先登记党员");
    }

    static Finding several(String name, int count) {
        return Finding.error(
                PostFields.NAME.name(),
                "several-members",
                "叫“" + name + "”的有 " + count + " 人，请填写公民身份号码");
    }

    /** Those around it, the nearest circle in which there is anybody: itself, its superior, all. */
    private List<People.Known> near(OfficerLine line, List<People.Known> named) {
        UUID top = line.organization;
        while (top != null) {
            var circle = top;
            var within = named.stream().filter(o -> below(o.organization(), circle)).toList();
            if (!within.isEmpty()) {
                return within;
            }
            top =
                    index.known(top)
                            .map(Known::parent)
                            .filter(p -> index.known(p).isPresent())
                            .orElse(null);
        }
        return List.of();
    }

    private boolean below(UUID organization, UUID top) {
        UUID at = organization;
        while (at != null) {
            if (at.equals(top)) {
                return true;
            }
            at = index.known(at).map(Known::parent).orElse(null);
        }
        return false;
    }

    private String told(UUID organization) {
        return index.known(organization).map(Known::name).orElse("");
    }
}
