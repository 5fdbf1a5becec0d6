package org.sunmao.code.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.SignedInOnly;
import org.sunmao.code.internal.DivisionStore.DivisionItem;
import org.sunmao.web.InputRefused;

import java.util.List;

/** Finding a division to be chosen. */
@RestController
@RequestMapping("/api/divisions")
class DivisionController {

    private static final int MOST = 20;
    private static final int LONGEST_SEARCH = 60;

    record DivisionList(List<DivisionItem> items) {}

    private final DivisionStore store;

    DivisionController(DivisionStore store) {
        this.store = store;
    }

    @SignedInOnly
    @GetMapping
    DivisionList find(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = limit == null ? MOST : limit;
        if (most < 1 || most > MOST) {
            throw new InputRefused("limit", "条数应在 1 到 " + MOST + " 之间");
        }
        return new DivisionList(store.find(words("q", q), words("parent", parent), most));
    }

    private static @Nullable String words(String name, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var words = typed.strip();
        if (words.length() > LONGEST_SEARCH || words.indexOf('\0') >= 0) {
            throw new InputRefused(name, "查找的字数过多，请缩短到 " + LONGEST_SEARCH + " 字以内");
        }
        return words;
    }
}
