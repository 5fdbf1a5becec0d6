package org.sunmao.member.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.PostGrants;
import org.sunmao.access.PostGrants.Followed;
import org.sunmao.access.Scope;
import org.sunmao.journal.Act;
import org.sunmao.journal.Journal;
import org.sunmao.member.MemberId;
import org.sunmao.register.Change;
import org.sunmao.register.Timeline;
import org.sunmao.web.InputRefused;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The formal relation of one member comes to another organization, from a day on. */
@Component
class MemberMove {

    private final MemberLives lives;
    private final Holders holders;
    private final PostGrants grants;
    private final Journal journal;

    MemberMove(MemberLives lives, Holders holders, PostGrants grants, Journal journal) {
        this.lives = lives;
        this.holders = holders;
        this.grants = grants;
        this.journal = journal;
    }

    void move(Scope scope, MemberId member, UUID to, LocalDate on) {
        var id = member.value();
        holders.check(scope, to, on);
        var _ = lives.lock(id);
        var before = lives.load(id);
        var from = MemberLives.organization(before);
        if (from.equals(to)) {
            return;
        }
        refuseTooEarly(before, on);
        var values = new HashMap<String, @Nullable Object>();
        values.put(MemberFields.ORGANIZATION.name(), to);
        values.put(MemberFields.PARTY_GROUP.name(), null);
        var after = new Change(values, on, false).applyTo(before, MemberFields.EDITED);
        lives.save(id, before, after);
        var _ = grants.follow(scope, List.of(new Followed(id, from, to)), scope.day());
        journal.append(scope.actor(), act(id, from, to, on));
    }

    private static void refuseTooEarly(Timeline before, LocalDate on) {
        if (!on.isAfter(before.begin())) {
            throw new InputRefused("on", "党员登记从 %s 开始，转接的日期要晚于这一天".formatted(before.begin()));
        }
    }

    private static Act act(UUID id, UUID from, UUID to, LocalDate on) {
        return new Act(
                to,
                "member.move",
                "member",
                id,
                on,
                List.of(),
                Map.of(
                        "before",
                        Map.of("organization", from),
                        "after",
                        Map.of("organization", to)));
    }
}
