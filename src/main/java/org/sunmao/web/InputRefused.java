package org.sunmao.web;

/** What was sent cannot be understood; answered as 400 with the place and the reason. */
public final class InputRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * @param place the parameter or field, by its name outside the program
     * @param reason in Chinese, for the person who sent it
     */
    public InputRefused(String place, String reason) {
        super(reason);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
