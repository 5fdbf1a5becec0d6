package org.sunmao.tally.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.sunmao.access.Requires;
import org.sunmao.access.Right;
import org.sunmao.access.SignedIn;
import org.sunmao.web.AsOf;

import java.util.UUID;

@RestController
@RequestMapping("/api/board")
class BoardController {

    private final Boards boards;
    private final BoardHub hub;

    BoardController(Boards boards, BoardHub hub) {
        this.boards = boards;
        this.hub = hub;
    }

    @Requires(Right.DUTIES_READ)
    @GetMapping
    BoardView board(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable String day) {
        return boards.of(who, AsOf.day("day", day), organization);
    }

    /**
     * A year by declaration and month, of what comes round again.
     *
     * @param year that of today, if none is named
     */
    @Requires(Right.DUTIES_READ)
    @GetMapping("/year")
    BoardYear year(
            SignedIn who,
            @RequestParam(required = false) @Nullable UUID organization,
            @RequestParam(required = false) @Nullable Integer year) {
        return boards.year(who, year, organization);
    }

    @Requires(Right.DUTIES_READ)
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(SignedIn who, @RequestParam(required = false) @Nullable UUID organization) {
        return hub.open(who, Boards.organization(who, organization));
    }
}
