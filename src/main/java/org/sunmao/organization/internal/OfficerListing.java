package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sunmao.access.Scope;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Tree;
import org.sunmao.code.CodeTable;
import org.sunmao.code.Codes;
import org.sunmao.organization.Organizations;
import org.sunmao.organization.People;
import org.sunmao.register.Column;
import org.sunmao.register.Field;
import org.sunmao.register.FieldKind.Formed;
import org.sunmao.register.FieldKind.Reference;
import org.sunmao.register.Listing;
import org.sunmao.web.Page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Posts and who holds them as rosters and lists know them. */
@Component
class OfficerListing implements Listing {

    static final Field ORGANIZATION = Field.required("organization", "党组织", new Reference());

    /** Whose post it is where the name alone does not tell; the member's register reads it. */
    static final Field CITIZEN_NUMBER =
            Field.optional("citizenNumber", "公民身份号码", new Formed(n -> n, OfficerListing::masked));

    static final List<Column> COLUMNS =
            List.of(
                    Column.of(ORGANIZATION, "所在党组织"),
                    Column.of(PostFields.KIND),
                    Column.of(PostFields.NAME),
                    Column.of(CITIZEN_NUMBER, "身份证号", "身份证号码").kept(),
                    Column.of(PostFields.APPOINTMENT),
                    Column.of(PostFields.FROM, "任职日期", "任职时间"),
                    Column.of(PostFields.TO, "卸任时间"),
                    Column.of(PostFields.APPROVED_ON),
                    Column.of(PostFields.APPROVAL_NUMBER),
                    Column.of(PostFields.END_REASON),
                    Column.of(PostFields.NOTE));

    private static final Set<String> KNOWN = Set.of("organization", "group", "kind");
    private static final int SHOWN_AHEAD = 3;
    private static final int SHOWN_BEHIND = 4;

    private final PostStore store;
    private final Organizations organizations;
    private final People people;
    private final Tree tree;
    private final Codes codes;

    OfficerListing(
            PostStore store, Organizations organizations, People people, Tree tree, Codes codes) {
        this.store = store;
        this.organizations = organizations;
        this.people = people;
        this.tree = tree;
        this.codes = codes;
    }

    @Override
    public String kind() {
        return "officer";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Asked asked(SignedIn who, Map<String, String> filter) {
        var question = ListingQuestion.read(filter, KNOWN);
        var kinds = kinds(question);
        return new Asked() {
            @Override
            public List<String> words(Scope scope) {
                var told = new ArrayList<>(question.told(scope, tree));
                if (kinds.size() < PostKind.values().length) {
                    told.add("职务：" + labels(kinds));
                }
                return told;
            }

            @Override
            public long count(Scope scope) {
                return store.count(scope, question.subtree(scope, tree), kinds);
            }

            @Override
            public Part part(Scope scope, Set<String> fields, @Nullable String after, int limit) {
                var behind = PostDirectory.behind(after);
                var subtree = question.subtree(scope, tree);
                var rows = store.list(scope, subtree, kinds, behind, limit + 1);
                var page = Page.of(rows, limit, PostStore.Row::key);
                var posts = page.items().stream().map(PostStore.Row::post).toList();
                var people = posts.stream().map(Post::member).toList();
                return new Part(values(scope, posts, fields), page.next(), people);
            }
        };
    }

    private List<Map<String, Object>> values(Scope scope, List<Post> posts, Set<String> fields) {
        var names =
                organizations.telling(
                        scope, posts.stream().map(Post::organization).collect(Collectors.toSet()));
        var numbers =
                fields.contains(CITIZEN_NUMBER.name())
                        ? people.numbers(
                                scope,
                                posts.stream()
                                        .map(Post::member)
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet()))
                        : Map.<UUID, String>of();
        return posts.stream().map(post -> values(post, names, numbers)).toList();
    }

    private static Map<String, Object> values(
            Post post, Map<UUID, String> names, Map<UUID, String> numbers) {
        var values = new HashMap<String, Object>();
        PostFields.values(post)
                .forEach(
                        (name, value) -> {
                            if (value != null) {
                                values.put(name, value);
                            }
                        });
        values.put(ORGANIZATION.name(), names.getOrDefault(post.organization(), ""));
        var member = post.member();
        var number = member == null ? null : numbers.get(member);
        if (number != null) {
            values.put(CITIZEN_NUMBER.name(), number);
        }
        return values;
    }

    private static List<PostKind> kinds(ListingQuestion question) {
        return PostDirectory.kinds(question.group(), question.kind());
    }

    private String labels(List<PostKind> kinds) {
        return kinds.stream()
                .map(kind -> codes.label(CodeTable.POST_KIND, kind.code()))
                .collect(Collectors.joining("、"));
    }

    private static String masked(String number) {
        var hidden = number.length() - SHOWN_AHEAD - SHOWN_BEHIND;
        return hidden <= 0
                ? "*".repeat(number.length())
                : number.substring(0, SHOWN_AHEAD)
                        + "*".repeat(hidden)
                        + number.substring(number.length() - SHOWN_BEHIND);
    }
}
