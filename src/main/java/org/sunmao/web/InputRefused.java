package org.sunmao.web;

import java.util.List;

/** What was sent cannot be understood; answered as 400 with every place and its reason. */
public final class InputRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One fault.
     *
     * @param pointer the parameter or field, by its name outside the program
     * @param detail the reason in Chinese, for the person who sent it
     */
    public record Place(String pointer, String detail) {}

    private final transient List<Place> errors;

    public InputRefused(String pointer, String detail) {
        this(List.of(new Place(pointer, detail)));
    }

    public InputRefused(List<Place> errors) {
        super(
                errors.size() == 1
                        ? errors.getFirst().detail()
                        : "有 " + errors.size() + " 处需要改正，没有保存");
        this.errors = List.copyOf(errors);
    }

    public List<Place> errors() {
        return errors;
    }
}
