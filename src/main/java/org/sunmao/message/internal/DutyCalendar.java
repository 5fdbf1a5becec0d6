package org.sunmao.message.internal;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

import org.sunmao.message.internal.FeedStore.Entry;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Duties as days of a calendar (RFC 5545): whole days, so that no time zone moves them, and without
 * alarms, so that nothing rings in the quiet hours. The same duties make the same text.
 */
final class DutyCalendar {

    private static final Duration REFRESH = Duration.ofHours(12);

    private final Titles titles;
    private final ZoneId zone;

    DutyCalendar(Titles titles, ZoneId zone) {
        this.titles = titles;
        this.zone = zone;
    }

    String write(List<Entry> entries) {
        var calendar = new Calendar().withProdId("-//Sunmao//Duties 1//ZH").withDefaults();
        calendar.withProperty(new XProperty("X-WR-CALNAME", "榫卯应办"));
        calendar.withProperty(new XProperty("X-WR-TIMEZONE", zone.getId()));
        calendar.withProperty(new RefreshInterval(new ParameterList(), REFRESH));
        var made = calendar.getFluentTarget();
        entries.forEach(entry -> made.add((CalendarComponent) event(entry)));
        var text = new StringWriter();
        try {
            new CalendarOutputter().output(made, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private VEvent event(Entry entry) {
        var title = "期限：" + titles.of(entry.name()) + "（" + entry.organization() + "）";
        var event = new VEvent(entry.due(), entry.due().plusDays(1), title);
        event.removeAll("DTSTAMP");
        event.add(new DtStamp(entry.opens().atStartOfDay(zone).toInstant()));
        event.add(new Uid(entry.id() + "@sunmao"));
        event.add(new Description("这一天以前办结。依据和办法请登录榫卯，在“应办”里查看。"));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
