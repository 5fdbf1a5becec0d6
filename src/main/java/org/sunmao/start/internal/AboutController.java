package org.sunmao.start.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sunmao.access.Open;
import org.sunmao.simulation.Demonstration;

import java.util.Locale;

/** What the first page must know before anyone has signed in. */
@RestController
class AboutController {

    record DemoView(String kind, String state, @Nullable String step, int done, int total) {}

    /** {@code publicDemo}: reached from anywhere, in clear; nothing true may be entered. */
    record AboutView(String version, DemoView demo, boolean firstAccount, boolean publicDemo) {}

    private final Demonstration demonstration;
    private final FirstStart first;
    private final String version;
    private final boolean publicDemo;

    AboutController(
            Demonstration demonstration,
            FirstStart first,
            @Value("${sunmao.version}") String version,
            @Value("${sunmao.demo.public:false}") boolean publicDemo) {
        this.demonstration = demonstration;
        this.first = first;
        this.version = version;
        this.publicDemo = publicDemo;
    }

    @Open("the first page shows the progress of loading before anyone can sign in")
    @GetMapping("/api/about")
    AboutView about() {
        var demo = demonstration.progress();
        var state = demo.state().name().toLowerCase(Locale.ROOT);
        return new AboutView(
                version,
                new DemoView(demo.kind(), state, demo.step(), demo.done(), demo.total()),
                first.waits(),
                publicDemo);
    }
}
