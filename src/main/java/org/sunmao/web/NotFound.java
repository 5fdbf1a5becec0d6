package org.sunmao.web;

/** Not there, or not within the asker's scope: the two are never told apart. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("不在您的管理范围内，或不存在");
    }
}
