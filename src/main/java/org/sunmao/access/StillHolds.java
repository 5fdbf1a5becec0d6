package org.sunmao.access;

import java.time.Duration;

/**
 * Whether what somebody acts under still holds: for what goes on after its request was let in. A
 * right that was taken away, an account that was closed and a session that ended are known here
 * within a second.
 */
public interface StillHolds {

    /**
     * Watches the session of the request at hand: it ends when it is signed out or too old, when
     * its account or grant ends, and when it acts as somebody else from then on.
     */
    Watch watch();

    /** Until it is closed, one of the many that are asked about with one query. */
    interface Watch extends AutoCloseable {

        boolean ended();

        /** Waits, but no longer than until the end; tells whether it has come. */
        boolean endsWithin(Duration time) throws InterruptedException;

        @Override
        void close();
    }

    /**
     * Who does work in the background, by the right they have now: their session may be over, their
     * account and their role over the organization are not.
     *
     * @throws RightEnded if one of them is
     */
    SignedIn again(SignedIn who);
}
