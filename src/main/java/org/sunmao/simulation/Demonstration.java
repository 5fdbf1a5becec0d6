package org.sunmao.simulation;

import org.jspecify.annotations.Nullable;

/** The demonstration data: whether there are any, and how far their loading is. */
public interface Demonstration {

    /** How far the loading is. */
    enum State {
        NONE,
        LOADING,
        READY,
        FAILED
    }

    /**
     * What is demonstrated and how far it is.
     *
     * @param kind as in sunmao.demo: none, county or city
     * @param step what is being entered, in Chinese; null when nothing is
     * @param done how many organizations, bodies and members are entered
     * @param total how many there will be
     */
    record Progress(String kind, State state, @Nullable String step, int done, int total) {}

    Progress progress();
}
