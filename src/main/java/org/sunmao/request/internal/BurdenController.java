package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.web.InputRefused;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.UUID;

/** The burden meter (AF-24). */
@RestController
@RequestMapping("/api/requests/burden")
class BurdenController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final BurdenMeter meter;
    private final Clock clock;

    BurdenController(BurdenMeter meter, Clock clock) {
        this.meter = meter;
        this.clock = clock;
    }

    /**
     * What an organization and those below it are asked for.
     *
     * @param month as 2026-11; this one, where none is given
     */
    @Requires(Right.REQUESTS_READ)
    @GetMapping
    BurdenMeter.BurdenView read(
            SignedIn who,
            @RequestParam UUID organization,
            @RequestParam(required = false) @Nullable String month) {
        return meter.read(who, organization, month(month));
    }

    private YearMonth month(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return YearMonth.now(clock);
        }
        try {
            var month = YearMonth.parse(sent.strip());
            if (month.getYear() >= FIRST_YEAR && month.getYear() < LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException _) {
            // told below
        }
        throw new InputRefused("month", "没有这个月，请按 2026-11 的样子填写");
    }
}
