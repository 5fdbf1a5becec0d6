package org.sunmao.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.sunmao.access.Role;
import org.sunmao.access.Scopes;
import org.sunmao.file.Files;
import org.sunmao.file.NewFile;
import org.sunmao.house.Caller;
import org.sunmao.house.Caller.Answer;
import org.sunmao.house.Village;
import org.sunmao.house.Village.County;
import org.sunmao.member.NewMember;

import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * A county with one of everything a path can name. Most of it belongs to a branch; what belongs to
 * an account alone is made by whoever asks for it.
 */
final class Estate {

    private static final Map<String, String> CORRECTION =
            Map.of("field", "education", "proposed", "31", "says", "我是专科毕业");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Village village;
    private final Scopes scopes;
    private final Files files;
    private final int port;
    private final County county;
    private final Caller officer;
    private final Map<String, String> made = new HashMap<>();
    private @Nullable Caller second;

    Estate(Village village, Scopes scopes, Files files, int port) {
        this.village = village;
        this.scopes = scopes;
        this.files = files;
        this.port = port;
        this.county = village.county();
        this.officer = caller(Role.COUNTY_OFFICER);
    }

    UUID top() {
        return county.top();
    }

    UUID branch() {
        return county.townships().getFirst().branches().getFirst().id();
    }

    UUID enter(NewMember member) {
        return village.enter(member);
    }

    UUID sibling() {
        return county.townships().getFirst().branches().getLast().id();
    }

    /** A group of the branch. */
    String group() {
        return once("group", _ -> "" + village.organization(branch(), "第一党小组", "group"));
    }

    /** What is made when it is first asked for. */
    String once(String key, Function<Estate, String> make) {
        var known = made.get(key);
        if (known != null) {
            return known;
        }
        var fresh = make.apply(this);
        made.put(key, fresh);
        return fresh;
    }

    /** A branch of the other township. */
    UUID other() {
        return county.townships().getLast().branches().getFirst().id();
    }

    String body() {
        return id("bodies", officer);
    }

    /** Another body, below which the one may lie. */
    String above() {
        return made.computeIfAbsent("above", _ -> make("bodies"));
    }

    /** Makes one of everything now, so that nothing is made in passing. */
    Estate furnished() {
        second();
        above();
        group();
        somebody();
        coded();
        explained();
        Holding.furnish(this);
        Admitting.furnish(this);
        COLLECTIONS.forEach(each -> id(each, officer));
        return this;
    }

    /** Another officer of the county, who approves what the first one asks. */
    Caller second() {
        var one = second;
        if (one == null) {
            one = caller(Role.COUNTY_OFFICER);
            second = one;
        }
        return one;
    }

    /** Under which its officer acts. */
    String officersGrant() {
        return officer.get("/api/session").json().get("grant").asString();
    }

    /** A member who was handed a code. */
    UUID coded() {
        var one = county.townships().getFirst().branches().getLast().members().getFirst();
        made.computeIfAbsent(
                "code",
                _ -> {
                    var slip = officer.post("/api/activation-codes", Map.of("member", one));
                    return slip.json().get("code").asString();
                });
        return one;
    }

    private String somebody() {
        return made.computeIfAbsent("somebody", _ -> village.account(Role.MEMBER, branch(), null));
    }

    /** A wish that somebody who has an account be secretary. */
    Map<String, Object> grant(UUID over) {
        return Map.of(
                "username",
                somebody(),
                "role",
                Role.SECRETARY.code(),
                "organization",
                over,
                "reason",
                "工作需要");
    }

    /** Changes what has just been read. */
    Answer patch(String collection, Map<String, ?> body) {
        var path = "/api/" + collection + "/" + id(collection, officer);
        return officer.patch(path, officer.get(path).json().get("version").asInt(), body);
    }

    Answer refilter(Map<String, ?> body) {
        var path = "/api/saved-filters/" + id("saved-filters", officer);
        var text = BodyPublishers.ofString(new JsonMapper().writeValueAsString(body));
        return officer.send(officer.json(path).method("PATCH", text));
    }

    /**
     * Drafts a change of one step, or rewrites one to be of it; and has it decided. Where somebody
     * goes may be another's in a draft: it is the common superior that decides.
     */
    Answer change(String route, Map<String, Object> step) {
        var drafted =
                route.startsWith("POST")
                        ? officer.post(
                                "/api/organizations/" + top() + "/changes",
                                change(step),
                                UUID.randomUUID())
                        : patch("changes", change(step));
        return drafted.status() >= 300 ? drafted : decide(drafted);
    }

    private Answer decide(Answer drafted) {
        var at = "/api/changes/" + id(drafted);
        var preview = officer.get(at + "/preview");
        if (preview.status() != 200) {
            return preview;
        }
        var decision =
                Map.of(
                        "decidedOn",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                        "number",
                        "县组〔2026〕1号",
                        "meeting",
                        "县委常委会",
                        "fingerprint",
                        preview.json().get("fingerprint").asString());
        var version = drafted.json().get("version").asInt();
        return officer.post(at + "/steps/decide", version, decision);
    }

    UUID member() {
        return county.townships().getFirst().branches().getFirst().members().getFirst();
    }

    Caller officer() {
        return officer;
    }

