package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.web.AsOf;

import java.util.UUID;

@RestController
@RequestMapping("/api/statistics")
class StatisticsController {

    private final Statistics statistics;

    StatisticsController(Statistics statistics) {
        this.statistics = statistics;
    }

    @Requires(Right.STATISTICS_READ)
    @GetMapping
    StatisticsView statistics(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID organization) {
        return statistics.of(who, asOf, organization);
    }

    @Requires(Right.STATISTICS_READ)
    @GetMapping("/published")
    StatisticsView published(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID organization) {
        return statistics.published(who, asOf, organization);
    }

    @Requires(Right.STATISTICS_READ)
    @GetMapping("/breakdown")
    StatisticsBreakdown breakdown(
            SignedIn who,
            @ParameterObject AsOf asOf,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam String table,
            @RequestParam String key) {
        return statistics.below(who, asOf, organization, table, key);
    }
}
