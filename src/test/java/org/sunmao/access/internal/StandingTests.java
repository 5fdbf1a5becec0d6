package org.sunmao.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.sunmao.access.Role;
import org.sunmao.house.Caller;
import org.sunmao.house.HouseTest;
import org.sunmao.house.Village;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What goes on under a session goes on as long as its right stands. */
@HouseTest
class StandingTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Standing standing;

    @Test
    void whatBeginsWhileTheOthersAreLookedAtGoesOn() throws InterruptedException {
        var county = village.county();
        var username = village.account(Role.COUNTY_OFFICER, county.top(), null);
        var more = new AtomicBoolean(true);
        var looking = Thread.ofVirtual().start(() -> lookAgainAndAgain(more));
        var open = new ArrayList<CompletableFuture<Void>>();
        var http = HttpClient.newHttpClient();
        try {
            for (var i = 0; i < 15; i++) {
                var caller = new Caller(port).signIn(username, Village.PASSWORD);
                var told = new CountDownLatch(1);
                var request = caller.request("/api/board/events").GET().build();
                open.add(
                        http.sendAsync(request, BodyHandlers.ofLines())
                                .thenAccept(it -> it.body().forEach(_ -> told.countDown())));
                assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
            }
            Thread.sleep(300); // some rounds of all who look
            assertThat(open).noneMatch(CompletableFuture::isDone);
        } finally {
            http.shutdownNow();
            more.set(false);
            looking.join();
        }
    }

    private void lookAgainAndAgain(AtomicBoolean more) {
        while (more.get()) {
            standing.look();
        }
    }
}
