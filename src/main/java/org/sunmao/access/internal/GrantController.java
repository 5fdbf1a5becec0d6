package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.Role;
import org.sunmao.access.SignedIn;
import org.sunmao.web.InputRefused.Place;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** Grants, the requests for them, and deputies. Days are the first on which it holds no more. */
@RestController
class GrantController {

    record GrantOrder(
            @Nullable String username,
            @Nullable String role,
            @Nullable UUID organization,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    record DeputyOrder(
            @Nullable String username,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /**
     * The organization at the top.
     *
     * @param officer whether somebody is its officer: then officers ask for all others
     */
    record GrantTop(UUID id, String name, boolean officer) {}

    record GrantReason(@Nullable String reason) {}

    private final GrantRequests requests;
    private final Grants grants;

    GrantController(GrantRequests requests, Grants grants) {
        this.requests = requests;
        this.grants = grants;
    }

    @Requires({
        Right.GRANTS_REQUEST,
        Right.GRANTS_APPROVE,
        Right.ACCOUNTS_MANAGE,
        Right.ORGANIZATIONS_READ
    })
    @GetMapping("/api/grant-requests")
    Page<GrantRequestView> requests(
            SignedIn who,
            @RequestParam(required = false, defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return requests.list(who, waiting, after, PageLimit.of(limit));
    }

    /** Over which the system administrator asks for the first officer: its name, no more. */
    @Requires(Right.ACCOUNTS_MANAGE)
    @GetMapping("/api/grant-requests/top")
    GrantTop top() {
        return requests.top();
    }

    @Requires({Right.GRANTS_REQUEST, Right.ACCOUNTS_MANAGE})
    @PostMapping("/api/grant-requests")
    @ResponseStatus(HttpStatus.CREATED)
    GrantRequestView ask(SignedIn who, @RequestBody GrantOrder order) {
        return requests.ask(who, wish(order));
    }

    @Requires(Right.GRANTS_APPROVE)
    @PostMapping("/api/grant-requests/{id}/approve")
    GrantRequestView approve(SignedIn who, @PathVariable UUID id) {
        return requests.approve(who, id);
    }

    @Requires(Right.GRANTS_APPROVE)
    @PostMapping("/api/grant-requests/{id}/refuse")
    GrantRequestView refuse(SignedIn who, @PathVariable UUID id, @RequestBody GrantReason said) {
        return requests.refuse(who, id, Texts.reason(said.reason()));
    }

    @Requires({Right.GRANTS_REQUEST, Right.ACCOUNTS_MANAGE, Right.ORGANIZATIONS_READ})
    @PostMapping("/api/grant-requests/{id}/withdraw")
    GrantRequestView withdraw(SignedIn who, @PathVariable UUID id) {
        return requests.withdraw(who, id);
    }

    /** Somebody who may act under one's own grant for a while (ACC-12). */
    @Requires(Right.ORGANIZATIONS_READ)
    @PostMapping("/api/deputies")
    @ResponseStatus(HttpStatus.CREATED)
    GrantRequestView lend(SignedIn who, @RequestBody DeputyOrder order) {
        var faults = new ArrayList<Place>();
        var username = username(order.username(), faults);
        var from = Texts.day("/from", "开始日期", order.from(), faults);
        var to = Texts.day("/to", "截止日期", order.to(), faults);
        if (order.to() == null || order.to().isBlank()) {
            faults.add(new Place("/to", "请填写截止日期"));
        }
        var reason = Texts.read("/reason", "理由", order.reason(), faults);
        Texts.refuse(faults);
        return grants.lend(who, username, from, Objects.requireNonNull(to), reason);
    }

    @Requires({Right.ORGANIZATIONS_READ, Right.GRANTS_APPROVE})
    @GetMapping("/api/grants")
    Page<GrantView> grants(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return grants.list(who, organization, after, PageLimit.of(limit));
    }

    @Requires({Right.ORGANIZATIONS_READ, Right.GRANTS_APPROVE})
    @PostMapping("/api/grants/{id}/end")
    GrantView end(SignedIn who, @PathVariable UUID id, @RequestBody GrantReason said) {
        return grants.end(who, id, Texts.reason(said.reason()));
    }

    private static GrantWish wish(GrantOrder order) {
        var faults = new ArrayList<Place>();
        var username = username(order.username(), faults);
        var role = Role.find(order.role() == null ? "" : order.role());
        if (role.isEmpty()) {
            faults.add(new Place("/role", "请选择角色"));
        }
        var from = Texts.day("/from", "开始日期", order.from(), faults);
        var to = Texts.day("/to", "截止日期", order.to(), faults);
        var reason = Texts.read("/reason", "理由", order.reason(), faults);
        Texts.refuse(faults);
        return new GrantWish(username, role.orElseThrow(), order.organization(), from, to, reason);
    }

    private static String username(@Nullable String value, List<Place> faults) {
        return Texts.read("/username", "用户名", value, faults).toLowerCase(Locale.ROOT);
    }
}
