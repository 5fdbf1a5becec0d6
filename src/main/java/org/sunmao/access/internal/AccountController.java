package org.sunmao.access.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Invitations.Invitation;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.access.Username;
import org.sunmao.access.internal.AccountListing.Sought;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;
import org.sunmao.web.Page;
import org.sunmao.web.PageLimit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

@RestController
@RequestMapping("/api/accounts")
class AccountController {

    private static final Set<String> STATES = Set.of("", "pending", "open", "disabled");

    record AccountWish(@Nullable String username, @Nullable String name) {}

    record AccountReason(@Nullable String reason) {}

    /** A link to be handed over: shown this once. */
    record AccountLinkView(String username, String name, String token, Instant until) {}

    private final AccountAdministration administration;

    AccountController(AccountAdministration administration) {
        this.administration = administration;
    }

    @Requires(Right.ACCOUNTS_MANAGE)
    @GetMapping
    Page<AccountView> list(
            SignedIn who,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false, defaultValue = "false") boolean members,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var term = q == null ? "" : Texts.optional("q", "查找内容", q).toLowerCase(Locale.ROOT);
        var wanted = state == null ? "" : state;
        if (!STATES.contains(wanted)) {
            throw new InputRefused("state", "没有这种状态，请重新选择");
        }
        return administration.list(
                who, new Sought(term, wanted, members), after, PageLimit.of(limit));
    }

    @Requires(Right.ACCOUNTS_MANAGE)
    @GetMapping("/{id}")
    AccountView get(SignedIn who, @PathVariable UUID id) {
        return administration.get(who, id);
    }

    @Requires(Right.ACCOUNTS_MANAGE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccountLinkView open(SignedIn who, @RequestBody AccountWish wish) {
        var faults = new ArrayList<Place>();
        var username = Username.read("/username", wish.username(), faults);
        var name = Texts.read("/name", "显示的姓名", wish.name(), faults);
        Texts.refuse(faults);
        return view(administration.open(who, username, name));
    }

    @Requires(Right.ACCOUNTS_MANAGE)
    @PostMapping("/{id}/disable")
    AccountView disable(SignedIn who, @PathVariable UUID id, @RequestBody AccountReason said) {
        return administration.disable(who, id, Texts.reason(said.reason()));
    }

    @Requires(Right.ACCOUNTS_MANAGE)
    @PostMapping("/{id}/enable")
    AccountView enable(SignedIn who, @PathVariable UUID id, @RequestBody AccountReason said) {
        return administration.enable(who, id, Texts.reason(said.reason()));
    }

    @Requires(Right.ACCOUNTS_MANAGE)
    @PostMapping("/{id}/link")
    AccountLinkView invite(SignedIn who, @PathVariable UUID id, @RequestBody AccountReason said) {
        return view(administration.invite(who, id, Texts.reason(said.reason())));
    }

    private static AccountLinkView view(Invitation link) {
        return new AccountLinkView(link.username(), link.name(), link.token(), link.until());
    }
}
