package org.sunmao;

import org.springframework.stereotype.Component;
import org.sunmao.simulation.Demonstration;

/** Until the simulation is there. */
@Component
class StandIn implements Demonstration {
    @Override
    public Progress progress() {
        return new Progress("none", State.NONE, null, 0, 0);
    }
}
