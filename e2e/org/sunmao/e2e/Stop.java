package org.sunmao.e2e;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the tour.
 *
 * @param name its picture's name
 * @param role whose it is
 * @param address how to come to it
 */
record Stop(String name, String role, String address) {

    private static final String OFFICER = "county-officer";
    private static final String LAST_YEAR = "?asOf=2025-12-31";
    private static final String TOO_EARLY = "?asOf=1930-01-01";

    /**
     * What the tour leads to, found in this house.
     *
     * @param village the page of the branch of a village
     * @param body the page of the body that it is formed in
     * @param member the page of a member
     * @param change the page of a drafted change
     * @param roster the page of an import with faults
     * @param request the page of a request to all below
     * @param meeting the page of a members' meeting that voted
     * @param appraisal the page of an appraisal
     * @param admission the page of an activist
     * @param talent the page of somebody of the young talent pool
     */
    record Found(
            String village,
            String body,
            String member,
            String change,
            String roster,
            String request,
            String duty,
            String meeting,
            String appraisal,
            String admission,
            String talent) {

        /** The branch of the village. */
        String branch() {
            return village.replaceFirst(".*/", "");
        }
    }

    boolean onThePhone() {
        return address.startsWith("/m/");
    }

    /** Every page for those who are signed in. */
    static List<Stop> everywhere(Found found) {
        return Stream.of(
                        home(),
                        organizations(found),
                        members(found),
                        asOf(found),
                        posts(found),
                        changes(found),
                        statistics(),
                        imports(found),
                        rules(),
                        readings(),
                        person(),
                        reminders(),
                        duties(found),
                        life(found),
                        admissions(found),
                        requests(found),
                        onThePhone(found),
                        recordingOnThePhone())
                .flatMap(List::stream)
                .toList();
    }

    /** Every page for those who are not, of one of the two entries. */
    static List<Stop> signedOut(boolean phone) {
        return phone
                ? List.of(
                        new Stop("phone-sign-in", "", "/m/sign-in"),
                        new Stop("phone-activate", "", "/m/activate"))
                : List.of(
                        new Stop("sign-in", "", "/sign-in"),
                        new Stop("first-account", "", "/first#token=x"),
                        new Stop("welcome", "", "/welcome#token=x"),
                        new Stop("activate", "", "/activate"));
    }

    private static List<Stop> home() {
        return List.of(
                new Stop("home", OFFICER, "/"),
                new Stop("home-of-a-member", "member", "/"),
                new Stop("home-of-an-administrator", "system-admin", "/"),
                new Stop("not-found", "secretary", "/members/" + "0".repeat(8)));
    }

    private static List<Stop> organizations(Found found) {
        return List.of(
                new Stop("organizations", OFFICER, "/organizations"),
                new Stop("organization", OFFICER, found.village()),
                new Stop("organization-edit", OFFICER, found.village() + "/edit"),
                new Stop("organization-new", OFFICER, "/organizations/new"),
                new Stop("trees", OFFICER, "/organizations/trees"),
                new Stop("overview", OFFICER, "/organizations/overview"),
                new Stop("bodies", OFFICER, "/bodies"),
                new Stop("body", OFFICER, found.body()),
                new Stop("body-edit", OFFICER, found.body() + "/edit"));
    }

    private static List<Stop> members(Found found) {
        return List.of(
                new Stop("members", OFFICER, "/members"),
                new Stop("members-found", OFFICER, "/members?q=zs"),
                new Stop("members-none", OFFICER, "/members?q=nobodyatall"),
                new Stop("members-filtered", OFFICER, "/members?status=probationary&sex=2"),
                new Stop("members-breakdown", OFFICER, "/members/breakdown"),
                new Stop("member", OFFICER, found.member()),
                new Stop("member-edit", OFFICER, found.member() + "/edit"),
                new Stop("member-edit-of-a-secretary", "secretary", found.member() + "/edit"),
                new Stop("member-new", OFFICER, "/members/new?organization=" + found.branch()));
    }

    private static List<Stop> asOf(Found found) {
        return List.of(
                new Stop("organizations-as-of", OFFICER, "/organizations" + LAST_YEAR),
                new Stop("organization-as-of", OFFICER, found.village() + LAST_YEAR),
                new Stop("organization-not-yet", OFFICER, found.village() + TOO_EARLY),
                new Stop("members-as-of", OFFICER, "/members" + LAST_YEAR));
    }

