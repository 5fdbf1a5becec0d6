package org.sunmao.journal.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.sunmao.journal.Alarm;
import org.sunmao.journal.Reader;
import org.sunmao.rules.Rule;
import org.sunmao.rules.RuleId;
import org.sunmao.rules.Rulebook;
import org.sunmao.web.TooMany;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Notices who reads too many people, or tries too many numbers, and stops them for a while. */
@Component
class Watch {

    static final RuleId READING = new RuleId("PRV-05");
    static final RuleId PROBING = new RuleId("PRV-09");

    private final Pace<UUID> people = new Pace<>(Duration.ofMinutes(1));
    private final Pace<ByteBuffer> numbers = new Pace<>(Duration.ofHours(1));
    private final Rulebook rulebook;
    private final ApplicationEventPublisher alarms;
    private final Clock clock;

    Watch(Rulebook rulebook, ApplicationEventPublisher alarms, Clock clock) {
        this.rulebook = rulebook;
        this.alarms = alarms;
        this.clock = clock;
    }

    void refuseHaste(Reader reader) {
        var rule = rule(READING);
        var met = people.met(reader.account(), clock.instant());
        if (met.count() > rule.figure("refusedPerMinute")) {
            var count = met.count();
            throw new TooMany(
                    rule,
                    met.left(),
                    "您一分钟内查看了 "
                            + count
                            + " 名党员的信息，超出了工作需要，已告知安全管理员和审计管理员。"
                            + "请 1 分钟后再试；要整份名单，请用“导出”");
        }
    }

    void read(Reader reader, Collection<UUID> read) {
        var now = clock.instant();
        var rule = rule(READING);
        var count = people.add(reader.account(), read, now);
        if (count > rule.figure("massPerMinute") && people.tell(reader.account(), now)) {
            alarms.publishEvent(new Alarm(reader, "audit.mass-reading", READING, count));
        }
    }

    void refuseProbing(Reader reader) {
        var rule = rule(PROBING);
        var met = numbers.met(reader.account(), clock.instant());
        if (met.count() >= rule.figure("probesPerHour")) {
            var minutes = Math.max(1, met.left().toMinutes() + 1);
            throw new TooMany(
                    rule,
                    met.left(),
                    "一小时内已有 "
                            + met.count()
                            + " 个号码没有查到或已在别处登记，暂停按号码查找和录入号码，"
                            + "已告知安全管理员和审计管理员。请 "
                            + minutes
                            + " 分钟后再试");
        }
    }

    void probed(Reader reader, byte[] sought) {
        var now = clock.instant();
        var most = rule(PROBING).figure("probesPerHour");
        var count = numbers.add(reader.account(), List.of(ByteBuffer.wrap(sought)), now);
        if (count >= most && numbers.tell(reader.account(), now)) {
            alarms.publishEvent(new Alarm(reader, "audit.number-probing", PROBING, count));
        }
    }

    private Rule rule(RuleId id) {
        return rulebook.rule(id, LocalDate.now(clock));
    }
}
