package org.sunmao.simulation.internal;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.sunmao.access.Accounts;
import org.sunmao.database.StartRefused;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.simulation.Demonstration;
import org.sunmao.simulation.internal.DemoAccounts.Opened;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides at the start whether there is anything to load, and loads it in the background. */
@Component
class SeededDemonstration implements Demonstration, SmartInitializingSingleton, Loading.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(SeededDemonstration.class);
    private static final String NONE = "none";
    private static final Set<String> KINDS = Set.of("county", "city");
    private static final RuleId OF_AGE = new RuleId("R-DEV-07");
    private static final RuleId PROBATION = new RuleId("R-DEV-42");
    private static final RuleId CLASSES = new RuleId("R-BR-23");
    private static final RuleId TERMS = new RuleId("R-BR-09");

    /** Long enough for what the database has begun; the process must not hang on it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The process ends; what was entered is rolled back. */
    private static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenOff() {
            super("broken off", null, false, false);
        }
    }

    private final String asked;
    private final DemonstrationStore store;
    private final Loading loading;
    private final PlayedYear year;
    private final PlayedAdmissions admissions;
    private final DemoAccounts demoAccounts;
    private final Accounts accounts;
    private final Rulebook rulebook;
    private final Clock clock;
    private volatile Progress progress = new Progress(NONE, State.NONE, null, 0, 0);
    private volatile boolean ending;
    private volatile @Nullable Thread thread;

    SeededDemonstration(
            @Value("${sunmao.demo}") String asked,
            DemonstrationStore store,
            Loading loading,
            PlayedYear year,
            PlayedAdmissions admissions,
            DemoAccounts demoAccounts,
            Accounts accounts,
            Rulebook rulebook,
            Clock clock) {
        if (!asked.equals(NONE) && !KINDS.contains(asked)) {
            throw new StartRefused(
                    "sunmao.demo 的值“" + asked + "”不认识", "请改为 county（演示县）、city（演示市）或 none（没有演示数据）");
        }
        this.asked = asked;
        this.store = store;
        this.loading = loading;
        this.year = year;
        this.admissions = admissions;
        this.demoAccounts = demoAccounts;
        this.accounts = accounts;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    /** Before the first request is answered, so that no page is ever shown without its mark. */
    @Override
    public void afterSingletonsInstantiated() {
        var there = store.kind();
        if (there.isPresent()) {
            var total = Plan.read().totals(there.get()).all();
            progress = new Progress(there.get(), State.READY, null, total, total);
        } else if (!asked.equals(NONE)) {
            decide();
        }
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (progress.state() == State.LOADING) {
            thread = Thread.ofVirtual().name("demonstration").start(this::loadAndPlay);
        } else if (progress.state() == State.READY) {
            thread = Thread.ofVirtual().name("demonstration").start(this::play);
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        ending = true;
        var running = thread;
        if (running != null) {
            running.join(PATIENCE);
        }
    }

    @Override
    public void begins(String step) {
        proceed(State.LOADING, step, 0);
    }

    @Override
    public void entered(int rows) {
        proceed(State.LOADING, progress.step(), rows);
    }

    private void decide() {
        if (accounts.any() || store.anyOrganization()) {
            LOG.warn(
                    "没有装入演示数据（sunmao.demo={}）：数据目录里已经有账号或党组织。要看演示，请换一个空的数据目录（sunmao.data）。", asked);
        } else {
            var total = Plan.read().totals(asked).all();
            progress = new Progress(asked, State.LOADING, "准备名册", 0, total);
        }
    }

    private void loadAndPlay() {
        load();
        if (progress.state() == State.READY) {
            play();
        }
    }

    /** The program is in use meanwhile; what is entered when it stops goes on from there. */
    private void play() {
        if (!year.isWanted(progress.kind())) {
            return;
        }
        try {
            year.play(
                    month ->
                            proceed(
                                    State.READY,
                                    "记入 %d 年 %d 月的组织生活"
                                            .formatted(month.getYear(), month.getMonthValue()),
                                    0));
            proceed(State.READY, "记入发展党员的记录", 0);
            admissions.play();
        } catch (RuntimeException | Error e) {
            if (!ending) {
                LOG.error("演示的一年组织生活没有全部记入，下次启动接着记", e);
            }
        }
        var at = progress;
        progress = new Progress(at.kind(), State.READY, null, at.done(), at.total());
    }

    private void load() {
        try {
            var opened = loading.load(asked, generate(), this);
            var total = progress.total();
            progress = new Progress(asked, State.READY, null, total, total);
            tell(opened);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable why) {
        var at = progress;
        if (ending) {
            LOG.info("装入演示数据时程序被停止，已装入的全部撤销；下次启动重新装入");
        } else {
            progress = new Progress(asked, State.FAILED, at.step(), at.done(), at.total());
            LOG.error("演示数据没有装入成功，停在“{}”，已装入的全部撤销", at.step(), why);
        }
        demoAccounts.forget();
    }

    private Land generate() {
        var today = LocalDate.now(clock);
        var terms = rulebook.rule(TERMS, today);
        var figures =
                new People.Figures(
                        rulebook.rule(OF_AGE, today).figure("age"),
                        rulebook.rule(PROBATION, today).figure("years"),
                        rulebook.rule(CLASSES, today).figure("elderAge"),
                        terms.figure("branch"),
                        terms.figure("committee"),
                        terms.figure("village"));
        return new Generator(Plan.read(), figures, today).generate(asked);
    }

    private void proceed(State state, @Nullable String step, int rows) {
        if (ending) {
            throw new BrokenOff();
        }
        var at = progress;
        progress = new Progress(at.kind(), state, step, at.done() + rows, at.total());
    }

    private void tell(List<Opened> opened) {
        var lines =
                opened.stream()
                        .map(
                                one ->
                                        "  %-11s %s  %s %s"
                                                .formatted(
                                                        one.account().username(),
                                                        one.account().password(),
                                                        one.role().label(),
                                                        one.organization()))
                        .collect(Collectors.joining("\n"));
        LOG.warn(
                "\n\n  演示数据已经装好，全部人员都是虚构的。演示账号（密码只用于本次安装，也写在 {}）：\n{}\n",
                demoAccounts.file(),
                lines);
    }
}
