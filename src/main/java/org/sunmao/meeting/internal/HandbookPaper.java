package org.sunmao.meeting.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.document.Paper;

import java.time.LocalDate;
import java.util.List;

/**
 * The handbook of a branch for a year (支部手册), as the template names it. All of it was entered
 * before, elsewhere.
 *
 * @param id of the organization and the year
 * @param term since when and until when its committee serves; empty where none is registered
 * @param told who printed it, and when
 */
record HandbookPaper(
        String id,
        String organization,
        String above,
        int year,
        LocalDate day,
        String term,
        List<Officer> officers,
        Roll roll,
        Plan plan,
        List<Minutes> minutes,
        List<Appraised> appraisals,
        List<Promise> measures,
        List<Activity> activities,
        Attended attendance,
        String told)
        implements Paper {

    /** Printed as it stands; the journal tells of it and no entry proves it. */
    @Override
    public @Nullable String reference() {
        return null;
    }

    @Override
    public boolean draft() {
        return false;
    }

    record Officer(String post, String name, String from, String to) {}

    /** The members, and how many they were on the day of the data. */
    record Roll(int count, int full, int probationary, List<RollLine> lines) {}

    record RollLine(
            int number,
            String name,
            String sex,
            String nation,
            String bornOn,
            String education,
            String status,
            String joinedOn,
            String fullOn,
            String note) {}

    /** What was planned and what came of it. */
    record Plan(String says, List<PlanRow> rows) {}

    record PlanRow(String on, String type, String topic, String held, String note) {}

    /** The record of one meeting. */
    record Minutes(
            int number,
            String title,
            String on,
            List<Fact> facts,
            List<Said> words,
            List<Voted> votes,
            List<String> annotations,
            String signed) {}

    /** Two facts beside each other. */
    record Fact(String label, String value, String label2, String value2) {}

    /** Words under a heading. */
    record Said(String title, List<String> lines) {}

    record Voted(
            String matter,
            int due,
            int present,
            int written,
            int inFavour,
            int against,
            int abstained,
            String result) {}

    record Appraised(String on, String summary, List<Grade> grades) {}

    record Grade(
            int number,
            String name,
            String excellent,
            String qualified,
            String basic,
            String unqualified,
            String grade,
            String gap,
            String told) {}

    record Promise(String meeting, int number, String says, String who, String due, String done) {}

    record Activity(String on, String type, String topic, String place, String people) {}

    /** How often each was there, of how many times due: by type, in the order of the roll. */
    record Attended(List<String> columns, List<AttendedLine> lines) {}

    record AttendedLine(int number, String name, List<String> cells, String all) {}
}
