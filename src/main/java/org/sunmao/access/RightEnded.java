package org.sunmao.access;

/** What was begun may not go on: whoever began it has lost the right, or the account. */
public final class RightEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RightEnded() {
        super("经办人的权限已经结束");
    }
}
