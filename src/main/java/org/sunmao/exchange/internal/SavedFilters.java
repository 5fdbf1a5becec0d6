package org.sunmao.exchange.internal;

import com.github.f4b6a3.uuid.UuidCreator;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.sunmao.access.Scope;
import org.sunmao.access.Scopes;
import org.sunmao.access.SignedIn;
import org.sunmao.exchange.internal.SavedFilterStore.Saved;
import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.Words;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Filters that somebody gave a name to: one's own, each with what it finds today. */
@Service
class SavedFilters {

    private static final int LONGEST_NAME = 30;
    private static final int MOST = 50;

    /**
     * A saved filter as shown.
     *
     * @param filter the query parameters of the screen's list
     * @param words the filter in Chinese
     * @param count how many it finds today; null if what it names is no longer in one's scope
     */
    record SavedFilterView(
            UUID id,
            String kind,
            String name,
            Map<String, String> filter,
            List<String> words,
            @Nullable Long count) {}

    /**
     * A filter as it is sent; changing one, what is absent stays.
     *
     * @param kind member, organization, body or officer
     */
    record FilterToSave(
            @Nullable String kind, @Nullable String name, @Nullable Map<String, String> filter) {}

    private final Scopes scopes;
    private final SavedFilterStore store;
    private final ExportTerms terms;
    private final Clock clock;

    SavedFilters(Scopes scopes, SavedFilterStore store, ExportTerms terms, Clock clock) {
        this.scopes = scopes;
        this.store = store;
        this.terms = terms;
        this.clock = clock;
    }

    List<SavedFilterView> list(SignedIn who, @Nullable String kind) {
        var listing = terms.listing(kind);
        return scopes.read(
                who,
                scope ->
                        store.list(scope, who, listing.kind()).stream()
                                .map(saved -> view(who, scope, saved))
                                .toList());
    }

    SavedFilterView save(SignedIn who, FilterToSave sent) {
        var listing = terms.listing(sent.kind());
        var filter = ExportReader.filter(sent.filter());
        var saved =
                new Saved(
                        UuidCreator.getTimeOrderedEpoch(),
                        listing.kind(),
                        name(sent.name()),
                        filter);
        return once(
                () ->
                        scopes.write(
                                who,
                                scope -> {
                                    check(who, scope, saved);
                                    store.add(who, saved, clock.instant());
                                    return view(who, scope, saved);
                                }));
    }

    SavedFilterView change(SignedIn who, UUID id, FilterToSave sent) {
        return once(
                () ->
                        scopes.write(
                                who,
                                scope -> {
                                    var there = store.get(scope, who, id);
                                    var changed = changed(there.orElseThrow(NotFound::new), sent);
                                    terms.listing(changed.kind())
                                            .asked(who, changed.filter())
                                            .count(scope);
                                    store.change(who, changed);
                                    return view(who, scope, changed);
                                }));
    }

    void delete(SignedIn who, UUID id) {
        scopes.write(
                who,
                scope -> {
                    var saved = store.get(scope, who, id).orElseThrow(NotFound::new);
                    store.delete(who, saved.id());
                    return saved;
                });
    }

    private static Saved changed(Saved there, FilterToSave sent) {
        return new Saved(
                there.id(),
                there.kind(),
                sent.name() == null ? there.name() : name(sent.name()),
                sent.filter() == null ? there.filter() : ExportReader.filter(sent.filter()));
    }

    private void check(SignedIn who, Scope scope, Saved saved) {
        if (store.list(scope, who, saved.kind()).size() >= MOST) {
            throw new InputRefused("name", "最多保存 " + MOST + " 个筛选，请先删除不用的");
        }
        terms.listing(saved.kind()).asked(who, saved.filter()).count(scope);
    }

    /** What a filter names may have left the scope since: it stands, and finds nothing. */
    private SavedFilterView view(SignedIn who, Scope scope, Saved saved) {
        List<String> words = List.of();
        @Nullable Long count = null;
        try {
            var asked = terms.listing(saved.kind()).asked(who, saved.filter());
            words = asked.words(scope);
            count = asked.count(scope);
        } catch (NotFound | InputRefused _) {
            // told by the missing count
        }
        return new SavedFilterView(
                saved.id(), saved.kind(), saved.name(), saved.filter(), words, count);
    }

    private static String name(@Nullable String sent) {
        try {
            var name = Words.clean(Objects.requireNonNullElse(sent, ""));
            if (name.isEmpty() || Words.length(name) > LONGEST_NAME) {
                throw new InputRefused("name", "请起一个 " + LONGEST_NAME + " 个字以内的名称");
            }
            return name;
        } catch (Fault fault) {
            throw new InputRefused("name", fault.reason());
        }
    }

    private static <T> T once(Supplier<T> work) {
        try {
            return work.get();
        } catch (DuplicateKeyException _) {
            throw new InputRefused("name", "您已经有一个同名的筛选，请换一个名称");
        }
    }
}
