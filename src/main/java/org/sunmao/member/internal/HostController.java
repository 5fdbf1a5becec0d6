package org.sunmao.member.internal;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.member.internal.HostSearch.HostItem;

import java.util.List;

/** Finding the organization that hosts a floating member, to be chosen. */
@RestController
class HostController {

    private final HostSearch search;

    HostController(HostSearch search) {
        this.search = search;
    }

    /** Wherever they are in the house: who is away is seldom within one's own scope. */
    @Requires(Right.MEMBERS_WRITE)
    @GetMapping("/api/members/hosts")
    List<HostItem> find(SignedIn who, @RequestParam(defaultValue = "") String q) {
        return search.find(who, q);
    }
}
