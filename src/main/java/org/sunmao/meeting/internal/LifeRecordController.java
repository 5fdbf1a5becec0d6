package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;

import java.util.UUID;

/** 双记实: the meetings of a member, from the record of the organizations. */
@RestController
class LifeRecordController {

    private final LifeRecords records;

    LifeRecordController(LifeRecords records) {
        this.records = records;
    }

    @Requires(Right.MEMBERS_READ)
    @GetMapping("/api/members/{id}/life")
    LifeRecordView of(
            SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer year) {
        return records.of(who, id, year);
    }

    @Requires(Right.MEMBER_READ_OWN)
    @GetMapping("/api/mine/life")
    LifeRecordView mine(SignedIn who, @RequestParam(required = false) @Nullable Integer year) {
        return records.mine(who, year);
    }
}
