package org.sunmao.start.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.sunmao.database.StartRefused;
import org.sunmao.simulation.Demonstration;

/** What is open to everyone in clear holds demonstration data; else it is not opened at all. */
@Component
class PublicDemonstration implements SmartLifecycle {

    private final Demonstration demonstration;
    private final boolean asked;
    private boolean running;

    PublicDemonstration(
            Demonstration demonstration, @Value("${sunmao.demo.public:false}") boolean asked) {
        this.demonstration = demonstration;
        this.asked = asked;
    }

    @Override
    public void start() {
        if (asked && demonstration.progress().state() == Demonstration.State.NONE) {
            throw new StartRefused(
                    "数据目录里是真实数据，不能公开演示（sunmao.demo.public=true）",
                    "去掉这一项，或用 sunmao.data 换一个空的数据目录来演示");
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server opens its door, which is one of the last things done. */
    @Override
    public int getPhase() {
        return 0;
    }
}
