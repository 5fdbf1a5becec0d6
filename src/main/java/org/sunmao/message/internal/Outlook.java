package org.sunmao.message.internal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days of one unmet duty on which there is something to say to whoever has it.
 *
 * @param request whether somebody above asked for it, and not a rule
 * @param yellow {@link LocalDate#MAX} for never; so is red
 * @param remind on which days to remind
 */
record Outlook(
        boolean request,
        LocalDate opens,
        LocalDate due,
        LocalDate yellow,
        LocalDate red,
        List<LocalDate> remind) {

    /** Something to say, and the day from which it is so. */
    record News(NewsKind kind, LocalDate day) {}

    /**
     * All of it, in the order of the days. A reminder that would come before the duty opens or
     * after its last day is none.
     */
    List<News> all() {
        var all = new ArrayList<News>();
        all.add(new News(request ? NewsKind.REQUEST : NewsKind.OPENED, opens));
        remind.stream()
                .filter(day -> !day.isBefore(opens) && !day.isAfter(due))
                .map(day -> new News(NewsKind.REMINDER, day))
                .forEach(all::add);
        all.add(new News(NewsKind.YELLOW, yellow));
        all.add(new News(NewsKind.RED, red));
        all.sort(Comparator.comparing(News::day).thenComparing(News::kind));
        return all;
    }

    /** What is to be said on a day to whoever was told so far: the gravest that is new. */
    Optional<NewsKind> news(LocalDate today, @Nullable Told told) {
        return all().stream()
                .filter(news -> !news.day().isAfter(today))
                .filter(news -> told == null || isNew(news, told))
                .map(News::kind)
                .max(Comparator.naturalOrder());
    }

    private static boolean isNew(News news, Told told) {
        return news.day().isAfter(told.until())
                || (news.kind().lit() && news.kind().graverThan(told.gravest()));
    }

    /** The gravest that is so on a day, told or not. */
    NewsKind gravest(LocalDate today) {
        return all().stream()
                .filter(news -> !news.day().isAfter(today))
                .map(News::kind)
                .max(Comparator.naturalOrder())
                .orElse(NewsKind.OPENED);
    }
}
