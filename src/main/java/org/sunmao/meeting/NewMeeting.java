package org.sunmao.meeting;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A meeting or an activity as it is entered. Whoever was due follows from the register.
 *
 * @param form of an organization-life meeting: members, committee or group
 * @param held whether it was held; else it is announced
 * @param lecture the lecture of another organization that was followed
 * @param reason of a late entry, or of a day that was moved
 * @param recording by whom and when it was recorded; null for who acts, now
 */
public record NewMeeting(
        UUID organization,
        MeetingType type,
        @Nullable MeetingType form,
        boolean held,
        When when,
        String topic,
        Heads heads,
        Roll roll,
        Text text,
        List<NewVote> votes,
        @Nullable UUID lecture,
        @Nullable String reason,
        @Nullable Recording recording) {

    /**
     * The day, and what else is known of it.
     *
     * @param minutes how long it took
     */
    public record When(
            LocalDate on,
            @Nullable LocalTime begins,
            @Nullable Integer minutes,
            @Nullable String place) {

        public static When on(LocalDate day) {
            return new When(day, null, null, null);
        }
    }

    /** Somebody by name: a member, or a person from elsewhere. The register names a member. */
    public record Person(@Nullable UUID member, @Nullable String name) {

        public static Person of(UUID member) {
            return new Person(member, null);
        }
    }

    /** Who chaired and who kept the minutes. */
    public record Heads(@Nullable Person chair, @Nullable Person recorder) {

        public static final Heads NONE = new Heads(null, null);
    }

    /**
     * Somebody due who did not come.
     *
     * @param reason a code of {@link Reason}; null for without one
     */
    public record Absent(UUID member, @Nullable Reason reason) {}

    /** Why somebody did not come: in a word, nothing of their health (PRV-01). */
    public enum Reason {
        LEAVE("leave", "事假"),
        ILL("ill", "病假"),
        DUTY("duty", "公务"),
        AWAY("away", "外出"),
        OTHER("other", "其他");

        private final String code;
        private final String label;

        Reason(String code, String label) {
            this.code = code;
            this.label = label;
        }

        /** The name outside the program; never renamed. */
        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Who came: everybody due but the absent.
     *
     * @param distant who followed it from elsewhere; they were present
     * @param guests members who had not to come; of a talk the one who was talked with
     * @param hosted floating members of others, whom the organization looks after here
     */
    public record Roll(
            List<Absent> absent,
            Collection<UUID> distant,
            Collection<UUID> guests,
            Collection<UUID> hosted) {

        public static final Roll ALL = new Roll(List.of(), List.of(), List.of(), List.of());

        public static Roll without(List<Absent> absent) {
            return new Roll(absent, List.of(), List.of(), List.of());
        }

        public static Roll with(Collection<UUID> guests) {
            return new Roll(List.of(), List.of(), guests, List.of());
        }
    }

    /** An item of the agenda. */
    public record Item(String key, String title, boolean done, @Nullable String text) {}

    /** What is told of it in words. */
    public record Text(List<Item> agenda, @Nullable String record, @Nullable String resolution) {

        public static final Text NONE = new Text(List.of(), null, null);
    }

    /**
     * Somebody who is entitled and does not count among those due (R-DEV-29).
     *
     * @param consent who agreed and when, in words
     */
    public record Excluded(UUID member, Exclusion reason, String consent) {}

    /**
     * The counts of a vote, on one matter and one person alone (R-DEV-32).
     *
     * @param rule by which it passes: R-LF-02, R-LF-04 or R-DEV-31; null for that of the meeting
     * @param abstained null for all the others who were there
     * @param written opinions handed in before the meeting by who could not come (R-DEV-31)
     * @param excluded who of those due does not count
     * @param bound whether a procedure rests on it: the minutes are changed around it alone
     */
    public record NewVote(
            String matter,
            @Nullable String rule,
            boolean secret,
            int inFavour,
            int against,
            @Nullable Integer abstained,
            int written,
            List<Excluded> excluded,
            boolean bound) {

        /** A vote of all who are entitled, on which nothing else rests. */
        public NewVote(
                String matter,
                @Nullable String rule,
                boolean secret,
                int inFavour,
                int against,
                @Nullable Integer abstained,
                int written) {
            this(matter, rule, secret, inFavour, against, abstained, written, List.of(), false);
        }

        /** The same without those, of a procedure. */
        public NewVote of(List<Excluded> others, boolean procedure) {
            return new NewVote(
                    matter, rule, secret, inFavour, against, abstained, written, others, procedure);
        }
    }

    /** By whom something was recorded, and when. */
    public record Recording(String name, Instant at) {}

    /** What was held on a day, where everybody came. */
    public static NewMeeting held(UUID organization, MeetingType type, LocalDate on, String topic) {
        return new NewMeeting(
                organization,
                type,
                null,
                true,
                When.on(on),
                topic,
                Heads.NONE,
                Roll.ALL,
                Text.NONE,
                List.of(),
                null,
                null,
                null);
    }
}
