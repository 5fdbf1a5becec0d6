package org.sunmao.web;

/**
 * What was being sent broke off. Nothing is appended to it: the connection is cut, so that half a
 * file is not taken for a whole one.
 */
public final class BrokenOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenOff(Throwable cause) {
        super(cause);
    }
}
