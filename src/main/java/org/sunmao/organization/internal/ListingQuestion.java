package org.sunmao.organization.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Scope;
import org.sunmao.access.Subtree;
import org.sunmao.access.Tree;
import org.sunmao.web.InputRefused;
import org.sunmao.web.NotFound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a list of organizations, bodies or posts is asked for, as it is kept and as people read it.
 *
 * @param organization all below which is meant; null for the whole scope
 * @param parent whose children alone are meant
 * @param without only bodies in which no Party organization is formed
 */
record ListingQuestion(
        @Nullable UUID organization,
        @Nullable UUID parent,
        @Nullable String words,
        boolean without,
        @Nullable String group,
        @Nullable String kind) {

    /** The parameters that a list knows; {@code all} of the screen is what a file lists anyway. */
    static ListingQuestion read(Map<String, String> filter, Set<String> known) {
        for (var name : filter.keySet()) {
            if (!known.contains(name)) {
                throw new InputRefused("filter", "没有筛选条件 " + name);
            }
        }
        var q = filter.get("q");
        return new ListingQuestion(
                id("organization", filter.get("organization")),
                id("parent", filter.get("parent")),
                q == null || q.isBlank() ? null : OrganizationDirectory.words(q),
                "true".equals(filter.get("without")),
                filter.get("group"),
                filter.get("kind"));
    }

    /** The organizations that are meant; one outside the scope is not there. */
    Subtree subtree(Scope scope, Tree tree) {
        if (organization == null) {
            return scope.subtree();
        }
        return tree.path(organization, scope.day())
                .filter(scope.subtree()::contains)
                .map(Subtree::below)
                .orElseThrow(NotFound::new);
    }

    List<String> told(Scope scope, Tree tree) {
        var told = new ArrayList<String>();
        if (organization != null) {
            subtree(scope, tree);
            told.add("党组织：" + tree.name(organization, scope.day()).orElse("") + "（含下级）");
        }
        if (parent != null) {
            told.add("上级：" + tree.name(parent, scope.day()).orElse(""));
        }
        if (words != null) {
            told.add("查找：" + words);
        }
        if (without) {
            told.add("未建立党组织的单位");
        }
        return told;
    }

    private static @Nullable UUID id(String name, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException _) {
            throw new InputRefused(name, "编号的格式不对");
        }
    }
}
