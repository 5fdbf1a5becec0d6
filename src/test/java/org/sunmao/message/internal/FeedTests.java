package org.sunmao.message.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Guesses;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Proves;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.web.NotFound;
import org.sunmao.web.TooMany;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One's duties in a calendar: by a secret address, as long as the right holds. */
@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class FeedTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final String FEED = "/api/feeds/duties";
    private static final String TOLD =
            """
            select action from journal.entry
            where organization = :branch and action like 'message.%' order by id
            """;

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired Guesses guesses;

    private Chores chores;
    private County county;
    private UUID branch;
    private String secretary;
    private Caller owner;

    @BeforeEach
    void aSecretary() {
        chores = new Chores(scopes, jdbc);
        county = village.county();
        branch = county.townships().getFirst().branches().getFirst().id();
        secretary = village.account(Role.SECRETARY, branch, null);
        owner = new Caller(port).signIn(secretary, Village.PASSWORD).stepUp();
    }

    /** An address, and one duty of the branch besides one of the township. */
    private String withADuty() {
        var url = made();
        chores.clear(county);
        chores.add(branch, "leader-missing", TODAY);
        chores.add(county.townships().getFirst().top(), "term-ends", TODAY);
        return url;
    }

    /** A calendar program: no session, no cookie. */
    private Answer fetch(String url) {
        return new Caller(port).get(url);
    }

    private String made() {
        return owner.post(FEED, Map.of()).json().get("url").asString();
    }

    private static List<VEvent> events(String text) throws IOException, ParserException {
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.getComponents("VEVENT");
    }

    @Test
    void theDutiesOfOnesOwnOrganizationAreDaysOfTheCalendar() throws Exception {
        var answer = fetch(withADuty());

        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        var events = events(answer.response().body());
        assertThat(events).hasSize(1);
        var event = events.getFirst();
        assertThat(event.<LocalDate>getDateTimeStart().getDate()).isEqualTo(TODAY.plusDays(40));
        assertThat(event.getSummary().getValue()).contains("中共东村党支部");
        assertThat(event.getAlarms()).isEmpty();
    }

    @Test
    void whatIsMetIsNoLongerInIt() throws Exception {
        var url = withADuty();
        chores.meet(chores.add(branch, "secretary-vacant", TODAY), TODAY);

        assertThat(events(fetch(url).response().body())).hasSize(1);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        var url = withADuty();
        var tag = fetch(url).header("ETag");
        var program = new Caller(port);

        assertThat(program.send(program.request(url).header("If-None-Match", tag).GET()).status())
                .isEqualTo(304);
        chores.add(branch, "secretary-vacant", TODAY);
        assertThat(program.send(program.request(url).header("If-None-Match", tag).GET()).status())
                .isEqualTo(200);
    }

    @Test
    void itIsMadeOnlyByWhoeverProvesThemselvesAgain() {
        assertThat(owner.get(FEED).json().get("madeAt").isNull()).isTrue();
        var unproved = new Caller(port).signIn(secretary, Village.PASSWORD);
        assertThat(unproved.post(FEED, Map.of()).status()).isEqualTo(403);
        made();
        assertThat(owner.get(FEED).json().get("madeAt").isNull()).isFalse();
    }

    @Test
    void oneThatIsRevokedOrMadeAnewIsNoneAtOnce() {
        var first = made();
        var second = made();
        assertThat(fetch(first).status()).isEqualTo(404);
        assertThat(fetch(second).status()).isEqualTo(200);

        assertThat(owner.delete(FEED).status()).isEqualTo(204);
        assertThat(fetch(second).status()).isEqualTo(404);
        assertThat(owner.delete(FEED).status()).isEqualTo(204);
    }

    @Test
    void itEndsWithTheRightAndWithTheAccount() {
        var url = made();
        village.endGrants(secretary);
        assertThat(fetch(url).status()).isEqualTo(404);

        owner = new Caller(port);
        var other = village.account(Role.SECRETARY, branch, null);
        owner.signIn(other, Village.PASSWORD).stepUp();
        var second = made();
        assertThat(fetch(second).status()).isEqualTo(200);
        village.disable(other);
        assertThat(fetch(second).status()).isEqualTo(404);
    }

    @Proves("SEC-03")
    @Test
    void whoeverGuessesIsStopped() {
        for (var guess = 0; guess < 30; guess++) {
            assertThatThrownBy(this::guess).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(this::guess).isInstanceOf(TooMany.class);
        assertThat(fetch(FEED + "/guessed.ics").status()).isEqualTo(404); // from elsewhere
    }

    private String guess() {
        return guesses.guess(
                "feed",
                "2001:db8::" + branch.hashCode(),
                "日历订阅地址错误次数过多",
                () -> {
                    throw new NotFound();
                });
    }

    @Test
    void theSecretStandsInNoLogAndNotInTheJournal(CapturedOutput output) {
        var url = made();
        var secret = url.substring(url.lastIndexOf('/') + 1, url.length() - ".ics".length());
        fetch(url);
        owner.delete(FEED);
        fetch(url);
        new Caller(port).post(url, Map.of());

        assertThat(secret).hasSize(43);
        assertThat(output).doesNotContain(secret);
        var told =
                scopes.system(
                        "test",
                        _ -> jdbc.sql(TOLD).param("branch", branch).query(String.class).list());
        assertThat(told).containsExactly("message.feed-make", "message.feed-revoke");
    }
}
