package org.sunmao.simulation.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.organization.NewOrganization;
import org.sunmao.organization.OrganizationId;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Settles who leads an organization, as text: members of a branch, or people of no branch here. */
final class Heads {

    private static final List<String> POSTS = List.of("副书记", "组织委员", "宣传委员", "纪检委员");

    private final Plan plan;
    private final Names names;
    private final LocalDate today;
    private final Dice dice;

    Heads(Plan plan, LocalDate today, Dice dice) {
        this.plan = plan;
        this.names = new Names(plan);
        this.today = today;
        this.dice = dice;
    }

    NewOrganization organization(Draft draft, Map<OrganizationId, Branch> branches) {
        var own = branches.get(draft.id());
        if (own != null) {
            return organization(draft, own.secretary(), own.others());
        }
        return switch (draft.kind()) {
            case "group" -> {
                var above = draft.parent() == null ? null : branches.get(draft.parent().id());
                var leader = above == null ? someone() : above.people().getLast().name();
                yield organization(draft, null, "组长：" + leader);
            }
            case "temporary" -> organization(draft, someone(), null);
            default -> organization(draft, someone(), others());
        };
    }

    private String others() {
        return String.join("；", POSTS.stream().map(post -> post + "：" + someone()).toList());
    }

    private String someone() {
        var man = !dice.chance(plan.profile(CountySketch.ORGAN).women());
        var bornIn = today.getYear() - plan.officerAges().draw(dice);
        return names.draw(man, plan.nations().words().getFirst(), bornIn, dice);
    }

    private static NewOrganization organization(
            Draft draft, @Nullable String secretary, @Nullable String officers) {
        var parent = draft.parent();
        return new NewOrganization(
                draft.id(),
                parent == null ? null : parent.id(),
                draft.name(),
                draft.kind(),
                draft.field(),
                BranchClasses.of(draft),
                draft.area().code(),
                secretary,
                officers,
                draft.establishedOn());
    }
}