    /** Somebody who acts in a role, over what such a role is usually over. */
    Caller caller(Role role) {
        var over =
                switch (role) {
                    case COUNTY_OFFICER, SUPERVISOR -> county.top();
                    case TOWNSHIP_OFFICER -> county.townships().getFirst().top();
                    case SECRETARY, MEMBER, APPLICANT -> branch();
                    case SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> null;
                };
        var self = role == Role.MEMBER || role == Role.APPLICANT ? member() : null;
        return new Caller(port)
                .signIn(village.account(role, over, self), Village.PASSWORD)
                .stepUp();
    }

    /** The collections whose ids this estate can give. */
    static final List<String> COLLECTIONS =
            List.of(
                    "organizations",
                    "members",
                    "bodies",
                    "posts",
                    "terms",
                    "changes",
                    "files",
                    "imports",
                    "exports",
                    "saved-filters",
                    "corrections",
                    "reviews",
                    "duties",
                    "figures",
                    "requests",
                    "meetings",
                    "grades",
                    "measures",
                    "admissions",
                    "explanations",
                    "talents");

    /**
     * The id of one of a collection, within the scope of all roles of this estate.
     *
     * @param by whose it is, where it is an account's own
     */
    String id(String collection, Caller by) {
        return switch (collection) {
            case "organizations" -> branch().toString();
            case "members", "grades" -> member().toString();
            case "imports" -> Sending.roster(by);
            case "exports" -> Sending.export(by);
            case "saved-filters" -> Sending.filter(by);
            case "duties" -> made.computeIfAbsent("duties", _ -> duty());
            default -> once(collection, _ -> make(collection));
        };
    }

    private String make(String collection) {
        var branch = "/api/organizations/" + branch();
        return switch (collection) {
            case "bodies" -> id(officer.post("/api/bodies", body("村委会", null)));
            case "posts" -> id(officer.post(branch + "/posts", post(null)));
            case "terms" -> id(officer.post(branch + "/terms", Map.of("begins", "2021-03-01")));
            case "changes" ->
                    id(officer.post(branch + "/changes", change(rename()), UUID.randomUUID()));
            case "files" -> file();
            case "reviews" -> review();
            case "corrections" -> id(caller(Role.MEMBER).post("/api/mine/corrections", CORRECTION));
            case "figures" -> id(officer.post("/api/rules/R-BR-14/figures", figure()));
            case "requests" -> Asking.issue(this);
            case "admissions" -> Admitting.explained(this);
            case "explanations" -> Admitting.explanation(this);
            case "talents" -> Admitting.talent(this);
            default -> Holding.make(this, collection);
        };
    }

    private String review() {
        var temporary = village.organization(branch(), "中共抢险临时党支部", "temporary");
        var sent = Map.of("on", "2026-03-01", "result", "continue");
        return id(officer.post("/api/organizations/" + temporary + "/reviews", sent));
    }

    /** Of the branch, which has too few members; it follows from the registers a moment later. */
    private String duty() {
        var path = "/api/duties?name=branch-too-small&organization=" + branch();
        var found = officer.get(path).ids();
        while (found.isEmpty()) {
            LockSupport.parkNanos(20_000_000);
            found = officer.get(path).ids();
        }
        return found.getFirst().toString();
    }

    /** What its secretary has explained of that duty, and nobody has answered. */
    String explained() {
        var path = "/api/duties/" + id("duties", officer) + "/explain";
        return made.computeIfAbsent(
                "explained",
                _ -> {
                    var said = caller(Role.SECRETARY).post(path, Map.of("reason", "在办"));
                    return said.json().at("/acts/0/id").asString();
                });
    }

    private String file() {
        return scopes.system(
                "test",
                scope -> {
                    var file = new NewFile(branch(), "批复.pdf", "application/pdf", "test");
                    return files.keep(scope, file, "批复".getBytes(UTF_8)).id().value().toString();
                });
    }

    Map<String, Object> body(String name, @Nullable Object parent) {
        var body = new HashMap<String, Object>();
        body.put("organization", branch().toString());
        body.put("name", name + NUMBERS.incrementAndGet());
        body.put("kind", "institution");
        body.put("field", "organ");
        if (parent != null) {
            body.put("parent", parent);
        }
        return body;
    }

    static Map<String, Object> post(@Nullable Object member) {
        var post = new HashMap<String, Object>();
        post.put("kind", "village-committee-member");
        post.put("appointment", "elected");
        post.put("from", "2024-03-01");
        var name = "李" + Character.toString('一' + NUMBERS.incrementAndGet());
        post.put(member == null ? "name" : "member", member == null ? name : member);
        return post;
    }

    Map<String, Object> rename() {
        return Map.of("kind", "rename", "organization", branch(), "name", "中共新东村党支部");
    }

    /** A figure of its own for the township. */
    Map<String, Object> figure() {
        return Map.of(
                "organization", county.townships().getFirst().top(),
                "name", "general",
                "value", "40",
                "from", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                "reason", "本乡党员居住分散");
    }

    static Map<String, Object> change(Map<String, Object> step) {
        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        return Map.of("effectiveOn", day, "reason", "调整", "steps", List.of(step));
    }

    static Map<String, Object> export(Map<String, String> filter) {
        return Map.of(
                "kind",
                "member",
                "columns",
                List.of("name", "sex"),
                "format",
                "xlsx",
                "filter",
                filter);
    }

    static Map<String, Object> filter(Map<String, String> filter) {
        return Map.of("kind", "member", "name", "筛选" + NUMBERS.incrementAndGet(), "filter", filter);
    }

    static String id(Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.response().body());
        }
        return answer.json().get("id").asString();
    }
}
