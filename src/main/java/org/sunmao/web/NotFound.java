package org.sunmao.web;

import org.jspecify.annotations.Nullable;

/** Not there, or not within the asker's scope: the two are never told apart. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object life;

    public NotFound() {
        super("不在您的管理范围内，或不存在");
        this.life = null;
    }

    /**
     * Not there on that day, but on others, to the asker's knowledge.
     *
     * @param life what is to be told of it
     */
    public NotFound(String message, Object life) {
        super(message);
        this.life = life;
    }

    public @Nullable Object life() {
        return life;
    }
}