    private static List<Stop> posts(Found found) {
        return List.of(
                new Stop("posts", OFFICER, "/posts"),
                new Stop("posts-of-a-group", OFFICER, "/posts?group=village"),
                new Stop("post-new", OFFICER, found.village() + "/posts/new"),
                new Stop("terms", OFFICER, found.village() + "/terms"));
    }

    private static List<Stop> changes(Found found) {
        return List.of(
                new Stop("changes", OFFICER, "/changes"),
                new Stop("change-new", OFFICER, "/changes/new?organization=" + found.branch()),
                new Stop("change", OFFICER, found.change()),
                new Stop("change-preview", OFFICER, found.change() + "/preview"));
    }

    private static List<Stop> imports(Found found) {
        return List.of(
                new Stop("imports", OFFICER, "/imports"),
                new Stop("import-new", OFFICER, "/imports?kind=member"),
                new Stop("import", OFFICER, found.roster()),
                new Stop("exports", OFFICER, "/exports"),
                new Stop("accounts", "system-admin", "/accounts"),
                new Stop("grants", OFFICER, "/grants"),
                new Stop("grants-to-decide", "security-admin", "/grants"),
                new Stop("roles", "member", "/roles"),
                new Stop("sessions", "security-admin", "/sessions"));
    }

    private static List<Stop> rules() {
        return List.of(
                new Stop("rules", OFFICER, "/rules"),
                new Stop("rule", OFFICER, "/rules/R-BR-14"),
                new Stop("figures", OFFICER, "/figures"),
                new Stop("calendar", OFFICER, "/calendar"));
    }

    private static List<Stop> reminders() {
        return List.of(
                new Stop("digests", "secretary", "/digests"),
                new Stop("my-calendar", "secretary", "/mine/calendar"),
                new Stop("phone-digests", "secretary", "/m/digests"),
                new Stop("phone-my-calendar", "secretary", "/m/mine/calendar"));
    }

    private static List<Stop> duties(Found found) {
        return List.of(
                new Stop("duties", OFFICER, "/duties"),
                new Stop("duties-none", OFFICER, "/duties?state=void"),
                new Stop("duty", OFFICER, found.duty()),
                new Stop("home-of-a-secretary", "secretary", "/"),
                new Stop("phone-duties", "secretary", "/m/duties"),
                new Stop("phone-duty", OFFICER, "/m" + found.duty()));
    }

    private static List<Stop> life(Found found) {
        var branch = "organization=" + found.branch();
        return List.of(
                new Stop("meetings", OFFICER, "/meetings"),
                new Stop("meetings-none", OFFICER, "/meetings?type=commendation"),
                new Stop("record", OFFICER, "/record?type=theme-day&" + branch),
                new Stop("meeting", OFFICER, found.meeting()),
                new Stop("meeting-edit", OFFICER, found.meeting() + "/edit"),
                new Stop("life-calendar", OFFICER, "/meetings/calendar"),
                new Stop("plan", OFFICER, "/meetings/plan?" + branch),
                new Stop("lectures", OFFICER, "/meetings/lectures?" + branch),
                new Stop("appraisal", OFFICER, found.appraisal() + "/appraisal"),
                new Stop("board-year", OFFICER, "/board?by=year"));
    }

    private static List<Stop> admissions(Found found) {
        var branch = "organization=" + found.branch();
        return List.of(
                new Stop("admissions", OFFICER, "/admissions"),
                new Stop("admissions-none", OFFICER, "/admissions?q=nobodyatall"),
                new Stop("admission", OFFICER, found.admission()),
                new Stop("admission-step", OFFICER, found.admission() + "?step=assess"),
                new Stop("admission-new", OFFICER, "/admissions/new?" + branch),
                new Stop("admission-board", OFFICER, "/admissions/board"),
                new Stop("talents", OFFICER, "/admissions/talents"),
                new Stop("talents-none", OFFICER, "/admissions/talents?q=nobodyatall"),
                new Stop("talent", OFFICER, found.talent()),
                new Stop("talent-new", OFFICER, "/admissions/talents/new?" + branch),
                new Stop("phone-admissions", "secretary", "/m/admissions"),
                new Stop("phone-admission", OFFICER, "/m" + found.admission()),
                new Stop("phone-admission-step", OFFICER, "/m" + found.admission() + "/assess"),
                new Stop("phone-my-admission", "member", "/m/admission"));
    }

