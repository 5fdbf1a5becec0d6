package org.sunmao.simulation.internal;

import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.code.Codes;
import org.sunmao.meeting.Beginning;
import org.sunmao.member.Members;
import org.sunmao.member.NewMember;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.Posts;
import org.sunmao.simulation.internal.DemoAccounts.Opened;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

/** Enters a land through the registers, all in one transaction: a killed load leaves nothing. */
@Component
class Loading {

    private static final int CHUNK = 1000;

    /** Is told each step and how many rows were entered; throws to break the loading off. */
    interface Listener {

        void begins(String step);

        void entered(int rows);
    }

    private final Scopes scopes;
    private final Codes codes;
    private final Organizations organizations;
    private final Members members;
    private final Posts posts;
    private final DemoAccounts accounts;
    private final DemonstrationStore store;
    private final Beginning beginning;
    private final Clock clock;

    Loading(
            Scopes scopes,
            Codes codes,
            Organizations organizations,
            Members members,
            Posts posts,
            DemoAccounts accounts,
            DemonstrationStore store,
            Beginning beginning,
            Clock clock) {
        this.scopes = scopes;
        this.codes = codes;
        this.organizations = organizations;
        this.members = members;
        this.posts = posts;
        this.accounts = accounts;
        this.store = store;
        this.beginning = beginning;
        this.clock = clock;
    }

    List<Opened> load(String kind, Land land, Listener listener) {
        return scopes.system("demo", scope -> enter(scope, kind, land, listener));
    }

    private List<Opened> enter(Scope scope, String kind, Land land, Listener listener) {
        store.takeTime();
        listener.begins("登记行政区划");
        codes.addDivisions(land.divisions());
        listener.begins("登记党组织");
        chunks(land.organizations(), listener, chunk -> organizations.enter(scope, chunk));
        beginning.set(scope, scope.day()); // nothing was recorded so far
        listener.begins("登记单位");
        chunks(land.bodies(), listener, chunk -> organizations.enterBodies(scope, chunk));
        listener.begins("登记党员");
        land.members()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(chunk -> enter(scope, chunk, listener));
        listener.begins("开立账号");
        var opened = accounts.open(scope, land.shown());
        listener.begins("登记届期和任职");
        chunked(land.terms(), listener, chunk -> posts.enterTerms(scope, chunk));
        chunked(land.posts(), listener, chunk -> posts.enter(scope, chunk));
        chunked(land.reviews(), listener, chunk -> organizations.enterReviews(scope, chunk));
        store.add(kind, clock.instant());
        store.refreshStatistics();
        listener.begins("核对并保存");
        return opened;
    }

    private void enter(Scope scope, List<NewMember> chunk, Listener listener) {
        members.enter(scope, chunk);
        listener.entered(chunk.size());
    }

    /** Posts are not counted among the rows of the plan. */
    private static <T> void chunked(List<T> rows, Listener listener, Consumer<List<T>> enter) {
        for (var i = 0; i < rows.size(); i += CHUNK) {
            enter.accept(rows.subList(i, Math.min(i + CHUNK, rows.size())));
            listener.entered(0);
        }
    }

    private static <T> void chunks(List<T> rows, Listener listener, Consumer<List<T>> enter) {
        for (var i = 0; i < rows.size(); i += CHUNK) {
            var chunk = rows.subList(i, Math.min(i + CHUNK, rows.size()));
            enter.accept(chunk);
            listener.entered(chunk.size());
        }
    }
}
