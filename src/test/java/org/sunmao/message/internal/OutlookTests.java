package org.sunmao.message.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sunmao.message.internal.NewsKind.OPENED;
import static org.sunmao.message.internal.NewsKind.RED;
import static org.sunmao.message.internal.NewsKind.REMINDER;
import static org.sunmao.message.internal.NewsKind.REQUEST;
import static org.sunmao.message.internal.NewsKind.YELLOW;

import org.junit.jupiter.api.Test;
import org.sunmao.message.internal.Outlook.News;

import java.time.LocalDate;
import java.util.List;

class OutlookTests {

    private static final LocalDate OPENS = LocalDate.of(2026, 1, 15);
    private static final LocalDate DUE = LocalDate.of(2026, 8, 31);
    private static final LocalDate RED_FROM = LocalDate.of(2026, 9, 1);
    private static final List<LocalDate> MONTHS =
            List.of(DUE.minusMonths(6), DUE.minusMonths(3), DUE.minusMonths(1));

    private final Outlook term =
            new Outlook(false, OPENS, DUE, LocalDate.of(2026, 2, 28), RED_FROM, MONTHS);

    @Test
    void whatIsToldComesInTheOrderOfItsDays() {
        assertThat(term.all())
                .containsExactly(
                        new News(OPENED, OPENS),
                        new News(REMINDER, LocalDate.of(2026, 2, 28)),
                        new News(YELLOW, LocalDate.of(2026, 2, 28)),
                        new News(REMINDER, LocalDate.of(2026, 5, 31)),
                        new News(REMINDER, LocalDate.of(2026, 7, 31)),
                        new News(RED, RED_FROM));
    }

    @Test
    void aReminderFromBeforeTheDutyOpenedIsNone() {
        var late = new Outlook(false, DUE.minusDays(40), DUE, RED_FROM, RED_FROM, MONTHS);

        assertThat(late.all().stream().filter(news -> news.kind() == REMINDER))
                .containsExactly(new News(REMINDER, LocalDate.of(2026, 7, 31)));
    }

    @Test
    void ofAllThatIsNewTheGravestIsTold() {
        assertThat(term.news(OPENS, null)).contains(OPENED);
        assertThat(term.news(LocalDate.of(2026, 3, 1), null)).contains(YELLOW);
        assertThat(term.news(LocalDate.of(2026, 12, 1), null)).contains(RED);
        assertThat(term.news(OPENS.minusDays(1), null)).isEmpty();
    }

    @Test
    void whatWasToldIsNotToldAgainButTheNextIs() {
        var told = new Told(LocalDate.of(2026, 3, 1), YELLOW);

        assertThat(term.news(LocalDate.of(2026, 5, 30), told)).isEmpty();
        assertThat(term.news(LocalDate.of(2026, 5, 31), told)).contains(REMINDER);
    }

    @Test
    void aLightFromBeforeWhatWasToldIsToldIfItIsGraver() {
        var found = new Outlook(false, OPENS, DUE, OPENS, OPENS.plusDays(3), List.of());

        assertThat(found.news(OPENS.plusDays(9), new Told(OPENS.plusDays(8), YELLOW)))
                .contains(RED);
        assertThat(found.news(OPENS.plusDays(9), new Told(OPENS.plusDays(8), RED))).isEmpty();
    }

    @Test
    void whatSomebodyAboveAskedForIsCalledSo() {
        var asked = new Outlook(true, OPENS, DUE, RED_FROM, RED_FROM, List.of());

        assertThat(asked.news(OPENS, null)).contains(REQUEST);
    }
}
