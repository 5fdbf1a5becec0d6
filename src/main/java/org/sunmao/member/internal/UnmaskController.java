package org.sunmao.member.internal;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.member.internal.MemberUnmasking.UnmaskOrder;
import org.sunmao.member.internal.MemberUnmasking.UnmaskTerms;
import org.sunmao.member.internal.MemberUnmasking.UnmaskedView;

import java.util.UUID;

@RestController
@RequestMapping("/api/members")
class UnmaskController {

    private final MemberUnmasking unmasking;

    UnmaskController(MemberUnmasking unmasking) {
        this.unmasking = unmasking;
    }

    @Requires(Right.MEMBERS_UNMASK)
    @GetMapping("/unmask-terms")
    UnmaskTerms terms() {
        return unmasking.terms();
    }

    @Requires(Right.MEMBERS_UNMASK)
    @PostMapping("/{id}/unmask")
    UnmaskedView unmask(SignedIn who, @PathVariable UUID id, @RequestBody UnmaskOrder order) {
        return unmasking.unmask(who, id, order);
    }
}
