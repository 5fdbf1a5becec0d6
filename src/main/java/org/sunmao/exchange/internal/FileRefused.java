package org.sunmao.exchange.internal;

/** The file as a whole cannot be read: nothing of it is taken. */
final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code what it is, in lower case with hyphens, as {@code encrypted}; never renamed
     * @param says in Chinese, with what to do
     */
    FileRefused(String code, String says) {
        super(says, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String says() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}