    private static List<Stop> requests(Found found) {
        return List.of(
                new Stop("requests", OFFICER, "/requests"),
                new Stop("request-new", OFFICER, "/requests/new"),
                new Stop("request", OFFICER, found.request()),
                new Stop("request-of-a-secretary", "secretary", found.request()),
                new Stop("burden", OFFICER, "/requests/burden"),
                new Stop("phone-requests", "secretary", "/m/requests"),
                new Stop("phone-request", "secretary", "/m" + found.request()));
    }

    private static List<Stop> readings() {
        return List.of(
                new Stop("mine", "member", "/mine"),
                new Stop("readings", "member", "/mine/readings"),
                new Stop("phone-readings", "member", "/m/mine/readings"),
                new Stop("audit", "audit-admin", "/audit"),
                new Stop("alarms", "security-admin", "/alarms"));
    }

    private static List<Stop> statistics() {
        var women = "/statistics/below?table=basic&key=female";
        var bodies = "/statistics/below?table=coverage&key=formed-none";
        return List.of(
                new Stop("board", OFFICER, "/board"),
                new Stop("board-by-rule", OFFICER, "/board?by=rule"),
                new Stop("board-as-of", OFFICER, "/board" + LAST_YEAR),
                new Stop("statistics", OFFICER, "/statistics"),
                new Stop("statistics-published", OFFICER, "/statistics?published=true"),
                new Stop("statistics-below", OFFICER, women),
                new Stop("statistics-bodies", OFFICER, bodies));
    }

    private static List<Stop> person() {
        return List.of(
                new Stop("corrections", "secretary", "/corrections"),
                new Stop("fields", OFFICER, "/privacy"),
                new Stop("my-corrections", "member", "/mine/corrections"),
                new Stop("correction-new", "member", "/mine/corrections/new"),
                new Stop("my-data", "member", "/mine/data"),
                new Stop("phone-my-corrections", "member", "/m/mine/corrections"),
                new Stop("phone-correction-new", "member", "/m/mine/corrections/new"),
                new Stop("phone-my-data", "member", "/m/mine/data"),
                new Stop("security", "secretary", "/security"),
                new Stop("member-accounts", "secretary", "/member-accounts"),
                new Stop("second-factors", "security-admin", "/second-factors"),
                new Stop("phone-security", "member", "/m/security"));
    }

    private static List<Stop> recordingOnThePhone() {
        return List.of(
                new Stop("phone-record", "secretary", "/m/record?type=theme-day"),
                new Stop("phone-record-vote", "secretary", "/m/record?type=members"),
                new Stop("phone-meetings", "secretary", "/m/meetings"),
                new Stop("phone-meetings-none", "secretary", "/m/meetings?type=commendation"),
                new Stop("phone-life", "member", "/m/life"));
    }

    private static List<Stop> onThePhone(Found found) {
        return List.of(
                new Stop("phone-home", "secretary", "/m/"),
                new Stop("phone-organization", "secretary", "/m/organization"),
                new Stop("phone-organization-not-yet", "secretary", "/m/organization" + TOO_EARLY),
                new Stop("phone-members", "secretary", "/m/members"),
                new Stop("phone-members-as-of", "secretary", "/m/members" + LAST_YEAR),
                new Stop("phone-member", "secretary", "/m" + found.member()),
                new Stop("phone-member-edit", "secretary", "/m" + found.member() + "/edit"),
                new Stop("phone-member-new", "secretary", "/m/members/new"),
                new Stop("phone-board", "secretary", "/m/board"),
                new Stop("phone-statistics", "secretary", "/m/statistics"),
                new Stop("phone-rule", "secretary", "/m/rules/R-BR-14"),
                new Stop("phone-nowhere", "secretary", "/m/members/" + "0".repeat(8)),
                new Stop("phone-home-of-a-member", "member", "/m/"),
                new Stop("phone-mine", "member", "/m/mine"),
                new Stop("phone-mine-as-of", "member", "/m/mine" + LAST_YEAR),
                new Stop("phone-organization-of-a-member", "member", "/m/organization"));
    }
}
