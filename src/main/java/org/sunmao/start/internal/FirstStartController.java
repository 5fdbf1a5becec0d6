package org.sunmao.start.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Invitations.Invitation;
import org.sunmao.access.Open;
import org.sunmao.access.Role;
import org.sunmao.access.Username;
import org.sunmao.start.internal.FirstStart.Named;
import org.sunmao.web.InputRefused;
import org.sunmao.web.InputRefused.Place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@RestController
@RequestMapping("/api/first-start")
class FirstStartController {

    private static final int LONGEST = 200;

    record FirstPerson(@Nullable String name, @Nullable String username) {}

    record FirstStartLink(@Nullable String token) {}

    record FirstStartRequest(
            @Nullable String token,
            @Nullable String organization,
            @Nullable FirstPerson system,
            @Nullable FirstPerson security,
            @Nullable FirstPerson audit) {}

    /**
     * What an earlier start left.
     *
     * @param organization the name of the one at the top, where it was entered before
     */
    record FirstStartView(@Nullable String organization) {}

    /** A link to be handed over: shown this once. */
    record FirstLinkView(
            String role,
            String roleName,
            String username,
            String name,
            String token,
            Instant until) {}

    record FirstLinksView(List<FirstLinkView> links) {}

    private final FirstStart first;

    FirstStartController(FirstStart first) {
        this.first = first;
    }

    @Open("nobody can be signed in before there is an account; the one-time link is the proof")
    @PostMapping("/link")
    FirstStartView look(@RequestBody FirstStartLink link) {
        return new FirstStartView(first.look(required(link.token())).orElse(null));
    }

    @Open("nobody can be signed in before there is an account; the one-time link is the proof")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FirstLinksView make(@RequestBody FirstStartRequest request) {
        var faults = new ArrayList<Place>();
        var token = required(request.token());
        var organization = text("/organization", "党组织全称", request.organization(), true, faults);
        var people =
                List.of(
                        person("/system", Role.SYSTEM_ADMIN, request.system(), faults),
                        person("/security", Role.SECURITY_ADMIN, request.security(), faults),
                        person("/audit", Role.AUDIT_ADMIN, request.audit(), faults));
        differ(people, faults);
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        var links = first.make(new FirstStart.Wish(token, organization, people));
        var told = new ArrayList<FirstLinkView>();
        for (var i = 0; i < links.size(); i++) {
            told.add(view(people.get(i).role(), links.get(i)));
        }
        return new FirstLinksView(told);
    }

    private static FirstLinkView view(Role role, Invitation link) {
        return new FirstLinkView(
                role.code(),
                role.label(),
                link.username(),
                link.name(),
                link.token(),
                link.until());
    }

    private static Named person(
            String at, Role role, @Nullable FirstPerson person, List<Place> faults) {
        var name = text(at + "/name", "姓名", person == null ? null : person.name(), false, faults);
        var username = person == null ? null : person.username();
        return new Named(role, Username.read(at + "/username", username, faults), name);
    }

    /** Three people: neither a username nor a name stands twice (SEC-16). */
    private static void differ(List<Named> people, List<Place> faults) {
        var places = List.of("/system", "/security", "/audit");
        for (var i = 1; i < people.size(); i++) {
            for (var one : people.subList(0, i)) {
                var two = people.get(i);
                if (!two.username().isEmpty() && two.username().equals(one.username())) {
                    faults.add(new Place(places.get(i) + "/username", "三名管理员的用户名不能相同"));
                }
                if (!two.name().isEmpty() && two.name().equals(one.name())) {
                    faults.add(new Place(places.get(i) + "/name", "三名管理员应当是三个人，姓名不能相同"));
                }
            }
        }
    }

    private static String required(@Nullable String token) {
        var faults = new ArrayList<Place>();
        var text = text("/token", "链接", token, false, faults);
        if (!faults.isEmpty()) {
            throw new InputRefused(faults);
        }
        return text;
    }

    private static String text(
            String at, String label, @Nullable String value, boolean optional, List<Place> faults) {
        var text = value == null ? "" : value.strip();
        if (text.isEmpty() && !optional) {
            faults.add(new Place(at, "请填写" + label));
        } else if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            faults.add(new Place(at, label + "过长或含有不能使用的字符"));
        }
        return text;
    }
}
